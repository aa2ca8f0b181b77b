package org.noteworthy.api.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of files as callers give them: they say what a file is and are shown, and no file is ever opened by them. */
final class SentName {
    private static final int LONGEST = 255;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private SentName() {}

    /** What is wrong with a name, as a sentence; empty where nothing is. */
    static Optional<String> wrong(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.of("A file needs its name, such as april.xlsx, which says what it is.");
        }
        if (name.length() > LONGEST) {
            return Optional.of(
                    "The name of a file has up to " + LONGEST + " characters; this one has " + name.length() + ".");
        }
        if (!name.codePoints().allMatch(SentName::shows)) {
            return Optional.of("The name of a file is one line of characters that show; this one has others.");
        }
        boolean path = name.indexOf('\\') >= 0
                || name.startsWith("/")
                || Arrays.stream(name.split("/", -1))
                        .anyMatch(step -> step.isBlank() || step.strip().matches("\\.+"));
        return path
                ? Optional.of("The name of a file is a name, or folders and a name such as april/a.md; no path that"
                        + " begins at / or goes up by .., and no backslash.")
                : Optional.empty();
    }

    private static boolean shows(int character) {
        int type = Character.getType(character);
        return character == JOINER
                || character == NON_JOINER
                || type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.UNASSIGNED
                        && type != Character.PRIVATE_USE
                        && type != Character.LINE_SEPARATOR
                        && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** The value of {@code Content-Disposition} for the report about a file of that name. */
    static String disposition(String name, String extension) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int point = last.lastIndexOf('.');
        String report = (point > 0 ? last.substring(0, point) : last) + "-report." + extension;
        String plain = report.replaceAll("[^A-Za-z0-9._-]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + URLEncoder.encode(report, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
