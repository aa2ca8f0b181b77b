package org.noteworthy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map of packages: each knows only those below it, and only the libraries that are its business. */
class RoomsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.noteworthy");
    private static final List<String> PLATFORM = List.of("java", "javax", "org.jspecify");
    private static final int MOST_IN_A_PACKAGE = 35;
    private static final int MEDIAN_OF_PACKAGES = 18;

    /** Package, the packages of the product that it knows, and the libraries that it knows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failure   |                                             |",
                "notes     |                                             |",
                "access    | failure notes                               | com.fasterxml.jackson.core",
                "playbooks | failure notes                               | org.kie org.drools org.antlr de.siegmar.fastcsv org.snakeyaml.engine com.google.re2j org.commonmark",
                "checking  | failure notes playbooks                     | org.kie",
                "input     | failure notes checking.outcome              | com.fasterxml.jackson.core de.siegmar.fastcsv org.snakeyaml.engine org.apache.poi org.xml",
                "report    | notes playbooks checking                    | com.fasterxml.jackson.core de.siegmar.fastcsv org.xml.sax",
                "authoring | failure notes playbooks checking input report | jakarta.inject com.fasterxml.jackson.core de.siegmar.fastcsv",
                "audit     | failure notes playbooks checking input report | org.h2 org.postgresql.ds org.flywaydb.core net.jpountz.lz4 com.fasterxml.uuid com.fasterxml.jackson.core com.google.re2j de.siegmar.fastcsv org.apache.poi io.quarkus.qute",
                "drafts    | failure notes playbooks checking input report authoring audit | com.github.difflib com.fasterxml.jackson com.fasterxml.uuid",
                "drafts.text | failure notes                             | com.github.difflib",
                "web       |                                             | com.fasterxml.jackson.core io.quarkus.qute io.quarkiverse.web.bundler.runtime io.vertx jakarta.enterprise"
            })
    void knowOnlyWhatIsBelowThem(String name, String below, String libraries) {
        List<String> allowed = new ArrayList<>(PLATFORM);
        allowed.add("org.noteworthy." + name);
        names(below).map(each -> "org.noteworthy." + each).forEach(allowed::add);
        names(libraries).forEach(allowed::add);
        classes()
                .that()
                .resideInAPackage("org.noteworthy." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        allowed.stream().map(each -> each + "..").toArray(String[]::new)))
                .because("service, command line and data-parallel jobs judge by the same plain Java")
                .check(PRODUCT);
    }

    private static Stream<String> names(String list) {
        return list == null ? Stream.of() : Stream.of(list.strip().split(" +"));
    }

    @Test
    void notesAreReadWithoutInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("org.noteworthy.notes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .because("reading a note is not an input or output")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("org.noteworthy.notes..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.text..", "java.time.format..")
                        .and(not(nameStartingWith("java.text.Normalizer"))))
                .because("the words that a note is read by are those of the edition, and not of the platform")
                .check(PRODUCT);
    }

    @Test
    void theServiceAndTheCommandLineDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.noteworthy.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.noteworthy.cli..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("org.noteworthy.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.noteworthy.api..")
                .check(PRODUCT);
    }

    @Test
    void whatOnlyDescribesIsNeverMade() {
        noClasses()
                .should()
                .callConstructorWhere(
                        target(owner(resideInAnyPackage("org.noteworthy.api.body", "org.noteworthy.api.shape")
                                .and(not(assignableTo(Enum.class))))))
                .because("others read and write it, and know nothing of the service")
                .check(PRODUCT);
    }

    @Test
    void formNoCircle() {
        SlicesRuleDefinition.slices()
                .matching("org.noteworthy.(**)")
                .should()
                .beFreeOfCycles()
                .because("a note walks one road and never turns back")
                .check(PRODUCT);
    }

    @Test
    void areSmallEnoughToFindTheWay() {
        Map<String, Integer> sizes = new TreeMap<>();
        PRODUCT.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .forEach(each -> sizes.merge(each.getPackageName(), 1, Integer::sum));
        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(MOST_IN_A_PACKAGE));
        List<Integer> sorted = sizes.values().stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MEDIAN_OF_PACKAGES);
    }
}
