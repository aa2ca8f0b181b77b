package org.noteworthy.playbooks.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.runtime.KieSession;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.engine.AdmittedClasses;
import org.noteworthy.playbooks.engine.CompiledRules;
import org.noteworthy.playbooks.engine.RuleCompiler;
import org.noteworthy.playbooks.engine.Verdict;

/**
 * Rules that reach for more than rules have are refused for what the compiler made of them, whatever their text looks like.
 * They are given to the compiler as they stand, without the reading of rules before it; what runs while the compiler works
 * is the affair of that reading.
 */
class OutOfReachTest {
    private static final String MARK = "org.noteworthy.hostile";
    private static final Path FILE = Path.of("target", "hostile");
    private static final String MARKS = "System.setProperty(\"" + MARK + "\", \"ran\")";

    @AfterEach
    void forget() throws IOException {
        System.clearProperty(MARK);
        Files.deleteIfExists(FILE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"consequences", "conditions", "besideTheRule"})
    void isRefusedAndNeverRuns(String what, String text) {
        Diagnostics diagnostics = new Diagnostics("2020-03-25");
        Optional<AdmittedClasses> admitted = RuleCompiler.compile(List.of(source(text)), diagnostics);
        admitted.ifPresent(OutOfReachTest::run);
        assertThat(System.getProperty(MARK)).isNull();
        assertThat(FILE).doesNotExist();
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::toString)
                .containsExactly("2020-03-25/hostile.drl:2:1: A rule here uses something that rules do not have."
                        + " A condition asks for properties of the facts and compares them, and after \"then\" stands"
                        + " report.violation alone.");
        assertThat(admitted).isEmpty();
    }

    private static Stream<Arguments> consequences() {
        return Stream.of(
                arguments("asks the system", then("System.gc();")),
                arguments("marks a property", then(MARKS + ";")),
                arguments("starts a program", then("Runtime.getRuntime().exec(\"touch " + FILE + "\");")),
                arguments("looks up a class", then("Class.forName(\"java.lang.Runtime\");")),
                arguments("writes a file", then("new java.io.File(\"" + FILE + "\").createNewFile();")),
                arguments("yields", then("Thread.yield();")),
                arguments("starts a thread", then("new Thread(() -> " + MARKS + ").start();")),
                arguments("opens a connection", then("new java.net.Socket(\"127.0.0.1\", 1);")),
                arguments("makes a fact", then("insert( \"fact\" );")),
                arguments("halts the engine", then("drools.halt();")),
                arguments("asks for the session", then("kcontext.getKieRuntime().halt();")));
    }

    private static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("calls", when("Note( " + MARKS + " == null )")),
                arguments("chains classes", when("Note( this.getClass().getClassLoader() != null )")),
                arguments("reads a constant", when("Note( id != java.io.File.separator )")),
                arguments(
                        "searches by the class of patterns",
                        when("Note( java.util.regex.Pattern.matches(\"a.*\", text) )")),
                arguments("repeats a text", when("Note( text.repeat(2) != null )")),
                arguments("asks for what the vocabulary does not name", when("Note( status.spots().size() > 0 )")),
                arguments("evaluates", when("Note( ) eval( " + MARKS + " == null )")),
                arguments("takes from elsewhere", when("Note( ) $k : String( ) from System.getenv().keySet()")),
                arguments("accumulates", when("Note( ) accumulate( Note( $p : position ); $sum : sum( $p ) )")),
                arguments("collects", when("Note( ) $all : java.util.List( ) from collect( Note( ) )")),
                arguments("looks at a window", when("Note( ) Note( ) over window:length( 1 )")));
    }

    private static Stream<Arguments> besideTheRule() {
        String run = "report.violation( $note, \"Ran.\" ); ";
        return Stream.of(
                arguments(
                        "imports files",
                        rule(
                                "import java.nio.file.Files; import java.nio.file.Path;",
                                "",
                                "Note( )",
                                run + "Files.createFile(Path.of(\"" + FILE + "\"));")),
                arguments(
                        "imports a method",
                        rule(
                                "import static java.lang.System.setProperty;",
                                "",
                                "Note( )",
                                run + "setProperty(\"" + MARK + "\", \"ran\");")),
                arguments(
                        "has a function",
                        rule("function void mark() { " + MARKS + "; }", "", "Note( )", run + "mark();")),
                arguments(
                        "declares a fact",
                        rule("declare Bomb word : String = " + MARKS + " end", "", "Note( ) not Bomb( )", run)),
                arguments(
                        "declares an enumeration",
                        rule("declare enum Bomb A(\"x\"); word : String end", "", "Note( id != Bomb.A.word )", run)),
                arguments("has a query", rule("query \"notes\" Note( ) end", "", "Note( )", run)),
                arguments(
                        "computes its salience",
                        rule("", "salience Integer.parseInt(\"1\" + " + MARKS + ")", "Note( )", run)),
                arguments("computes its salience in disguise", rule("", "salience - 3", "Note( )", run)),
                arguments(
                        "computes whether it is enabled", rule("", "enabled (" + MARKS + " == null)", "Note( )", run)),
                arguments("has a timer", rule("", "timer( int: 1h )", "Note( )", run)));
    }

    private static String then(String consequence) {
        return rule("", "", "Note( )", "report.violation( $note, \"Ran.\" ); " + consequence);
    }

    private static String when(String condition) {
        return rule("", "", condition, "report.violation( $note, \"Ran.\" );");
    }

    private static String rule(String before, String attributes, String condition, String consequence) {
        return before + "\nrule \"hostile\" " + attributes + "\nwhen\n    $note : " + condition + "\nthen\n    "
                + consequence + "\nend\n";
    }

    private static RuleCompiler.Source source(String text) {
        Rule rule = new Rule(
                "hostile",
                "",
                Severity.ERROR,
                "content.status",
                Rule.Subject.NOTE,
                "Note",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "hostile.drl",
                2);
        return new RuleCompiler.Source("hostile.drl", text, List.of(rule), List.of());
    }

    private static void run(AdmittedClasses classes) {
        try {
            KieSession session = CompiledRules.load(classes).notes().together().newKieSession();
            session.setGlobal("report", (Verdict) (place, text) -> {});
            session.insert(RealPlaybook.march2020().parser().parse(NoteRecord.of("note", "STATUS: On track")));
            session.fireAllRules(10);
            session.dispose();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
