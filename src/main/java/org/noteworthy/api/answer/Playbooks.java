package org.noteworthy.api.answer;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Every edition of the playbook, oldest first. */
@Schema(description = "Every edition of the playbook, oldest first.")
public record Playbooks(
        @Schema(description = "The version in force today; absent where there is none.") @Nullable
        String inForce,

        @Schema(description = """
                Why the rules folder can no longer be read. The editions that were read before go on serving.""") @Nullable String problem,

        @Schema(description = "When the rules folder was last looked at for changes without stumbling over anything.")
        Instant looked,

        @Schema(description = "The editions.") List<Playbook> playbooks,

        @Schema(description = """
                What is wrong with waivers.csv, while anything is. The waivers that were read before go on counting.""", minItems = 1) @Nullable List<Reason> waiverReasons) {}
