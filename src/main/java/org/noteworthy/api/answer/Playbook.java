package org.noteworthy.api.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One edition of the playbook. */
@Schema(description = """
        One edition of the playbook. An edition that is spoilt while the service runs is rejected, and goes on \
        serving as it was before.""")
public record Playbook(
        @Schema(ref = "Version") String version,

        @Schema(
                description = "Whether the edition, as its files are now, can be used.",
                enumeration = {"active", "rejected"})
        String state,

        @Schema(description = "Whether it judges, be it as it was before it was rejected.")
        boolean serving,

        @Schema(description = "Whether it is the one in force today.")
        boolean inForce,

        @Schema(description = """
                Its first day; absent where it is in force on none, like a copy that says the day of another one.""") @Nullable LocalDate inForceFrom,

        @Schema(description = "Its last day; absent where no later edition ends it.") @Nullable
        LocalDate inForceTo,

        @Schema(description = "Its title.") @Nullable String title,

        @Schema(description = "Which state of the guidance it was made from.") @Nullable
        String source,

        @Schema(ref = "Digest") @Nullable String digest,

        @Schema(description = "Since when the service judges by it as it is.") @Nullable
        Instant since,

        @Schema(ref = "Count") @Nullable Integer rules,
        @Schema(ref = "Count") @Nullable Integer clauses,

        @Schema(description = "What is wrong with it; empty where nothing is.")
        List<Reason> reasons,

        @Schema(description = """
                The names of its files, where this edition alone was asked for; empty where it does not serve.""") @Nullable List<String> files) {}
