package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something to be said of a draft. */
@Schema(description = "Something to be said of a draft.")
public record DraftRemark(@Schema(description = "What.") String text) {}
