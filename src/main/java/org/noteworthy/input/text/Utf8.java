package org.noteworthy.input.text;

import java.util.Locale;

/** What a text is in UTF-8, without encoding it. */
public final class Utf8 {
    private Utf8() {}

    /** Whether the text takes more than that many bytes. */
    public static boolean longerThan(String text, int bytes) {
        if (text.length() <= bytes / 3) {
            return false;
        }
        long length = text.length();
        for (int at = 0; at < text.length() && length <= bytes; at++) {
            char character = text.charAt(at);
            if (character >= 0x800 && !Character.isSurrogate(character)) {
                length += 2;
            } else if (character >= 0x80) {
                length += 1;
            }
        }
        return length > bytes;
    }

    /** Where the text first holds half of a surrogate pair, which no UTF-8 can say; -1 if it never does. */
    public static int firstUnpaired(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (Character.isSurrogate(character)) {
                boolean pair = Character.isHighSurrogate(character)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!pair) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    /** The sentence for a text that holds such a half at that place. */
    public static String unpaired(String field, String text, int at) {
        char half = text.charAt(at);
        String what = String.format(Locale.ROOT, "\\u%04x is half of a surrogate pair", (int) half);
        String badByte = DecodedReader.badByte(half)
                .map(found -> found + " is not UTF-8, or ")
                .orElse("");
        return field + " is not text at character " + (at + 1) + ": " + badByte + what + ".";
    }
}
