package org.noteworthy.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;
import org.noteworthy.audit.InvalidQueryException;
import picocli.CommandLine.Option;

/** Which decisions are asked for: the same filters as those of the service. */
public final class QuestionOption {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Decisions made from this day on (its start in UTC), or from a moment on.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description =
                    "Decisions made before this day (its start in UTC, so the day itself is left out), or moment.")
    private @Nullable String to;

    @Option(names = "--edition", paramLabel = "V", description = "Judged by this edition.")
    private @Nullable String edition;

    @Option(names = "--digest", paramLabel = "D", description = "Judged by exactly these files: sha256:….")
    private @Nullable String digest;

    @Option(names = "--rule", paramLabel = "RULE", description = "Found this rule broken.")
    private @Nullable String rule;

    @Option(names = "--severity", paramLabel = "S", description = "Found something of it: error, warning or info.")
    private @Nullable String severity;

    @Option(names = "--role", paramLabel = "CODE", description = "Notes by this role.")
    private @Nullable String role;

    @Option(names = "--note-type", paramLabel = "NAME", description = "Notes of this type.")
    private @Nullable String noteType;

    @Option(names = "--author", paramLabel = "WHO", description = "Notes by this author.")
    private @Nullable String author;

    @Option(names = "--engagement", paramLabel = "ID", description = "Of this engagement.")
    private @Nullable String engagement;

    @Option(names = "--caller", paramLabel = "WHO", description = "Asked for by this caller.")
    private @Nullable String caller;

    @Option(names = "--identity", paramLabel = "ID", description = "Asked for by this identity, e.g. key:portal.")
    private @Nullable String identity;

    @Option(names = "--verdict", paramLabel = "V", description = "compliant, violating or needsPerson.")
    private @Nullable String verdict;

    @Option(names = "--note", paramLabel = "ID", description = "On the note of this id.")
    private @Nullable String note;

    @Option(names = "--waived", description = "Found something that is waived.")
    private boolean waived;

    public DecisionQuery query() {
        return new DecisionQueryBuilder()
                .with("from", from)
                .with("to", to)
                .with("edition", edition)
                .with("digest", digest)
                .with("rule", rule)
                .with("severity", severity)
                .with("role", role)
                .with("noteType", noteType)
                .with("author", author)
                .with("engagement", engagement)
                .with("caller", caller)
                .with("identity", identity)
                .with("verdict", verdict)
                .with("note", note)
                .with("waived", waived ? "true" : null)
                .build();
    }

    /** The word if it is one of those that an option takes. */
    public static String oneOf(String option, String word, List<String> words) {
        if (!words.contains(word)) {
            throw InvalidQueryException.unknown(option, word, words);
        }
        return word;
    }
}
