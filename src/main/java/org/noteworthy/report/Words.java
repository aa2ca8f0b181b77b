package org.noteworthy.report;

import java.util.ArrayList;
import java.util.List;

/** Small sentences for people. */
public final class Words {
    private Words() {}

    /** {@code 1 note}, {@code 2 notes}. */
    public static String count(long count, String thing) {
        return count + " " + (count == 1 ? thing : thing + "s");
    }

    /** A text of at most that many characters; of a longer one the beginning. */
    public static String cut(String text, int width) {
        if (text.codePointCount(0, text.length()) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    /** A text in lines of at most that many characters, each behind an indent. */
    public static List<String> wrapped(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\n\\s*\\n", -1)) {
            StringBuilder line = new StringBuilder(indent);
            for (String word : paragraph.strip().split("\\s+", -1)) {
                if (line.length() > indent.length() && line.length() + word.length() + 1 > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                }
                line.append(line.length() > indent.length() ? " " : "").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
