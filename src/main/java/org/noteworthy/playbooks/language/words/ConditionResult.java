package org.noteworthy.playbooks.language.words;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.DrlText;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.pattern.TextPattern;

/**
 * A condition without parts, and what one fact made of it.
 *
 * @param condition a property that says yes or no, or a comparison
 * @param left value of its left side
 * @param right value of its right side; null where it has none
 */
public record ConditionResult(
        Condition condition,
        boolean holds,
        @Nullable Object left,
        @Nullable Object right) {
    private static final int SHOWN = 60;
    private static final String NOT = "not ";

    /** Such as {@code status.length is 12, not > limits.statusCharacters, which is 300}. */
    public String sentence() {
        if (condition instanceof Condition.Holds yes) {
            FactNames facts = FactNames.alone(yes.property().fact());
            return yes.property().written() + " is " + holds + " (" + Phrases.sentence(yes.property(), holds, facts)
                    + ".)";
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.property().written() + " is " + shown(left) + ", " + (holds == oneOf.negated() ? NOT : "")
                    + "in " + DrlText.of(oneOf.values());
        }
        Condition.Compares compares = (Condition.Compares) condition;
        String stands = stands(compares.operator());
        String right = DrlText.of(compares.right())
                + (compares.right() instanceof PropertyUse ? ", which is " + shown(this.right) : "");
        return compares.left() instanceof PropertyUse property
                ? property.written() + " is " + shown(left) + ", " + stands + " " + right
                        + lineEnds(compares.operator())
                : DrlText.of(compares.left()) + " is " + stands + " " + right;
    }

    private String stands(Operator operator) {
        String written = operator.written();
        if (holds) {
            return written;
        }
        return written.startsWith(NOT) ? written.substring(NOT.length()) : NOT + written;
    }

    /** What has to be known of line ends where a pattern meets a text that has some. */
    private String lineEnds(Operator operator) {
        boolean pattern = operator == Operator.MATCHES || operator == Operator.MATCHES_NOT;
        if (!pattern
                || !(left instanceof String text)
                || !(right instanceof String asked)
                || !withLineEnds(text).contains("\\n")) {
            return "";
        }
        return TextPattern.stopsAtLineEnds(asked)
                ? " (\\n is a line end, where a dot stops unless the pattern begins with (?s))"
                : " (\\n is a line end)";
    }

    /** The text on one line, as a pattern would write it. */
    private static String withLineEnds(String text) {
        return TextPattern.withPlainLineEnds(text).replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "not known";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            String line = withLineEnds(text);
            int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
            return "\"" + line.substring(0, end) + (end < line.length() ? "…" : "") + "\"";
        }
        return value.toString();
    }
}
