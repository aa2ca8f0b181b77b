package org.noteworthy.authoring.lint;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.noteworthy.playbooks.edition.ReadRule;

/** Checks what a rule says to whoever violates it. */
final class MessageChecks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;\u3002\uFF01\uFF1F\uFF1B]");

    /** Something to copy, between quotes of any kind. */
    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"]+\"|[\u201C\u201E][^\u201C\u201D]+[\u201C\u201D]|\u00AB[^\u00BB]+\u00BB|\u300C[^\u300D]+\u300D");

    /** Words with which people are asked to do something. */
    private static final Pattern REQUEST = Pattern.compile(
            "^(add|ask|change|choose|cite|correct|delete|do|fill|give|keep|make|merge|move|name|put|record|remove|replace"
                    + "|say|set|shorten|start|state|tell|update|use|write)\\b"
                    + "|\\bplease\\b|\\bbitte\\b|\\bpor favor\\b|\u8BF7|\u304F\u3060\u3055\u3044",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** How a sentence begins that goes on about what is wrong. */
    private static final Pattern GOES_ON = Pattern.compile(
            "^(it|this|that|these|those|they|there) (is|are|was|were|has|have|does|do)\\b", Pattern.CASE_INSENSITIVE);

    private MessageChecks() {}

    /** A message of one sentence that neither asks for anything nor quotes what to write leaves its reader alone. */
    static void look(ReadRule rule, LintDiagnostics diagnostics) {
        String message = rule.written().consequence().message();
        if (!showsWayOut(message)) {
            diagnostics.add(
                    Code.NO_WAY_OUT,
                    rule.rule().file(),
                    rule.written().consequence().messageAt(),
                    "The message says what is wrong and not what to do. Add a sentence with the way out, such as: Write"
                            + " one of {expected}.");
        }
    }

    private static boolean showsWayOut(String message) {
        if (message.contains("{expected}") || message.contains("{nearest}")) {
            return true;
        }
        String bare = PLACEHOLDER.matcher(message).replaceAll("").strip();
        long sentences = Arrays.stream(SENTENCE_END.split(bare))
                .map(String::strip)
                .filter(sentence -> sentence.chars().anyMatch(Character::isLetter))
                .filter(sentence -> !GOES_ON.matcher(sentence).find())
                .count();
        return sentences > 1
                || QUOTED.matcher(bare).find()
                || REQUEST.matcher(bare).find();
    }
}
