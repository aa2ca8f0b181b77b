package org.noteworthy.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Outcomes;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.Spot;
import org.noteworthy.playbooks.edition.Severity;

/** What a hand-written checker has found in one note so far. */
final class HandWrittenResult {
    private static final Comparator<Violation> BY_PLACE =
            Comparator.comparingInt(Violation::start).thenComparing(Violation::rule);

    private final Note note;
    private List<Violation> violations = List.of();
    private int asked;
    private int violated;
    private int notApplicable;
    private int needsPerson;

    HandWrittenResult(Note note) {
        this.note = note;
    }

    /** Counts how a rule stands to the note, and tells whether it can judge it. */
    boolean judges(boolean covered, boolean known) {
        asked++;
        if (!covered) {
            notApplicable++;
            return false;
        }
        if (!known) {
            needsPerson++;
            return false;
        }
        return true;
    }

    void violated(String rule, Severity severity, String clause, Place place, Function<Spot, String> message) {
        violated++;
        if (violations.isEmpty()) {
            violations = new ArrayList<>(4);
        }
        List<Spot> spots = place.spots();
        for (Spot spot : spots.isEmpty() ? note.spots() : spots) {
            int lineStart = lineStart(spot.start());
            violations.add(new Violation(
                    rule,
                    severity,
                    clause,
                    message.apply(spot),
                    spot.section(),
                    linesBefore(lineStart) + 1,
                    spot.start() - lineStart + 1,
                    spot.start(),
                    spot.end(),
                    spot.found(),
                    spot.expected(),
                    spot.nearest(),
                    spot.fix()));
        }
    }

    /** The report; {@code elsewhere} counts the rules that are not about single notes. */
    Report report(String edition, String digest, int elsewhere, Map<String, String> assumed) {
        if (violations.size() > 1) {
            violations.sort(BY_PLACE);
        }
        int passed = asked - violated - notApplicable - needsPerson;
        return new Report(
                note.id(),
                edition,
                digest,
                violations,
                new Outcomes(violated, passed, notApplicable + elsewhere, needsPerson),
                assumed,
                Omissions.NONE);
    }

    private int lineStart(int offset) {
        int start = offset;
        while (start > 0 && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    private int linesBefore(int offset) {
        int lines = 0;
        for (int i = 0; i < offset; i++) {
            lines += endsLine(i) ? 1 : 0;
        }
        return lines;
    }

    private boolean endsLine(int at) {
        String text = note.text();
        char unit = text.charAt(at);
        return unit == '\n' || unit == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
    }

    static Function<Spot, String> always(String message) {
        return spot -> message;
    }

    static String found(Spot spot) {
        return spot.found() == null ? "" : spot.found();
    }

    static String expected(Spot spot) {
        return String.join(", ", spot.expected());
    }
}
