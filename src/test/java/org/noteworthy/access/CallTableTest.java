package org.noteworthy.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one table of calls: no call is missing in it, and it is the one that the page for administrators shows. */
class CallTableTest {
    private static final java.nio.file.Path PAGE = java.nio.file.Path.of("docs/how-to-secure.md");
    private static final Pattern OPERATION = Pattern.compile("operationId: (\\w+)");
    private static final String BEGIN = "<!-- the table of calls -->\n";
    private static final String END = "<!-- its end -->\n";

    @Test
    void everyCallStandsInIt() throws IOException {
        Set<String> calls = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.noteworthy.api")) {
            for (JavaMethod method : resource.getMethods()) {
                if (resource.isAnnotatedWith(Path.class) && method.isMetaAnnotatedWith(HttpMethod.class)) {
                    calls.add(method.getName());
                }
            }
        }
        assertThat(calls).contains("checkNote", "holdEngagement");
        OPERATION
                .matcher(Files.readString(java.nio.file.Path.of("src/main/resources/META-INF/openapi.yaml")))
                .results()
                .forEach(operation -> calls.add(operation.group(1)));
        assertThat(calls)
                .allSatisfy(call -> assertThat(CallTable.needed(call).isPresent() ^ CallTable.isOpen(call))
                        .as(call)
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "checkNote,reader",
        "checkNote,author",
        "checkNote,auditor",
        "getFile,publisher",
        "createDraft,author",
        "submitDraft,author",
        "withdrawDraft,author",
        "approveDraft,approver",
        "publishDraft,publisher",
        "rollback,publisher",
        "listDecisions,auditor",
        "askReplay,auditor",
        "holdEngagement,admin",
        "rollback,admin",
        "listDecisions,admin"
    })
    void takesTheRole(String call, String role) {
        assertThat(identity(role).mayAs(CallTable.needed(call).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "createDraft,reader",
        "approveDraft,author",
        "approveDraft,publisher",
        "publishDraft,approver",
        "publishDraft,author",
        "rollback,auditor",
        "listDecisions,reader",
        "listDecisions,publisher",
        "holdEngagement,auditor",
        "createDraft,auditor"
    })
    void doesNotTakeTheRole(String call, String role) {
        assertThat(identity(role).mayAs(CallTable.needed(call).orElseThrow())).isFalse();
    }

    @Test
    void whoeverHasNoRoleMayNothing() {
        Identity nobody = new Identity("kim", Set.of(), Verification.OIDC);
        assertThat(CallTable.all())
                .allSatisfy((call, roles) ->
                        assertThat(nobody.mayAs(roles)).as(call).isFalse());
    }

    private static Identity identity(String role) {
        return new Identity("kim", EnumSet.of(Role.of(role)), Verification.KEY);
    }

    @Test
    void isShownOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String shown = page.substring(begin, end);
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
        }
        assertThat(shown).isEqualTo(table());
    }

    private static String table() {
        Map<Set<Role>, Set<String>> byRoles =
                new TreeMap<>((one, two) -> words(one).compareTo(words(two)));
        CallTable.all()
                .forEach((call, roles) ->
                        byRoles.computeIfAbsent(roles, each -> new TreeSet<>()).add(call));
        StringBuilder table = new StringBuilder("\n| calls | take one of these roles |\n|---|---|\n");
        byRoles.forEach((roles, calls) -> table.append("| ")
                .append(calls.stream().map(call -> '`' + call + '`').collect(Collectors.joining(", ")))
                .append(" | ")
                .append(words(roles))
                .append(" |\n"));
        return table.append("| ")
                .append(CallTable.open().stream().map(call -> '`' + call + '`').collect(Collectors.joining(", ")))
                .append(" | none, and no sign-in |\n\n")
                .toString();
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }
}
