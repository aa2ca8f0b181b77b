package org.noteworthy.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.text.Characters;

/**
 * How findings are put for people, each phrase on one line and without effect on a terminal.
 *
 * <p>A place begins with {@code file:line}, which terminals and editors make a link of, and goes on
 *
 * <ul>
 *   <li>{@code notes/a.md:5:9}, line and column of the file, where the note stands in it verbatim;
 *   <li>{@code notes.csv:31 [row 17, N-7:2:9]}, where it is one of many: the line at which its record starts, then what
 *       the input calls the entry, the note's id, and line and column of the note's own text;
 *   <li>{@code notes.csv:31 [row 17, N-7]}, likewise, for the note as a whole;
 *   <li>{@code notes.xlsx [row 17, N-7:2:9]}, where the input has no lines.
 * </ul>
 */
final class Wording {
    private static final int LONGEST_QUOTE = 100;

    private Wording() {}

    /** The place of a violation in a note. */
    static String place(Origin origin, String note, Violation violation) {
        Place place = Place.of(origin, violation);
        String lineAndColumn = ":" + place.line() + ":" + place.column();
        if (origin.verbatim()) {
            return Characters.harmless(origin.input()) + lineAndColumn;
        }
        return place(origin, origin.entry(), violation.found() == null ? note : note + lineAndColumn);
    }

    /** The place of what an engagement's notes and interactions break together. */
    static String place(Origin origin, String engagement, CrossViolation violation) {
        String entry = origin.entry() == null ? "engagement " + engagement : origin.entry();
        String note = violation.note() == null ? null : "note " + violation.note();
        String interaction = violation.interaction() == null ? null : "interaction " + violation.interaction();
        return place(origin, entry, note, interaction);
    }

    /** The place of a note as a whole. */
    static String place(Origin origin, String note) {
        return origin.verbatim() ? Characters.harmless(origin.input()) : place(origin, origin.entry(), note);
    }

    /** The place of an engagement as a whole. */
    static String placeOfEngagement(Origin origin, String engagement) {
        return place(origin, origin.entry() == null ? "engagement " + engagement : origin.entry());
    }

    /** The place of an entry that could not be judged. */
    static String place(Result.Unjudged unjudged) {
        Origin origin = unjudged.origin();
        if (unjudged.kind() == RecordKind.INPUT) {
            return place(origin);
        }
        String entry = origin.entry();
        boolean named = unjudged.kind() != RecordKind.NOTE || entry != null;
        return place(origin, entry, !named || unjudged.id().equals(entry) ? null : name(unjudged));
    }

    /** What could not be judged is called: a note or a whole input by its id, others with a word for what they are. */
    static String name(Result.Unjudged unjudged) {
        return unjudged.kind() == RecordKind.NOTE || unjudged.kind() == RecordKind.INPUT
                ? unjudged.id()
                : unjudged.kind().word() + " " + unjudged.id();
    }

    private static String place(Origin origin, @Nullable String... parts) {
        StringBuilder place = new StringBuilder(origin.input());
        if (origin.line() > 0) {
            place.append(':').append(origin.line());
        }
        String before = " [";
        for (String part : parts) {
            if (part != null) {
                place.append(before).append(part);
                before = ", ";
            }
        }
        return Characters.harmless(before.equals(", ") ? place.append(']').toString() : place.toString());
    }

    /** What to do about a violation of that text, and which clause asks for it: lines without indentation. */
    static List<String> advice(Origin origin, String text, Violation violation) {
        List<String> lines = new ArrayList<>(2);
        Fix fix = violation.fix();
        if (fix != null) {
            boolean inPlace =
                    violation.found() != null && fix.start() == violation.start() && fix.end() == violation.end();
            String perhaps = fix.safe() ? "" : "perhaps ";
            lines.add("help: " + perhaps + (inPlace ? edit(fix) : editElsewhere(origin, text, fix)));
        } else if (violation.nearest() != null) {
            lines.add("help: perhaps " + quoted(violation.nearest()) + " is meant");
        }
        lines.add(clause(violation.clause()));
        return lines;
    }

    /** What an edit does, and whether it is safe. */
    static String description(Fix fix) {
        return (fix.safe() ? "Safe: " : "Suggested: ") + edit(fix) + ".";
    }

    private static String edit(Fix fix) {
        if (fix.text().isEmpty()) {
            return "leave it out";
        }
        return (fix.start() == fix.end() ? "add " : "write ") + quoted(fix.text());
    }

    private static String editElsewhere(Origin origin, String text, Fix fix) {
        String instead = text.substring(fix.start(), fix.end());
        String edit = fix.text().isEmpty() ? "leave out " + quoted(instead) : edit(fix);
        String insteadOf = fix.text().isEmpty() || instead.isEmpty() ? "" : " in place of " + quoted(instead);
        Place inText = new Place(1, 1).walk(text, 0, fix.start());
        Place place = origin.verbatim() ? inText.inFile(origin) : inText;
        return edit + insteadOf + " at " + place.line() + ":" + place.column();
    }

    /** The line that says why a violation does not count. */
    static String waiver(AppliedWaiver waiver) {
        return "waived until " + waiver.until() + " by "
                + Characters.harmless(waiver.owner() + ": " + waiver.justification());
    }

    /** The line that names the clause. */
    static String clause(String clause) {
        return "clause: " + Characters.harmless(clause);
    }

    /** The line that tells of a field that is wrong. */
    static String fieldError(Problem.FieldError error) {
        return Characters.harmless(error.pointer() + ": " + error.detail());
    }

    private static String quoted(String text) {
        boolean cut = text.codePointCount(0, text.length()) > LONGEST_QUOTE;
        String shown = cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…" : text;
        return '"' + Characters.harmless(shown) + '"';
    }
}
