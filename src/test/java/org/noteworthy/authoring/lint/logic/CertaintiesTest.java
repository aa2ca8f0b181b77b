package org.noteworthy.authoring.lint.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.authoring.lint.logic.Formula.All;
import org.noteworthy.authoring.lint.logic.Formula.Any;
import org.noteworthy.authoring.lint.logic.Formula.Asks;
import org.noteworthy.authoring.lint.logic.Formula.Missing;
import org.noteworthy.authoring.lint.logic.Formula.Not;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteField;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.notes.vocabulary.FactInvariants;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.Playbook;

/** What counts as certain of every note is so of notes that nobody would write. */
class CertaintiesTest {
    private static final int NOTES = 1_500;

    @ParameterizedTest
    @ValueSource(longs = {1, 20200325, 987654321})
    void holdForEveryNote(long seed) {
        Playbook playbook = RealPlaybook.march2020();
        RandomNotes random = new RandomNotes(seed);
        List<Formula> certain = Certain.of("Note", 0);
        List<FactInvariants.Certainty> told = FactInvariants.all().stream()
                .filter(certainty -> certainty.type().equals("Note"))
                .toList();
        for (int i = 0; i < NOTES; i++) {
            Note note = playbook.parser().parse(random.note("n" + i));
            for (int j = 0; j < certain.size(); j++) {
                assertThat(holds(certain.get(j), note))
                        .as("%s for %s (seed %d)", told.get(j).condition(), note.given(), seed)
                        .isTrue();
            }
            for (NoteField field : NoteField.values()) {
                if (!FactInvariants.known(field.key()).isEmpty()) {
                    Formula known = Certain.formula("Note", FactInvariants.known(field.key()), 0);
                    assertThat(holds(known, note))
                            .as("%s known for %s (seed %d)", field.key(), note.given(), seed)
                            .isEqualTo(field.isKnown(note.given()));
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> holdForEveryInteraction() {
        List<Formula> certain = Certain.of("Interaction", 0);
        return List.of("FE", "sme", "Architect", "").stream()
                .map(role -> DynamicTest.dynamicTest("\"" + role + "\"", () -> {
                    InteractionRecord record = new InteractionRecord("i-1", null, role, null, "networking");
                    Object interaction = RealPlaybook.march2020().parser().parse(record);
                    assertThat(certain).isNotEmpty().allMatch(formula -> holds(formula, interaction));
                }))
                .toList();
    }

    private static boolean holds(Formula formula, Object fact) {
        if (formula instanceof All all) {
            return all.parts().stream().allMatch(part -> holds(part, fact));
        }
        if (formula instanceof Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, fact));
        }
        if (formula instanceof Not not) {
            return !holds(not.negated(), fact);
        }
        Asks asks = (Asks) formula;
        Object value = value(asks.thing(), fact);
        return asks.answeredBy(value == null ? Missing.MISSING : value);
    }

    private static @Nullable Object value(Thing thing, Object fact) {
        Object value = fact;
        for (Vocabulary.Property step : Vocabulary.path(thing.type(), thing.path())) {
            value = value == null ? null : step.read().apply(value);
        }
        return value;
    }
}
