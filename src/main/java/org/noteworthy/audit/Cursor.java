package org.noteworthy.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in the answer to a question, to go on from: after one decision, in the order in which they were recorded.
 *
 * @param firstSeq where the decision's page begins
 */
public record Cursor(long recordedMs, String chain, long firstSeq, long seq) {

    /** As a caller is told it; of use for the same question only. */
    public String told(DecisionQuery query, boolean newestFirst) {
        String text = recordedMs + "\n" + chain + "\n" + firstSeq + "\n" + seq + "\n" + mark(query, newestFirst);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what a caller was told. */
    public static Cursor read(String told, DecisionQuery query, boolean newestFirst) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(told), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == 5) {
                if (!parts[4].equals(mark(query, newestFirst))) {
                    throw new InvalidQueryException(
                            "The cursor belongs to another question. Ask with the same filters and order as before, or"
                                    + " begin without a cursor.");
                }
                return new Cursor(
                        Long.parseLong(parts[0]), parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]));
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new InvalidQueryException("Invalid cursor. Copy the field next of an answer, or leave the cursor out.");
    }

    private static String mark(DecisionQuery query, boolean newestFirst) {
        StringBuilder text = new StringBuilder();
        text.append(newestFirst).append(query.from()).append(query.to());
        query.wanted()
                .forEach((field, value) ->
                        text.append('\n').append(field.word()).append('=').append(value));
        return new Hashes().of(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
