package org.noteworthy.authoring.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a rule reports.
 *
 * @param place the fact or the part of it that a violation points at, such as {@code $note.status}
 * @param message its texts, and between them what is filled in
 */
public record FormReport(String place, List<Part> message) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    public FormReport {
        message = parts(RuleForm.composed(said(message)));
    }

    /**
     * A stretch of a message.
     *
     * @param placeholder whether it is filled in where a violation is told, as {@code found} or a property is
     */
    public record Part(boolean placeholder, String written) {}

    /** A message as a rule has it. */
    public static FormReport of(String place, String message) {
        return new FormReport(place, List.of(new Part(false, message)));
    }

    /** The message as a rule has it. */
    public String said() {
        return said(message);
    }

    private static String said(List<Part> parts) {
        return parts.stream()
                .map(part -> part.placeholder() ? "{" + part.written() + "}" : part.written())
                .collect(Collectors.joining());
    }

    /** Whatever stands in braces is filled in, whoever wrote the braces. */
    private static List<Part> parts(String message) {
        List<Part> parts = new ArrayList<>();
        Matcher placeholders = PLACEHOLDER.matcher(message);
        int at = 0;
        while (placeholders.find()) {
            text(message.substring(at, placeholders.start()), parts);
            parts.add(new Part(true, placeholders.group(1)));
            at = placeholders.end();
        }
        text(message.substring(at), parts);
        return List.copyOf(parts);
    }

    private static void text(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(false, text));
        }
    }
}
