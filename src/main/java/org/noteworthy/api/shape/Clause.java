package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that the guidance asks. */
@Schema(description = "One thing that the guidance asks.")
public record Clause(
        @Schema(description = "Its id, which rules and reports name.")
        String id,

        @Schema(description = "What it asks, in one line.") String title,

        @Schema(description = "What it asks, in plain words.")
        String text,

        @Schema(description = "How it is read where the guidance leaves room.")
        List<String> readings,

        @Schema(
                description = "Whether rules judge by it, or a person has to, or nobody can.",
                enumeration = {"rules", "a person", "nobody"})
        String judgedBy,

        @Schema(description = "The ids of the rules that stand for it.")
        List<String> rules,

        @Schema(
                description = """
                By whom notes are held against it: by rules, by a person, not yet by anybody although rules shall \
                judge by it, or by nobody, as it asks nothing of a note.""",
                enumeration = {"rules", "a person", "not yet", "nobody"})
        String checkedBy,

        @Schema(
                description =
                        "A short hash over its words, behind a letter by which no spreadsheet takes it for a number.",
                pattern = "^h[0-9a-f]{12}$")
        String hash,

        @Schema(description = "Short hashes of the paragraphs of the source page that it stands on.")
        List<String> source,

        @Schema(description = "The rules that stand for it, with what shows that they do.")
        List<TracedRule> trace) {}
