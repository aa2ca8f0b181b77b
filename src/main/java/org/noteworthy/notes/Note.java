package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Composition;

/**
 * One note as rules see it: its text read into parts, and what its caller knows about it.
 *
 * @param record what the caller handed in
 * @param visible its text as a person sees it, which all parts are read from
 * @param position place among the notes of an engagement, from 0
 * @param language language of its labels
 * @param further the blocks of other workloads that follow in the text, each read as a note of its own: prefix and sections
 *     are those of the block, all else is that of the whole note
 */
public record Note(
        NoteRecord record,
        VisibleText visible,
        int position,
        String language,
        RoleGiven role,
        NoteTypeGiven noteType,
        Covid covid,
        DeploymentGiven deployment,
        Entitlement entitlement,
        Prefix prefix,
        Status status,
        Section summary,
        NextAction nextAction,
        Concerns concerns,
        Section executiveSummary,
        Sections sections,
        TimeTaskGiven timeTask,
        Activity activity,
        Limits limits,
        List<Note> further)
        implements Place {

    /** The caller's id of it, its letters composed. */
    public String id() {
        return Composition.of(record.id());
    }

    /** What its caller handed in. */
    public NoteRecord given() {
        return record;
    }

    /** Its text as a person sees it. */
    public String text() {
        return visible.text();
    }

    /** Who wrote it; null if unknown. */
    public @Nullable String author() {
        return Composition.ofNullable(record.author());
    }

    /** The interaction that it records; null if unknown. */
    public @Nullable String interaction() {
        return Composition.ofNullable(record.interaction());
    }

    /** The customer engagement that it belongs to; null if unknown. */
    public @Nullable String engagement() {
        return Composition.ofNullable(record.engagement());
    }

    /** Whether the customer is known to have accelerated because of COVID-19. */
    public boolean covidAccelerated() {
        return Boolean.TRUE.equals(record.covidAccelerated());
    }

    /** Whether anything is known of the customer accelerating. */
    public boolean covidAccelerationKnown() {
        return record.covidAccelerated() != null;
    }

    /** Its id alone: the engine puts facts into messages that it may log. */
    @Override
    public String toString() {
        return "Note " + record.id();
    }

    @Override
    public List<Spot> spots() {
        return List.of(Spot.WHOLE_NOTE);
    }
}
