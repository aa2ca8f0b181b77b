package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The replays that were asked for. */
@Schema(description = "The replays that were asked for.")
public record Replays(
        @Schema(description = "The latest first.") List<Replay> replays) {}
