package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.FailingRules;
import org.noteworthy.playbooks.edition.Rule;

/** Where editions are compared, a rule that fails by one of them is no rule that is no longer violated. */
class ImpactTest {
    private static final NoteRecord NOTE = NoteRecord.of("N-1", "[EXOL]\nSTATUS: Going well");

    @Test
    void namesTheRulesThatFailedByEitherEdition() {
        Playbook sound = RealPlaybook.march2020();
        Playbook failing = FailingRules.with(sound, Rule.Subject.NOTE, "m-fails", note -> true, (note, report) -> {
            throw new IllegalStateException("told to nobody but the log");
        });
        try (Checker one = new Checker(sound);
                Checker other = new Checker(failing)) {
            Impact newly = new Impact();
            newly.add(one.check(NOTE), other.check(NOTE));
            Impact noLonger = new Impact();
            noLonger.add(other.check(NOTE), one.check(NOTE));
            assertThat(newly.failed()).containsExactly("m-fails");
            assertThat(noLonger.failed()).containsExactly("m-fails");
            assertThat(newly.changed()).isZero();
            assertThat(newly.rules()).doesNotContainKey("m-fails").containsKey("status-allowed");
        }
    }
}
