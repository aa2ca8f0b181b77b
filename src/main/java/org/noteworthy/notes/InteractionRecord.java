package org.noteworthy.notes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One interaction of an engagement as its caller hands it in: when, by whom, about what. */
public record InteractionRecord(
        String id,
        @Nullable LocalDate on,
        @Nullable String role,
        @Nullable String author,
        @Nullable String activity) {}
