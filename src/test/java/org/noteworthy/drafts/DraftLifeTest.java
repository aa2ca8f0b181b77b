package org.noteworthy.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.noteworthy.drafts.DraftPlace.ANN;
import static org.noteworthy.drafts.DraftPlace.BOB;
import static org.noteworthy.drafts.DraftPlace.EDITION;
import static org.noteworthy.drafts.DraftPlace.EVE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

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
                    .hasMessageContaining("needs 1 approval and has 0");

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

            Draft back = place.rollbacks.rollBack(EDITION, digest, "It was wrong", EVE);
            assertThat(back.name()).isEqualTo("rollback-2020-03-25-1");
            assertThat(place.rule(RULE)).isEqualTo(before);
            assertThat(place.library().filesDigest(EDITION)).isEqualTo(digest);
            assertThat(log.all(EDITION, 10, null)).hasSize(2);
            assertThat(log.all(EDITION, 10, null).get(0).change().kind()).isEqualTo(ChangeKind.ROLLED_BACK);
        }
    }

    @Test
    void aPublicationIsUndoneWhileNoOtherFollowedIt() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            String before = place.rule(RULE);
            String first = published(place, "first", "// first\n" + before);
            String second = published(place, "second", "// second\n// first\n" + before);

            assertThatThrownBy(() -> place.rollbacks.undo(first, "It was wrong", EVE))
                    .hasMessageContaining("The edition " + EDITION
                            + " was changed last by the draft second and not by that publication.");
            assertThatThrownBy(() -> place.rollbacks.undo("0", "It was wrong", EVE))
                    .hasMessageContaining("No policy change has the id \"0\".");
            place.rollbacks.undo(second, "It was wrong", EVE);
            assertThat(place.rule(RULE)).isEqualTo("// first\n" + before);
        }
    }

    @Test
    void aPublicationThatMadeAnEditionIsUndoneByRemovingIt() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            place.drafts.create("next-year", "Next year", EDITION, LocalDate.parse("2031-01-01"), ANN);
            place.reviews.submit("next-year", null, "For next year", ANN);
            Draft published = place.publisher.publish("next-year", "For next year", null, ANN);

            Draft undone = place.rollbacks.undo(
                    Objects.requireNonNull(published.publication()).id(), "Not next year", ANN);
            assertThat(undone.publication()).extracting("kind").isEqualTo(Draft.Publication.Kind.REMOVED);
            assertThat(place.library().versions()).doesNotContain("2031-01-01").contains(EDITION);

            place.rollbacks.undo(Objects.requireNonNull(undone.publication()).id(), "Next year after all", ANN);
            assertThat(place.library().versions()).contains("2031-01-01", EDITION);
        }
    }

    /** Publishes a rule as a text, and tells the publication's id. */
    private static String published(DraftPlace place, String name, String text) throws IOException {
        place.drafts.create(name, "Words", EDITION, null, ANN);
        place.put(name, RULE, text, ANN);
        place.reviews.submit(name, null, "Clearer", ANN);
        return Objects.requireNonNull(
                        place.publisher.publish(name, "Clearer", null, EVE).publication())
                .id();
    }

    @Test
    void aNewEditionIsAnotherFolderAndCanBeTakenOutOfForce() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            place.drafts.create("next-year", "Next year", EDITION, LocalDate.parse("2031-01-01"), ANN);
            place.reviews.submit("next-year", null, "For next year", ANN);
            place.publisher.publish("next-year", "For next year", null, ANN);
            assertThat(place.library().versions()).contains("2031-01-01", EDITION);

            place.rollbacks.rollBack("2031-01-01", null, "Not next year", ANN);
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
            assertThatThrownBy(() -> place.drafts.put("both", RULE, read, utf8(text + "// bob\n"), BOB))
                    .isInstanceOfSatisfying(StaleSaveException.class, stale -> {
                        assertThat(stale.difference().orElseThrow().merged()).contains("// ann\n" + text + "// bob\n");
                        assertThat(stale.sentence()).contains("ann changed it");
                    });
            assertThat(new String(place.drafts.file(place.drafts.find("both"), RULE), StandardCharsets.UTF_8))
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
    void keepingTheDraftsTextOfOneFileUndoesNothingInAnother() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            String table = "tables/statuses.csv";
            Path edition = place.rules().resolve(EDITION);
            place.drafts.create("kept", "Kept", EDITION, null, ANN);
            String rule = place.rule(RULE);
            String rows = place.rule(table);
            place.put("kept", RULE, "// drafted\n" + rule, ANN);
            place.put("kept", table, rows + "drafted,en,Drafted,,\n", ANN);
            Files.writeString(edition.resolve(RULE), "// by hand\n" + rule);
            String byHand = rows.replaceFirst("\n", "\nhand,en,By hand,,\n");
            Files.writeString(edition.resolve(table), byHand);

            assertThat(place.rebase.rebase("kept", false, ANN).conflicts())
                    .extracting(Rebase.Conflict::path)
                    .containsExactly(RULE);
            assertThat(place.rebase.rebase("kept", true, ANN).conflicts()).isEmpty();
            Draft kept = place.drafts.find("kept");
            assertThat(place.drafts.file(kept, RULE))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("// drafted\n" + rule);
            assertThat(place.drafts.file(kept, table))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(byHand + "drafted,en,Drafted,,\n");
        }
    }

    @Test
    void whatBreaksAFixtureIsNotPublished() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            String fixture = "fixtures/rules/status-brief/passes-new.md";
            place.drafts.create("wrong-fixture", "A fixture", EDITION, null, ANN);
            place.put("wrong-fixture", fixture, "[EXO]\nSTATUS: On track" + " and so on".repeat(200) + "\n", ANN);
            place.reviews.submit("wrong-fixture", null, "why", ANN);
            Checks checks = place.checks.all(place.drafts.find("wrong-fixture"));
            assertThat(Objects.requireNonNull(checks.fixtures()).failures())
                    .anyMatch(failure -> failure.startsWith(fixture));
            assertThatThrownBy(() -> place.publisher.publish("wrong-fixture", "why", null, ANN))
                    .hasMessageContaining("1 fixture is not as expected");
            assertThat(place.fixtures().resolve("rules/status-brief/passes-new.md"))
                    .doesNotExist();

            place.put("wrong-fixture", fixture, "[EXO]\nSTATUS: On track\nSUMMARY: Met.\n", ANN);
            place.reviews.submit("wrong-fixture", null, "why", ANN);
            place.checks.all(place.drafts.find("wrong-fixture"));
        }
    }

    @Test
    void whatLintFindsIsNotPublished() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            place.drafts.create("broken", "Broken", EDITION, null, ANN);
            place.change("broken", RULE, "status.length", "status.lenght", ANN);
            place.reviews.submit("broken", null, "why", ANN);
            assertThatThrownBy(() -> place.publisher.publish("broken", "why", null, ANN))
                    .hasMessageContaining(". Correct what lint says");
            assertThat(place.rule(RULE)).contains("status.length");
        }
    }

    @Test
    void anApprovalEndsWithTheNextSaveThoughItIsTakenBack() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.drafts.create("voided", "Voided", EDITION, null, ANN);
            String text = place.rule(RULE);
            place.put("voided", RULE, "// first\n" + text, ANN);
            String digest = place.reviews.submit("voided", null, "why", ANN).digest();
            assertThatThrownBy(() -> place.reviews.approve("voided", "sha256:" + "0".repeat(64), "", BOB))
                    .hasMessageContaining("not as you have seen it: its digest is " + digest);
            place.reviews.approve("voided", digest, "", BOB);
            place.put("voided", RULE, "// second\n" + text, ANN);
            place.put("voided", RULE, "// first\n" + text, ANN);
            Draft again = place.reviews.submit("voided", null, "why", ANN);
            assertThat(again.digest()).isEqualTo(digest);
            assertThat(again.review().valid()).isEmpty();
            assertThatThrownBy(() -> place.publisher.publish("voided", "why", null, EVE))
                    .hasMessageContaining("needs 1 approval and has 0");
        }
    }

    @Test
    void whoeverHasSavedAnythingCannotApprove() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.drafts.create("ours", "Ours", EDITION, null, ANN);
            String text = place.rule(RULE);
            place.put("ours", RULE, "// bob\n" + text, BOB);
            for (int save = 0; save < 220; save++) {
                place.put("ours", RULE, "// ann " + save + "\n" + text, ANN);
            }
            assertThat(place.drafts.find("ours").history()).hasSizeLessThanOrEqualTo(201);
            String digest = place.reviews.submit("ours", null, "why", ANN).digest();
            assertThatThrownBy(() -> place.reviews.approve("ours", digest, "", BOB))
                    .hasMessageContaining("bob has changed or submitted");
            assertThat(place.reviews.approve("ours", digest, "", EVE).state()).isEqualTo(DraftState.APPROVED);
        }
    }

    @Test
    void aGateAsksForMoreApprovalsWhereManyNotesAreNewlyFlagged() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            // opened once, so that there is an audit log
            assertThat(place.drafts.all().drafts()).isEmpty();
        }
        DraftPlace.record(
                folder, List.of("[EXO]\nSTATUS: On track\nSUMMARY: Met.", "[EXO]\nSTATUS: On track\nSUMMARY: Met."));
        try (DraftPlace place = DraftPlace.again(folder)) {
            place.policy = new ReviewPolicy(1, false, new ReviewPolicy.Gate(2, 1));
            place.drafts.create("strict", "Strict", EDITION, null, ANN);
            place.change("strict", "tables/statuses.csv", "On track", "In line", ANN);
            String digest = place.reviews.submit("strict", null, "why", ANN).digest();
            Draft once = place.reviews.approve("strict", digest, "", BOB);
            Draft.Approval approval = once.review().valid().get(0);
            assertThat(approval.effect().notes()).isEqualTo(2);
            assertThat(approval.effect().newly()).isEqualTo(2);
            assertThat(once.state()).isEqualTo(DraftState.IN_REVIEW);
            assertThat(place.reviews.approve("strict", digest, "", EVE).state()).isEqualTo(DraftState.APPROVED);
        }
    }

    @Test
    void waiversAreDraftedAndRolledBackAsRulesAre() throws IOException {
        String header = "rule,engagement,note,author,justification,owner,from,until\n";
        try (DraftPlace place = DraftPlace.in(folder)) {
            place.policy = new ReviewPolicy(0, true, null);
            place.drafts.create("waive", "Waive", Draft.WAIVERS, null, ANN);
            place.put("waive", Draft.WAIVERS, header + "no-such-rule,E-1,,,Agreed,kim,2020-01-01,2099-12-31\n", ANN);
            assertThat(place.checks.all(place.drafts.find("waive")).errors()).isEqualTo(1);
            String row = "status-brief,E-1,,,Agreed,kim,2020-01-01,2099-12-31\n";
            place.put("waive", Draft.WAIVERS, header + row, ANN);
            assertThat(place.checks.all(place.drafts.find("waive")).errors()).isZero();
            place.reviews.submit("waive", null, "why", ANN);
            place.publisher.publish("waive", "why", null, ANN);
            assertThat(place.library().waivers().waivers().all()).hasSize(1);

            place.rollbacks.rollBack(Draft.WAIVERS, null, "over", ANN);
            assertThat(place.rules().resolve(Draft.WAIVERS)).doesNotExist();
            PolicyChanges log = new PolicyChanges(place.audit().orElseThrow(), place.key());
            assertThat(log.all(Draft.WAIVERS, 10, null)).hasSize(2);
        }
    }

    @Test
    void theEffectIsToldInNotesEachOnce() throws IOException {
        try (DraftPlace place = DraftPlace.in(folder)) {
            // opened once, so that there is an audit log
            assertThat(place.drafts.all().drafts()).isEmpty();
        }
        DraftPlace.record(folder, List.of("[EXO]\nSTATUS: Going well", "Nothing"));
        DraftPlace.record(folder, List.of("[EXO]\nSTATUS: Going well", "Nothing"));
        try (DraftPlace place = DraftPlace.again(folder)) {
            place.drafts.create("no-summary", "Retire", EDITION, null, ANN);
            String file = "summary-present.drl";
            String hash =
                    place.drafts.hash(place.drafts.find("no-summary"), file).orElseThrow();
            place.drafts.delete("no-summary", file, hash, ANN);
            Effect effect = Objects.requireNonNull(
                    place.checks.all(place.drafts.find("no-summary")).effect());
            assertThat(effect.summary()).isEqualTo(new EffectSummary(2, 2, 0, 2, 2, true));
            assertThat(effect.rules().get("summary-present"))
                    .isEqualTo(new Effect.RuleEffect(0, 2, 0, List.of("N-1", "N-0")));
        }
    }
}
