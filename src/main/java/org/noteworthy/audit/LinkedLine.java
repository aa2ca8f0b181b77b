package org.noteworthy.audit;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a line of the audit log says that it is linked.
 *
 * @param seq its number; 0 where it does not tell one
 * @param previous hash of the line before it, as it says
 * @param hash its own hash, as it says
 * @param intact whether its own hash is that of what stands in it
 */
public record LinkedLine(String chain, long seq, String previous, String hash, boolean intact) {
    private static final int LONGEST_HEAD = 500;
    private static final int TAIL = ",\"hash\":\"\"}".length() + 64;
    private static final Pattern HEAD = Pattern.compile(
            "\\{\"chain\":\"([^\"\\\\]{1,200})\",\"seq\":([0-9]{1,18}),\"previous\":\"([0-9a-f]{64})\",\"id\":\"([0-9A-Za-z._-]{1,100})\".*",
            Pattern.DOTALL);
    private static final Pattern END = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"}");

    /** What the line in these bytes says; null where it is none that a recorder wrote. */
    static @Nullable public LinkedLine read(byte[] bytes, int from, int to, Hashes hashes) {
        if (to - from < TAIL) {
            return null;
        }
        Matcher head =
                HEAD.matcher(new String(bytes, from, Math.min(LONGEST_HEAD, to - from), StandardCharsets.ISO_8859_1));
        Matcher end = END.matcher(new String(bytes, to - TAIL, TAIL, StandardCharsets.ISO_8859_1));
        if (!head.matches() || !end.matches()) {
            return null;
        }
        return new LinkedLine(
                head.group(1),
                Long.parseLong(head.group(2)),
                head.group(3),
                end.group(1),
                hashes.of(bytes, from, to - TAIL).equals(end.group(1)));
    }
}
