package org.noteworthy.input.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.input.EngagementIntake;
import org.noteworthy.input.EngagementIntake.Part;
import org.noteworthy.input.Intake;
import org.noteworthy.input.NoteEntry;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;

/**
 * The engagement that is a whole file, as entries: one or, where anything in it can not be read, its parts.
 *
 * <p>Each note is then an entry by itself; each note and interaction that can not be read is refused in its place; and
 * last the engagement is, for judged as a whole without them it would seem to lack what it has.
 */
final class EngagementEntries {
    private static final int MOST_NAMED = 10;

    private EngagementEntries() {}

    /** The entries of that input; {@code id} is for an engagement that could not say its own. */
    static List<Entry> of(String input, String id, EngagementIntake intake) {
        Origin origin = new Origin(input, null, 1, 0, false);
        if (intake.whole() instanceof Intake.Accepted<EngagementRecord> accepted) {
            return List.of(new Entry.Engagement(origin, accepted.record()));
        }
        List<Entry> entries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Part<NoteRecord> note : intake.notes()) {
            entries.add(NoteEntry.of(origin(input, note), note.place(), note.record()));
            if (note.record() instanceof Intake.Refused) {
                unreadable.add(note.place());
            }
        }
        for (Part<InteractionRecord> interaction : intake.interactions()) {
            if (interaction.record() instanceof Intake.Refused<InteractionRecord> refused) {
                entries.add(new Entry.Refused(
                        origin(input, interaction),
                        RecordKind.INTERACTION,
                        refused.id() == null ? interaction.place() : refused.id(),
                        refused.problem()));
                unreadable.add(interaction.place());
            }
        }
        String given = ((Intake.Refused<EngagementRecord>) intake.whole()).id();
        String own = given == null || given.isEmpty() ? id : given;
        entries.add(new Entry.Refused(
                origin,
                RecordKind.ENGAGEMENT,
                own,
                incomplete(intake.ownProblem().orElse(null), unreadable)));
        return entries;
    }

    private static Origin origin(String input, Part<?> part) {
        return new Origin(input, part.place(), part.line(), 0, false);
    }

    private static Problem incomplete(@Nullable Problem own, List<String> unreadable) {
        String beside = own == null ? "" : own.detail() + " ";
        String parts = unreadable.isEmpty() ? "" : inWords(unreadable) + " could not be read. ";
        return new Problem(
                own == null ? 422 : own.status(),
                "Engagement not judged as a whole",
                beside + parts
                        + "So the engagement was not judged as a whole, since what is missing would count against it."
                        + " Correct the file and check it again.",
                own == null ? List.of() : own.errors());
    }

    private static String inWords(List<String> places) {
        int named = Math.min(places.size(), MOST_NAMED);
        int more = places.size() - named;
        if (more > 0) {
            return String.join(", ", places.subList(0, named)) + " and " + more + " more";
        }
        String allButLast = String.join(", ", places.subList(0, named - 1));
        return (allButLast.isEmpty() ? "" : allButLast + " and ") + places.get(named - 1);
    }
}
