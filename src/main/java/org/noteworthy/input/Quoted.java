package org.noteworthy.input;

/** A value as a message shows it: in quotes, in one line, cut where it is long. */
public final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    /** The value in double quotes; what does not print is a blank, and what is beyond 40 characters an ellipsis. */
    public static String of(String value) {
        StringBuilder shown = new StringBuilder("\"");
        int length = 0;
        for (int at = 0; at < value.length(); ) {
            int character = value.codePointAt(at);
            at += Character.charCount(character);
            if (++length > LONGEST) {
                shown.append('…');
                break;
            }
            shown.appendCodePoint(prints(character) ? character : ' ');
        }
        return shown.append('"').toString();
    }

    private static boolean prints(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
