package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.cli.Folders;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.FailingRules;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.language.pattern.Deadline;

/** Rules that cost much take nothing from others, and what they leave open makes no note compliant. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CostlyRulesTest {
    private static final Playbook SOUND = RealPlaybook.march2020();
    private static final NoteRecord GOOD = NoteRecord.of(
            "N-1",
            "[EXO]\nSTATUS: On track\nSUMMARY: Moved the first 300 mailboxes.\nNEXT ACTION: Call on 2020-04-03.");
    private static final NoteRecord BAD = NoteRecord.of("N-2", "[EXOL]\nSTATUS: Going well");

    @TempDir
    private Path temp;

    @Test
    void aNoteOnWhichARuleFailedIsNotCompliant() {
        Playbook failing = FailingRules.with(
                SOUND, Rule.Subject.NOTE, "m-fails", note -> 1 / note.text().indexOf("[") > 0, (note, report) -> {});
        try (Checker checker = new Checker(failing);
                Checker sound = new Checker(SOUND)) {
            assertThat(sound.check(GOOD).compliant()).isTrue();
            assertThat(checker.check(GOOD).gaps().failed()).hasSize(1);
            assertThat(checker.check(GOOD).compliant()).isFalse();
        }
    }

    @Test
    void manySlowRulesLeaveTheOthersTheirTime() {
        Playbook slow = SOUND;
        for (int i = 10; i < 35; i++) {
            slow = FailingRules.with(slow, Rule.Subject.NOTE, "a-slow-" + i, note -> true, (note, report) -> {
                while (note.position() == 0) {
                    Deadline.look();
                }
            });
        }
        try (Checker checker = new Checker(slow, new TimeLimits(Duration.ofSeconds(4), Duration.ofSeconds(4)));
                Checker sound = new Checker(SOUND)) {
            Report report = checker.check(BAD);
            assertThat(report.gaps().failed())
                    .hasSize(25)
                    .allMatch(failed -> failed.rule().startsWith("a-slow-"));
            assertThat(report.violations()).isEqualTo(sound.check(BAD).violations());
        }
    }

    @Test
    void noRuleIsAskedWhenNoTimeIsLeft() {
        AtomicInteger asked = new AtomicInteger();
        Duration limit = Duration.ofMillis(200);
        Predicate<Note> deaf = note -> {
            long end = System.nanoTime() + 2 * limit.toNanos();
            while (System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            return true;
        };
        Playbook counting = FailingRules.with(
                FailingRules.with(SOUND, Rule.Subject.NOTE, "a-deaf", deaf, (note, report) -> {}),
                Rule.Subject.NOTE,
                "b-counts",
                note -> asked.incrementAndGet() > 0,
                (note, report) -> {});
        try (Checker checker = new Checker(counting, new TimeLimits(limit, limit))) {
            Report report = checker.check(BAD);
            assertThat(asked).as("together with the others, and not once more").hasValue(1);
            assertThat(report.gaps().failed()).extracting(FailedRule::rule).contains("a-deaf", "b-counts");
            assertThat(report.compliant()).isFalse();
        }
    }

    @Test
    void whatAnEditionsPatternsTakeTogetherIsBounded() throws IOException {
        Path edition = copied();
        for (int i = 0; i < 12; i++) {
            write(edition, "costly-" + i, "$note : Note( text matches \".*[a-z]{" + (900 - i) + "}\" )");
        }
        assertThat(refused(edition))
                .startsWith("2020-03-25/costly-0.drl:1:1: The patterns of matches in this edition have ")
                .contains("10,000 are the most. Those of this rule have 904.");
    }

    @Test
    void whatTheRulesOfAnEditionHoldAgainstEachOtherIsBounded() throws IOException {
        Path edition = copied();
        for (int i = 10; i < 31; i++) {
            write(edition, "costly-" + i, "$note : Note( ) exists Note( position > " + i + " )");
        }
        assertThat(refused(edition))
                .contains("against each other 21 times; 20 are the most. This one does so 1 times.");
    }

    @Test
    void whatOneRuleTakesIsBounded() throws IOException {
        Path edition = copied();
        write(edition, "costly", """
                $note : Note( text matches "(?s).*[a-z]{900}.*",
                    text matches "(?s).*[0-9]{900}.*", text matches "(?s).*[A-Z]{900}.*" )""");
        assertThat(refused(edition))
                .startsWith("2020-03-25/costly.drl:4:5: The patterns of this rule have 2,7")
                .endsWith(" 2,000 are the most. Use smaller counts, or + and * where any number will do.");
        write(edition, "costly", "$note : Note( ) Note( position > 1 ) Interaction( )");
        assertThat(refused(edition)).startsWith("2020-03-25/costly.drl:4:42: 2 facts of this rule may be any of");
    }

    private String refused(Path edition) {
        Compilation.Refused refused = (Compilation.Refused) Library.read(edition, RuleCache.none());
        assertThat(refused.diagnostics()).hasSize(1);
        return refused.diagnostics().get(0).toString();
    }

    private Path copied() throws IOException {
        Path edition = temp.resolve("2020-03-25");
        Folders.copy(Path.of("rules/2020-03-25"), edition);
        return edition;
    }

    private static void write(Path edition, String rule, String patterns) throws IOException {
        Files.writeString(edition.resolve(rule + ".drl"), """
                rule "%s"
                    @severity("error")  @clause("content.status")
                when
                    %s
                then
                    report.violation( $note, "Here." );
                end
                """.formatted(rule, patterns));
    }
}
