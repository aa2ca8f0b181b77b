package org.noteworthy.access;

/** Names that others chose, as they may be shown. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** The text without characters that steer a terminal, and not endless. */
    static String of(String text) {
        String visible = text.codePoints()
                .limit(LONGEST)
                .map(each -> isPlain(each) ? each : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() < text.length() ? visible + "…" : visible;
    }

    /** Whether a character is only itself: no control, no mark that turns or hides what stands around it. */
    static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether a whole text is plain, not blank at its ends, and no longer than that. */
    static boolean isName(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.strip().equals(text)
                && text.codePoints().allMatch(Shown::isPlain);
    }
}
