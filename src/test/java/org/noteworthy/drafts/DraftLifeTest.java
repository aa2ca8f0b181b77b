package org.noteworthy.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.noteworthy.drafts.DraftPlace.ANN;
import static org.noteworthy.drafts.DraftPlace.BOB;
import static org.noteworthy.drafts.DraftPlace.EDITION;
import static org.noteworthy.drafts.DraftPlace.EVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.change.ChangeKind;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.audit.change.RecordedChange;

/** A change of the policy from its first save to the day on which it is rolled back. */
class DraftLifeTest {
    private static final String RULE = "status-brief.drl";

    @TempDir
    Path folder;

    @Test
    void aChangeIsDraftedReviewedPublishedAndRolledBack() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            String before = place.rule(RULE);
            String digest = place.library().filesDigest(EDITION);
            place.drafts.create("clearer-words", "Say it clearer", EDITION, null, ANN);
            place.change("clearer-words", RULE, "rule \"status-brief\"", "// reworded\nrule \"status-brief\"", ANN);
            Draft submitted = place.reviews.submit("clearer-words", null, "Readers asked for it", ANN);
            assertThat(submitted.state()).isEqualTo(DraftState.IN_REVIEW);

            assertThatThrownBy(() -> place.reviews.approve("clearer-words", submitted.digest(), "", ANN))
                    .isInstanceOf(DraftException.class)
                    .hasMessageContaining("ann has changed or submitted");
            assertThatThrownBy(() -> place.publisher.publish("clearer-words", "now", null, EVE))
                    .hasMessageContaining("needs 1 approvals and has 0");

            Draft approved = place.reviews.approve("clearer-words", submitted.digest(), "Good", BOB);
            assertThat(approved.state()).isEqualTo(DraftState.APPROVED);
            Draft published = place.publisher.publish("clearer-words", "Agreed on Monday", EDITION, EVE);
            assertThat(published.state()).isEqualTo(DraftState.PUBLISHED);
            assertThat(place.rule(RULE)).contains("// reworded");
            assertThat(place.rules())
                    .isDirectoryNotContaining(
                            path -> path.getFileName().toString().startsWith(".re"));

            PolicyChanges log = new PolicyChanges(place.audit().orElseThrow(), place.key());
            RecordedChange change = log.all(EDITION, 10, null).get(0);
            assertThat(change.change().kind()).isEqualTo(ChangeKind.PUBLISHED);
            assertThat(change.change().fromDigest()).isEqualTo(digest);
            assertThat(change.change().toDigest()).isEqualTo(place.library().filesDigest(EDITION));
            assertThat(change.change().by().name()).isEqualTo("eve");
            assertThat(change.change().approvals()).hasSize(1);
            assertThat(change.signature()).isNotNull();

            Draft back = place.publisher.rollBack(EDITION, digest, "It was wrong", EVE);
            assertThat(back.name()).isEqualTo("rollback-2020-03-25-1");
            assertThat(place.rule(RULE)).isEqualTo(before);
            assertThat(place.library().filesDigest(EDITION)).isEqualTo(digest);
            assertThat(log.all(EDITION, 10, null)).hasSize(2);
            assertThat(log.all(EDITION, 10, null).get(0).change().kind()).isEqualTo(ChangeKind.ROLLED_BACK);
        }
    }

    @Test
    void aNewEditionIsAnotherFolderAndCanBeTakenOutOfForce() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            place.drafts.create("next-year", "Next year", EDITION, LocalDate.parse("2031-01-01"), ANN);
            place.reviews.submit("next-year", null, "For next year", ANN);
            place.publisher.publish("next-year", "For next year", null, ANN);
            assertThat(place.library().versions()).contains("2031-01-01", EDITION);

            place.publisher.rollBack("2031-01-01", null, "Not next year", ANN);
            assertThat(place.library().versions()).doesNotContain("2031-01-01").contains(EDITION);
        }
    }

    @Test
    void whoeverSavesLateIsShownWhatBothHaveDone() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.drafts.create("both", "Two authors", EDITION, null, ANN);
            String read = place.drafts.hash(place.drafts.find("both"), RULE).orElseThrow();
            String text = place.rule(RULE);
            place.put("both", RULE, "// ann\n" + text, ANN);
            assertThatThrownBy(() -> place.drafts.put("both", RULE, read, (text + "// bob\n").getBytes(), BOB))
                    .isInstanceOfSatisfying(StaleSaveException.class, stale -> {
                        assertThat(stale.difference().orElseThrow().merged()).contains("// ann\n" + text + "// bob\n");
                        assertThat(stale.sentence()).contains("ann changed it");
                    });
            assertThat(new String(place.drafts.file(place.drafts.find("both"), RULE)))
                    .isEqualTo("// ann\n" + text);
        }
    }

    @Test
    void aBaseThatWasChangedByHandIsNeverOverwritten() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            place.drafts.create("moved", "Moved", EDITION, null, ANN);
            String text = place.rule(RULE);
            place.put("moved", RULE, "// drafted\n" + text, ANN);
            place.reviews.submit("moved", null, "why", ANN);
            Files.writeString(place.rules().resolve(EDITION).resolve(RULE), text + "// by hand\n");
            assertThatThrownBy(() -> place.publisher.publish("moved", "why", null, ANN))
                    .hasMessageContaining("has changed since the draft moved was made: " + RULE);
            assertThat(place.rule(RULE)).isEqualTo(text + "// by hand\n");

            assertThat(place.rebase.rebase("moved", false, ANN).conflicts()).isEmpty();
            assertThat(place.drafts.find("moved").state()).isEqualTo(DraftState.EDITING);
            place.reviews.submit("moved", null, "why", ANN);
            place.publisher.publish("moved", "why", null, ANN);
            assertThat(place.rule(RULE)).isEqualTo("// drafted\n" + text + "// by hand\n");
        }
    }

    @Test
    void whatBreaksAFixtureIsNotPublished() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            place.drafts.create("retired", "Retire a rule", EDITION, null, ANN);
            String hash = place.drafts.hash(place.drafts.find("retired"), RULE).orElseThrow();
            place.change("retired", RULE, "rule \"status-brief\"", "rule \"status-brief\"\n    enabled false", ANN);
            place.reviews.submit("retired", null, "why", ANN);
            Checks checks = place.checks.all(place.drafts.find("retired"));
            assertThat(checks.lint()).isNotEmpty();
            assertThat(hash).isNotEmpty();
            System.out.println(checks.fixtures());
            System.out.println(checks.errors() + " " + checks.lint().get(0).diagnostics());
        }
    }

    @Test
    void theEffectIsToldInNotes() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            // opened once, so that there is a log
        }
        DraftPlace.record(folder, List.of("[EXO]\nSTATUS: Going well", "Nothing"));
        try (DraftPlace place = DraftPlace.again(folder)) {
            place.drafts.create("no-summary", "Retire", EDITION, null, ANN);
            place.drafts.delete(
                    "no-summary",
                    "summary-present.drl",
                    place.drafts
                            .hash(place.drafts.find("no-summary"), "summary-present.drl")
                            .orElseThrow(),
                    ANN);
            Checks checks = place.checks.all(place.drafts.find("no-summary"));
            System.out.println(checks.effect());
            assertThat(checks.effect().summary().notes()).isEqualTo(2);
        }
    }
}
