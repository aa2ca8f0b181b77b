package org.noteworthy.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.noteworthy.drafts.DraftPlace.ANN;
import static org.noteworthy.drafts.DraftPlace.BOB;
import static org.noteworthy.drafts.DraftPlace.EDITION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.change.ChangeKind;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.cli.Folders;

/** What somebody else does while a draft is published is neither lost nor put in force. */
class DisturbedPublishTest {
    private static final String RULE = "status-brief.drl";
    private static final String EXTENDING = "2020-05-12";

    @TempDir
    Path folder;

    private static DraftPlace submitted(DraftPlace place) throws IOException {
        place.policy = new ReviewPolicy(0, true, null);
        place.drafts.create("draft", "Draft", EDITION, null, ANN);
        place.put("draft", RULE, "// drafted\n" + place.rule(RULE), ANN);
        place.reviews.submit("draft", null, "why", ANN);
        return place;
    }

    private void lay() throws IOException {
        Folders.copyEdition(EDITION, folder.resolve("rules").resolve(EDITION));
    }

    private static void once(DraftPlace place, Runnable other) {
        place.meanwhile = () -> {
            place.meanwhile = () -> {};
            other.run();
        };
    }

    @Test
    void aSaveAtThatMomentIsKeptAndNothingIsPublished() throws IOException {
        lay();
        try (DraftPlace place = submitted(DraftPlace.again(folder))) {
            String before = place.rule(RULE);
            once(place, () -> place.put("draft", RULE, "// saved late\n" + before, BOB));
            assertThatThrownBy(() -> place.publisher.publish("draft", "why", null, ANN))
                    .isInstanceOf(DraftException.class)
                    .hasMessageContaining("was changed at this very moment");
            Draft draft = place.drafts.find("draft");
            assertThat(new String(place.drafts.file(draft, RULE), StandardCharsets.UTF_8))
                    .startsWith("// saved late");
            assertThat(draft.state()).isEqualTo(DraftState.EDITING);
            assertThat(place.rule(RULE)).isEqualTo(before);
            assertThat(LeftBehind.faults(place)).isEmpty();
        }
    }

    @Test
    void aChangeByHandAtThatMomentStays() throws IOException {
        lay();
        try (DraftPlace place = submitted(DraftPlace.again(folder))) {
            Path file = place.rules().resolve(EDITION).resolve(RULE);
            String byHand = place.rule(RULE) + "// by hand\n";
            once(place, () -> write(file, byHand));
            assertThatThrownBy(() -> place.publisher.publish("draft", "why", null, ANN))
                    .isInstanceOf(DraftException.class)
                    .hasMessageContaining("changed by somebody else at this very moment");
            assertThat(place.rule(RULE)).isEqualTo(byHand);
            assertThat(place.drafts.find("draft").publication()).isNull();
            assertThat(LeftBehind.faults(place)).isEmpty();
            PolicyChanges log = new PolicyChanges(place.audit().orElseThrow(), place.key());
            assertThat(log.all(EDITION, 10, null)).isEmpty();
        }
    }

    @Test
    void anEditionThatCannotBeReadKeepsNoOtherFromBeingPublished() throws IOException {
        lay();
        Path spoilt = Files.createDirectories(folder.resolve("rules/2018-01-01"));
        Files.writeString(folder.resolve("elsewhere.yaml"), "name: Elsewhere\n");
        Files.createSymbolicLink(spoilt.resolve("playbook.yaml"), folder.resolve("elsewhere.yaml"));
        try (DraftPlace place = submitted(DraftPlace.again(folder))) {
            assertThatThrownBy(() -> place.drafts.now("2018-01-01")).hasMessageContaining("cannot be read");
            place.publisher.publish("draft", "why", null, ANN);
            assertThat(place.rule(RULE)).startsWith("// drafted");
        }
    }

    @Test
    void ofARollbackThatIsAbandonedTheLogTellsWhatIsInForceAndWhatIsByHandStays() throws IOException {
        for (String edition : List.of(EDITION, EXTENDING)) {
            Folders.copy(
                    Path.of("rules", edition),
                    Files.createDirectories(folder.resolve("rules").resolve(edition)));
        }
        Path file = folder.resolve("rules").resolve(EDITION).resolve(RULE);
        AtomicBoolean disturbed = new AtomicBoolean();
        RulesFolder.KillPoint steps = step -> {
            if (step.equals("recorded") && disturbed.getAndSet(false)) {
                write(file, "// by hand\n");
            }
        };
        try (DraftPlace place = submitted(DraftPlace.again(folder, steps))) {
            String id = Objects.requireNonNull(
                            place.publisher.publish("draft", "why", null, ANN).publication())
                    .id();
            String drafted = place.rule(RULE);
            disturbed.set(true);
            assertThatThrownBy(() -> place.rollbacks.undo(id, "why", ANN))
                    .hasMessageContaining("stays as they left it");
            assertThat(file).hasContent("// by hand\n");
            PolicyChanges log = new PolicyChanges(place.audit().orElseThrow(), place.key());
            for (String edition : List.of(EDITION, EXTENDING)) {
                assertThat(log.all(edition, 1, null).get(0).change())
                        .as(edition)
                        .extracting("kind", "toDigest")
                        .containsExactly(ChangeKind.ABANDONED, place.library().filesDigest(edition));
            }
            assertThat(place.drafts.find("rollback-" + EDITION + "-1").state()).isEqualTo(DraftState.DISCARDED);

            assertThatThrownBy(() -> place.rollbacks.undo(id, "why", ANN)).hasMessageContaining("was changed by hand");
            assertThat(file).hasContent("// by hand\n");
            write(file, drafted);
            place.rollbacks.undo(id, "why", ANN);
            assertThat(place.rule(RULE)).doesNotStartWith("// drafted");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whileItIsPublishedItIsClosedAndCanBeSpokenOf() throws IOException {
        lay();
        DraftPlace[] one = new DraftPlace[1];
        RulesFolder.KillPoint steps = step -> {
            if (step.equals("recorded")) {
                assertThatThrownBy(() -> one[0].put("draft", RULE, "// late\n", BOB))
                        .hasMessageContaining("is being published");
                one[0].reviews.comment("draft", "At last", BOB);
            }
        };
        try (DraftPlace place = submitted(DraftPlace.again(folder, steps))) {
            one[0] = place;
            Draft published = place.publisher.publish("draft", "why", null, ANN);
            assertThat(published.review().comments())
                    .extracting(Draft.Comment::text)
                    .containsExactly("At last");
        }
    }

    @Test
    void whatTheAuditLogCannotTakeIsNotPublished() throws IOException {
        lay();
        try (DraftPlace place = submitted(DraftPlace.again(folder))) {
            for (String reason : List.of("", " ", "x".repeat(2_000), "a\u0007b", "a\u202eb")) {
                assertThatThrownBy(() -> place.publisher.publish("draft", reason, null, ANN))
                        .isInstanceOf(DraftException.class)
                        .hasMessageContaining("reason of a publication");
            }
            assertThat(place.drafts.find("draft").state()).isEqualTo(DraftState.APPROVED);
            place.publisher.publish("draft", "two\r\nlines\tand " + "x".repeat(1_800) + "\ud800", null, ANN);
            assertThat(place.rule(RULE)).startsWith("// drafted");
        }
    }

    @Test
    void whatFailsBeforeItIsRecordedIsTakenBackAtOnce() throws IOException {
        lay();
        try (DraftPlace place = submitted(DraftPlace.again(folder, failingAt("staged")))) {
            String before = place.rule(RULE);
            assertThatThrownBy(() -> place.publisher.publish("draft", "why", null, ANN))
                    .isInstanceOf(AuditException.class)
                    .hasMessage("No room");
            assertThat(place.drafts.find("draft").state()).isEqualTo(DraftState.APPROVED);
            assertThat(place.drafts.find("draft").publication()).isNull();
            assertThat(place.rule(RULE)).isEqualTo(before);
            assertThat(LeftBehind.faults(place)).isEmpty();
        }
    }

    @Test
    void whatFailsWhenItIsRecordedIsEndedAtOnce() throws IOException {
        lay();
        try (DraftPlace place = submitted(DraftPlace.again(folder, failingAt("recorded")))) {
            Draft published = place.publisher.publish("draft", "why", null, ANN);
            assertThat(published.state()).isEqualTo(DraftState.PUBLISHED);
            assertThat(place.rule(RULE)).startsWith("// drafted");
            assertThat(LeftBehind.faults(place)).isEmpty();
        }
    }

    private static RulesFolder.KillPoint failingAt(String where) {
        return step -> {
            if (step.equals(where)) {
                throw new AuditException("No room");
            }
        };
    }

    @Test
    void theLastEditionIsNotTakenOutOfForce() throws IOException {
        lay();
        try (DraftPlace place = submitted(DraftPlace.again(folder))) {
            place.publisher.publish("draft", "why", null, ANN);
            assertThatThrownBy(() -> place.rollbacks.rollBack(EDITION, null, "why", ANN))
                    .isInstanceOf(DraftException.class)
                    .hasMessageContaining("is the only one");
            assertThat(place.rule(RULE)).startsWith("// drafted");
        }
    }

    @Test
    void whatSomebodyWroteIntoADraftIsNotFollowed() throws IOException {
        lay();
        try (DraftPlace place = submitted(DraftPlace.again(folder))) {
            Path file = place.drafts().resolve("draft").resolve("draft.json");
            String json = Files.readString(file);
            place.drafts.create("other", "Other", EDITION, null, ANN);
            for (String spoilt : List.of(
                    "null",
                    "[]",
                    "{\"name\":\"draft\",\"history\":[]}",
                    json.replace("\"state\":", "\"stat\":"),
                    json.replace("\"base\":{", "\"bases\":{"),
                    json.replace("\"guidance.md\":", "\"../../escaped.md\":"),
                    json.replace("\"guidance.md\":", "\"/etc/escaped.md\":"),
                    json.replace("\"guidance.md\":", "\"..\\\\escaped.md\":"),
                    json.replace("\"guidance.md\":\"", "\"guidance.md\":\"../"),
                    json.replace("\"edition\":\"2020-03-25\"", "\"edition\":\"../rules\""))) {
                assertThat(spoilt).isNotEqualTo(json);
                Files.writeString(file, spoilt);
                assertThat(place.drafts.all().damaged()).as(spoilt).containsExactly("draft");
                assertThat(place.drafts.all().drafts()).extracting(Draft::name).containsExactly("other");
                assertThatThrownBy(() -> place.publisher.publish("draft", "why", null, ANN))
                        .hasMessageContaining("is damaged");
            }
        }
    }
}
