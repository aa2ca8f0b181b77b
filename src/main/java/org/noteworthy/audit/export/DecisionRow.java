package org.noteworthy.audit.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.RecordedViolation;
import org.noteworthy.checking.outcome.AppliedWaiver;

/** Decisions and their violations as rows of a table, the same in every form that has tables. */
final class DecisionRow {
    /** What is told of a decision. */
    static final List<String> DECISION = List.of(
            "time",
            "id",
            "chain",
            "seq",
            "kind",
            "note",
            "engagement",
            "playbook",
            "digest",
            "verdict",
            "role",
            "noteType",
            "author",
            "caller",
            "identity",
            "writtenOn",
            "masked");

    /** What is told of a violation. */
    static final List<String> VIOLATION = List.of(
            "rule",
            "severity",
            "clause",
            "section",
            "line",
            "column",
            "found",
            "interaction",
            "message",
            "waivedBy",
            "waivedUntil",
            "waiver");

    private static final int NOTE = DECISION.indexOf("note");

    private DecisionRow() {}

    static List<String> of(Decision decision) {
        List<String> row = new ArrayList<>(DECISION.size() + VIOLATION.size());
        row.add(decision.time().toString());
        row.add(decision.id().toString());
        row.add(decision.chain());
        row.add(Long.toString(decision.seq()));
        row.add(decision.together() ? "engagement" : "note");
        row.add(decision.together() ? "" : decision.subject());
        row.add(field(decision, DecisionField.ENGAGEMENT));
        row.add(decision.edition());
        row.add(decision.digest());
        row.add(field(decision, DecisionField.VERDICT));
        row.add(field(decision, DecisionField.ROLE));
        row.add(field(decision, DecisionField.NOTE_TYPE));
        row.add(field(decision, DecisionField.AUTHOR));
        row.add(field(decision, DecisionField.CALLER));
        row.add(field(decision, DecisionField.IDENTITY));
        row.add(decision.field("writtenOn").orElse(""));
        row.add(String.join("; ", decision.masked()));
        return row;
    }

    private static String field(Decision decision, DecisionField field) {
        return decision.field(field.word()).orElse("");
    }

    /** The row of a violation behind that of its decision; of an engagement, with the note to look at. */
    static List<String> of(List<String> decision, RecordedViolation violation) {
        List<String> row = new ArrayList<>(decision);
        if (violation.note() != null) {
            row.set(NOTE, violation.note());
        }
        row.add(violation.rule());
        row.add(violation.severity());
        row.add(violation.clause());
        row.add(orEmpty(violation.section()));
        row.add(number(violation.line()));
        row.add(number(violation.column()));
        row.add(orEmpty(violation.found()));
        row.add(orEmpty(violation.interaction()));
        row.add(violation.message());
        AppliedWaiver waiver = violation.waiver();
        row.add(waiver == null ? "" : waiver.owner());
        row.add(waiver == null ? "" : waiver.until().toString());
        row.add(waiver == null ? "" : waiver.justification());
        return row;
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
