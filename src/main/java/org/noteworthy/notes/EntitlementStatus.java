package org.noteworthy.notes;

import org.jspecify.annotations.Nullable;

/** The three levels of status recorded for a customer's entitlement; a level that was left out is null. */
public record EntitlementStatus(
        @Nullable String l1, @Nullable String l2, @Nullable String l3) {}
