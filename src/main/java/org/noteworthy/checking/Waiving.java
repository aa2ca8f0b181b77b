package org.noteworthy.checking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.waiver.Waiver;
import org.noteworthy.playbooks.waiver.Waiver.Subject;
import org.noteworthy.playbooks.waiver.Waivers;

/**
 * Marks the violations that waivers let stand, right after judging: the one place for that, whichever way a note came.
 *
 * <p>Where there is nothing to mark, the report is handed back as it is.
 */
public final class Waiving {
    private Waiving() {}

    /** Finds what lets violations stand. */
    @FunctionalInterface
    public interface Finder {

        /**
         * What lets a violation of that rule stand; null where it counts.
         *
         * @param note of an engagement as a whole, the note to look at; null of a single note
         * @param interaction of an engagement as a whole, the interaction to look at; null of a single note
         */
        @Nullable
        AppliedWaiver find(String rule, @Nullable String note, @Nullable String interaction);
    }

    /**
     * Marks what these waivers let stand on that day of a note; a note that names no engagement is of {@code engagement},
     * the one that it was handed in with.
     */
    public static Report mark(
            Report report, Waivers waivers, LocalDate day, NoteRecord note, @Nullable String engagement) {
        if (waivers.isEmpty() || report.violations().isEmpty()) {
            return report;
        }
        Subject subject = subject(note, engagement);
        return mark(report, (rule, unused, none) -> applied(waivers, rule, subject, day));
    }

    /**
     * Marks what these waivers let stand on that day of an engagement as a whole: what points at a note or an interaction is
     * by its author. Where violations are left out of the result, nobody can tell at what they point; so only waivers of
     * the whole engagement count then.
     */
    public static EngagementResult mark(
            EngagementResult result, Waivers waivers, LocalDate day, EngagementRecord engagement) {
        if (waivers.isEmpty() || result.violations().isEmpty()) {
            return result;
        }
        Subjects subjects = new Subjects(engagement, result.gaps());
        return mark(result, (rule, note, interaction) -> applied(waivers, rule, subjects.of(note, interaction), day));
    }

    /** What a violation of that note is of. */
    static Subject subject(NoteRecord note, @Nullable String engagement) {
        return new Subject(note.engagement() == null ? engagement : note.engagement(), note.id(), note.author());
    }

    /** What violations of an engagement as a whole are of. */
    static final class Subjects {
        private final String engagement;
        private final boolean whole;
        private final Map<String, @Nullable String> authors = new HashMap<>();
        private final Map<String, @Nullable String> doers = new HashMap<>();

        Subjects(EngagementRecord record, Omissions gaps) {
            engagement = record.engagement();
            whole = gaps.omitted() > 0;
            record.notes().forEach(note -> authors.putIfAbsent(note.id(), note.author()));
            for (InteractionRecord interaction : record.interactions()) {
                doers.putIfAbsent(interaction.id(), interaction.author());
            }
        }

        Subject of(@Nullable String note, @Nullable String interaction) {
            if (whole) {
                return new Subject(engagement, null, null);
            }
            String author = note != null ? authors.get(note) : interaction != null ? doers.get(interaction) : null;
            return new Subject(engagement, note, author);
        }
    }

    private static @Nullable AppliedWaiver applied(Waivers waivers, String rule, Subject subject, LocalDate day) {
        return waivers.first(rule, subject, day).map(Waiving::applied).orElse(null);
    }

    private static AppliedWaiver applied(Waiver waiver) {
        return new AppliedWaiver(waiver.justification(), waiver.owner(), waiver.until());
    }

    /** Marks what is found to stand of a note. */
    public static Report mark(Report report, Finder finder) {
        List<Violation> marked = new ArrayList<>(report.violations().size());
        boolean any = false;
        for (Violation violation : report.violations()) {
            AppliedWaiver waiver = finder.find(violation.rule(), null, null);
            any |= waiver != null;
            marked.add(waiver == null ? violation : violation.with(waiver));
        }
        return any ? report.with(marked) : report;
    }

    /** Marks what is found to stand of an engagement as a whole. */
    public static EngagementResult mark(EngagementResult result, Finder finder) {
        List<CrossViolation> marked = new ArrayList<>(result.violations().size());
        boolean any = false;
        for (CrossViolation violation : result.violations()) {
            AppliedWaiver waiver = finder.find(violation.rule(), violation.note(), violation.interaction());
            any |= waiver != null;
            marked.add(waiver == null ? violation : violation.with(waiver));
        }
        return any ? result.with(marked) : result;
    }
}
