package org.noteworthy.playbooks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.Severity;

/** What rules can say is compiled, admitted and loaded, and nothing else is: neither by name nor from the cache. */
class CompiledRulesTest {
    private static final String MARK = "org.noteworthy.forged";
    private static final String FORGED = "org/noteworthy/rules/note/Forged";

    @TempDir
    private Path temp;

    @AfterEach
    void forget() {
        System.clearProperty(MARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-27", "2020-03-25", "2020-05-12"})
    void loadsTheEditions(String version) {
        assertThat(Library.read(Path.of("rules", version), RuleCache.none())).isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void admitsEveryComparisonOfEveryProperty() throws ReflectiveOperationException {
        List<RuleCompiler.Source> sources = new ArrayList<>();
        for (Vocabulary.Property property : Vocabulary.properties("Note")) {
            List<Vocabulary.Property> parts = Vocabulary.properties(property.result());
            List<String> conditions = new ArrayList<>();
            if (parts.isEmpty()) {
                compare(property.name(), property.result(), conditions);
            } else {
                parts.forEach(part -> compare(property.name() + "." + part.name(), part.result(), conditions));
            }
            String pattern = "Note( " + String.join(", ", conditions) + " )";
            sources.add(source("of-" + property.name(), "$note : " + pattern));
            sources.add(source(
                    "of-two-" + property.name(),
                    "$note : Note( ) not " + pattern.replaceAll("(==|!=|<|>) 0", "$1 \\$note.position")));
        }
        assertThat(rulesOf(sources)).isEqualTo(sources.size());
    }

    private static void compare(String path, String result, List<String> conditions) {
        switch (result) {
            case "Boolean" -> conditions.addAll(List.of(path, "!" + path, path + " == true", path + " != role.known"));
            case "Integer" ->
                Stream.of(" == 0", " != 0", " > 0", " >= 1", " < 0", " <= 9", " > 2.5", " + 1 > position", " in (1, 2)")
                        .forEach(end -> conditions.add(path + end));
            case "String" ->
                Stream.of(" == \"a\"", " != null", " > \"a\"", " <= \"z\"", " == author", " in (\"a\", \"b\")")
                        .forEach(end -> conditions.add(path + end));
            default -> conditions.add(path + " != null");
        }
        if (result.equals("String")) {
            conditions.add(path + " contains \"a\" || " + path + " not in (\"a\")");
            conditions.add(path + " str[startsWith] \"a\" || " + path + " str[endsWith] \"a\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$note : Note( $length : status.length, $length > 5 )",
                "$note : Note( $length : status.length > 5, $author : author ) Note( author == $author )",
                "$note : Note( status.content == \"x\" || == \"y\", status.length > 5 && < 10 )",
                "$note : Note( ) exists Note( interaction == $note.interaction, position < $note.position )",
                "$note : Note( ) not( exists( Note( this != $note, author == $note.author ) ) )",
                "$note : Interaction( ) not ( Note( interaction == $note.id ) and Note( author == $note.author ) )",
                "$note : Interaction( ) $a : Note( ) $b : Note( position > $a.position )"
                        + " not Note( author == $a.author || author == $b.author || author == $note.author )",
            })
    void admitsEveryShape(String condition) throws ReflectiveOperationException {
        assertThat(rulesOf(List.of(source("shape", condition)))).isEqualTo(1);
    }

    private static long rulesOf(List<RuleCompiler.Source> sources) throws ReflectiveOperationException {
        Diagnostics diagnostics = new Diagnostics("2020-03-25");
        Optional<AdmittedClasses> admitted = RuleCompiler.compile(sources, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return CompiledRules.load(admitted.orElseThrow()).count();
    }

    private static RuleCompiler.Source source(String id, String condition) {
        String text = "rule \"" + id + "\"\nwhen\n    " + condition
                + "\nthen\n    report.violation( $note, \"Amiss.\" );\nend\n";
        Rule.Subject subject = condition.indexOf('(') == condition.lastIndexOf("Note(") + 4
                ? Rule.Subject.NOTE
                : Rule.Subject.ENGAGEMENT;
        Rule rule = new Rule(
                id,
                "",
                Severity.ERROR,
                "content.status",
                subject,
                "Note",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                id,
                1);
        return new RuleCompiler.Source(id + ".drl", text, List.of(rule), List.of());
    }

    @Test
    void knowsNoClassesButThoseOfRules() throws Exception {
        RuleClassLoader loader = new RuleClassLoader(AdmittedClasses.of(new TreeMap<>()));
        assertThat(loader.loadClass("org.noteworthy.notes.Note")).isEqualTo(Note.class);
        assertThat(loader.loadClass("org.noteworthy.playbooks.engine.Verdict")).isEqualTo(Verdict.class);
        assertThat(List.of(
                        "java.lang.Class",
                        "java.lang.ClassLoader",
                        "java.lang.Runtime",
                        "java.lang.System",
                        "java.lang.Thread",
                        "java.lang.invoke.MethodHandles",
                        "java.lang.reflect.Method",
                        "java.io.File",
                        "org.noteworthy.notes.parsing.NoteParser",
                        "org.noteworthy.playbooks.Library",
                        "org.kie.api.KieServices"))
                .allSatisfy(name -> assertThatExceptionOfType(ClassNotFoundException.class)
                        .isThrownBy(() -> loader.loadClass(name)));
    }

    @Test
    void admitsAClassThatDoesNothing() throws Exception {
        assertThat(AdmittedClasses.of(forged("class Forged { int one() { return 1; } }"))
                        .names())
                .containsExactly(FORGED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    native call()V               | class Forged { native void call(); }
                    superclass java/lang/Thread  | class Forged extends Thread { }
                    interface java/lang/Runnable | class Forged implements Runnable { public void run() { } }
                    [Ljava/lang/Runtime;         | class Forged { Object of() { return Runtime[].class; } }
                    [Ljava/lang/Object;.clone()  | class Forged { Object of() { return new Object[0].clone(); } }
                    (Ljava/lang/ClassLoader;)V   | class Forged { void take(ClassLoader loader) { } }
                    loader:Ljava/lang/ClassLoader; | class Forged { ClassLoader loader; }
                    java/lang/Object.getClass()  | class Forged { Object of() { return getClass(); } }
                    NoteRecord.of(               | class Forged { Object of() { return org.noteworthy.notes.NoteRecord.of("", ""); } }
                    Note.<init>(                 | class Forged { void of() { new org.noteworthy.notes.Note(null, null, 0, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null); } }
                    LambdaMetafactory.metafactory( | class Forged { Object of() { Comparable<String> c = x -> 1; return c; } }
                    ()Ljava/lang/Runnable;       | class Forged { Object of() { return (Runnable & java.io.Serializable) () -> { }; } }
                    attribute Deprecated         | @Deprecated class Forged { }
                    a loop                       | class Forged { int of(int i) { while (i > 0) { i--; } return i; } }
                    a loop                       | class Forged { int of(int i) { do { switch (i) { case 1: i = 5; break; case 7: i = 9; break; default: i++; } } while (i < 9); return i; } }
                    a loop by way of an exception | class Forged { int of(Object on) { synchronized (on) { return 1; } } }
                    a method that calls itself   | class Forged { int of(int i) { return i == 0 ? 0 : of(i - 1); } }
                    a method that calls itself   | class Forged { int of(int i) { return with(i); } int with(int i) { return of(i); } }
                    more calls than rules make   | class Forged { int a() { return b()+b()+b()+b()+b()+b()+b()+b()+b()+b(); } int b() { return c()+c()+c()+c()+c()+c()+c()+c()+c()+c(); } int c() { return d()+d()+d()+d()+d()+d()+d()+d()+d()+d(); } int d() { return e()+e()+e()+e()+e()+e()+e()+e()+e()+e(); } int e() { return f()+f()+f()+f()+f()+f()+f()+f()+f()+f(); } int f() { return 1; } }
                    """)
    void refusesAClassThatDoesMore(String reference, String text) throws IOException {
        assertThatExceptionOfType(RefusedClassException.class)
                .isThrownBy(() -> AdmittedClasses.of(forged(text)))
                .withMessageStartingWith(FORGED + ": ")
                .withMessageContaining(reference);
    }

    @Test
    void refusesAClassOfAnotherNameOrPlaceOrNone() throws IOException {
        byte[] harmless = compiled("class Forged { }");
        assertThatThrownBy(() -> AdmittedClasses.of(named("org/noteworthy/rules/note/Other", harmless)))
                .hasMessageContaining("the name " + FORGED);
        assertThatThrownBy(() -> AdmittedClasses.of(named("org/noteworthy/rules/Forged", harmless)))
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> AdmittedClasses.of(named(FORGED, Arrays.copyOf(harmless, harmless.length + 1))))
                .hasMessageContaining("more than a class");
        assertThatThrownBy(() -> AdmittedClasses.of(named(FORGED, new byte[] {1, 2, 3, 4, 5})))
                .hasMessageContaining("no class");
        for (int length = 0; length < harmless.length; length++) {
            byte[] cut = Arrays.copyOf(harmless, length);
            assertThatExceptionOfType(RefusedClassException.class)
                    .isThrownBy(() -> AdmittedClasses.of(named(FORGED, cut)));
        }
    }

    /** The linker of a text put together: the handle is a 15 and a 6, and the first constant is the maker of an object. */
    @Test
    void refusesAClassThatLinksInAnotherWay() throws Exception {
        byte[] linking = compiled("class Forged { int one() { return 1; } Object of() { return \"a\" + one(); } }");
        int handle = new String(linking, StandardCharsets.ISO_8859_1).indexOf("\u000f\u0006");
        assertThat(AdmittedClasses.of(named(FORGED, linking)).names()).containsExactly(FORGED);
        byte[] ofAnotherKind = linking.clone();
        ofAnotherKind[handle + 1] = 5;
        assertThatThrownBy(() -> AdmittedClasses.of(named(FORGED, ofAnotherKind)))
                .hasMessageContaining("a handle of kind 5");
        byte[] byAnother = linking.clone();
        byAnother[handle + 2] = 0;
        byAnother[handle + 3] = 1;
        assertThatThrownBy(() -> AdmittedClasses.of(named(FORGED, byAnother)))
                .hasMessageContaining("the linker java/lang/Object.<init>()V");
    }

    /** Each byte of a class in turn; what is still admitted is what the Java machine itself holds against its rules. */
    @Test
    void neitherFailsNorHangsOnASpoiltClass() throws IOException {
        byte[] harmless = compiled("class Forged { int one() { return 1; } }");
        for (int at = 0; at < harmless.length; at++) {
            byte[] spoilt = harmless.clone();
            spoilt[at] ^= (byte) 0xFF;
            try {
                assertThat(AdmittedClasses.of(named(FORGED, spoilt)).names()).containsExactly(FORGED);
            } catch (RefusedClassException e) {
                assertThat(e).hasMessageStartingWith(FORGED);
            }
        }
    }

    @Test
    void doesNotLoadAForgedClassFromTheCache() throws IOException {
        RuleCache cache = RuleCache.in(temp.resolve("cache"));
        Path edition = Path.of("rules", "2019-09-27");
        Playbook playbook = ((Compilation.Compiled) Library.read(edition, cache)).playbook();
        String ruleHash = playbook.files().ruleHash();
        SortedMap<String, byte[]> classes = cache.find(ruleHash).orElseThrow().copies();
        classes.putAll(forged("""
                public class Forged {
                    static { System.setProperty("%s", Runtime.getRuntime().toString()); }
                }
                """.formatted(MARK)));
        Path entry;
        try (Stream<Path> entries = Files.list(temp.resolve("cache"))) {
            entry = entries.findFirst().orElseThrow();
        }
        byte[] written = RuleCache.entry(ruleHash, classes);
        Files.write(entry, written);
        assertThat(cache.find(ruleHash)).isEmpty();
        assertThat(Library.read(edition, cache)).isInstanceOf(Compilation.Compiled.class);
        assertThat(System.getProperty(MARK)).isNull();
        assertThat(Files.readAllBytes(entry)).isNotEqualTo(written);
        assertThat(cache.find(ruleHash)).isPresent();
    }

    private SortedMap<String, byte[]> forged(String text) throws IOException {
        return named(FORGED, compiled(text));
    }

    private byte[] compiled(String text) throws IOException {
        Path source = Files.writeString(
                Files.createDirectories(temp.resolve("forged")).resolve("Forged.java"),
                "package org.noteworthy.rules.note;\n" + text);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        temp.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        "-nowarn",
                        source.toString());
        assertThat(failed).isZero();
        return Files.readAllBytes(temp.resolve(FORGED + ".class"));
    }

    private static SortedMap<String, byte[]> named(String name, byte[] bytes) {
        return new TreeMap<>(Map.of(name, bytes));
    }
}
