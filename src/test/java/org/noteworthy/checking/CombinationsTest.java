package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.cli.Folders;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** A rule about engagements can not make the engine hold everything against everything. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CombinationsTest {
    private static final String VERSION = "2020-03-25";

    @TempDir
    private Path temp;

    @Test
    void whatWouldTakeTooLongFailsAloneAndSaysWhy() throws IOException {
        EngagementResult seen = judge("""
                    $a : Note( )
                    $b : Note( id != $a.id )""", engagement(400, "I-1"));
        assertThat(seen.gaps().failed())
                .containsExactly(new FailedRule(
                        "joins",
                        "This rule holds all notes and interactions of an engagement against each other, and here are"
                                + " too many for that. Judge the point by hand, and tell the owner of the rule."));
        assertThat(seen.violations()).extracting(CrossViolation::rule).contains("one-note-per-interaction");
    }

    @Test
    void whatLooksForEqualityCountsThoseThatAreEqual() throws IOException {
        String pairs = """
                    $a : Note( )
                    $b : Note( id == $a.id )
                    $c : Note( $b.id == id )
                    $d : Note( id == $c.id && position == $b.position )""";
        EngagementResult seen = judge(pairs, engagement(1_500, "I-1"));
        assertThat(seen.gaps().failed()).isEmpty();
        assertThat(seen.violations()).extracting(CrossViolation::rule).contains("joins");
    }

    @Test
    void ofAFewEverythingIsHeldAgainstEverything() throws IOException {
        EngagementResult seen = judge("""
                    $a : Note( )
                    $b : Note( id != $a.id )""", engagement(300, "I-1"));
        assertThat(seen.gaps().failed()).isEmpty();
        assertThat(seen.violations()).extracting(CrossViolation::rule).contains("joins");
    }

    @Test
    void thirtyNotesAreManyWhereAllHaveTheSameKeys() throws IOException {
        EngagementResult seen = judge("""
                    $a : Note( )
                    $b : Note( interaction == $a.interaction )
                    $c : Note( interaction == $b.interaction )
                    $d : Note( interaction == $c.interaction )""", engagement(30, "I-1"));
        assertThat(seen.gaps().failed())
                .singleElement()
                .extracting(FailedRule::reason, InstanceOfAssertFactories.STRING)
                .startsWith("This rule holds all notes and interactions of an engagement against each other");
    }

    private EngagementResult judge(String condition, EngagementRecord engagement) throws IOException {
        Path edition = temp.resolve("rules").resolve(VERSION);
        Folders.copy(Path.of("rules", VERSION), edition);
        Files.writeString(edition.resolve("joins.drl"), """
                rule "joins"
                    @severity("error")  @clause("content.status")
                when
                %s
                then
                    report.violation( $a, "Write fewer notes." );
                end
                """.formatted(condition));
        Library library = Library.open(temp.resolve("rules"), RuleCache.none());
        try (Checker checker = new Checker(library.named(VERSION))) {
            return checker.checkTogether(engagement);
        }
    }

    private static EngagementRecord engagement(int count, String interaction) {
        List<NoteRecord> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notes.add(new NoteRecord(
                    "n" + i,
                    "STATUS: On track",
                    "FE",
                    null,
                    null,
                    null,
                    "ana",
                    null,
                    interaction,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return new EngagementRecord("E", notes, List.of());
    }
}
