package org.noteworthy.notes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One note as its caller hands it in: the text and what the caller knows about it. A null field is unknown, which is
 * never the same as false or empty.
 */
public record NoteRecord(
        String id,
        String text,
        @Nullable String role,
        @Nullable String noteType,
        @Nullable String timeTask,
        @Nullable LocalDate writtenOn,
        @Nullable String author,
        @Nullable String engagement,
        @Nullable String interaction,
        @Nullable String activity,
        @Nullable Boolean covidAccelerated,
        @Nullable Deployment deployment,
        @Nullable EntitlementStatus entitlementStatus,
        @Nullable String language) {

    /** A note of which nothing is known but its text. */
    public static NoteRecord of(String id, String text) {
        return new NoteRecord(id, text, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
