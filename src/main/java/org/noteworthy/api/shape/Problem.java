package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What keeps a call from being answered as asked, as RFC 9457 has it. */
@Schema(description = "What keeps a call from being answered as asked, as RFC 9457 has it.")
public record Problem(
        @Schema(
                description = "Problems have no addresses of their own here; the status says of which kind they are.",
                enumeration = "about:blank")
        String type,

        @Schema(description = "The kind of problem in a few words.")
        String title,

        @Schema(
                description = "The HTTP status; in a batch, the one that the note by itself would have got.",
                minimum = "400",
                maximum = "599")
        int status,

        @Schema(description = "What is wrong, with the values, and the way out.")
        String detail,

        @Schema(description = """
                The fields that are wrong, where the problem is with fields; the first hundred of them.""", minItems = 1) @Nullable List<FieldError> errors) {}
