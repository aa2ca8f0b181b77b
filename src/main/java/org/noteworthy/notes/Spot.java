package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place that a violation can show: what stands there, what may stand there, and the edit that mends it.
 *
 * @param section label, as written, of the section it lies in
 * @param start UTF-16 offset into the note's text
 * @param end exclusive end; equal to {@code start} where nothing is found
 * @param found what stands there; null where something is missing or the note as a whole is meant
 * @param expected what may stand there instead
 * @param nearest the expected value that comes nearest
 * @param fix one edit that mends it
 */
public record Spot(
        @Nullable String section,
        int start,
        int end,
        @Nullable String found,
        List<String> expected,
        @Nullable String nearest,
        @Nullable Fix fix) {

    /** The note as a whole. */
    public static final Spot WHOLE_NOTE = new Spot(null, 0, 0, null, List.of(), null, null);

    /** The note as a whole, where a field of its record is wrong and others are known to be right. */
    public static Spot ofField(List<String> expected, @Nullable String nearest) {
        return new Spot(null, 0, 0, null, expected, nearest, null);
    }

    /** A stretch of text that is wrong without anything to put in its place. */
    public static Spot of(@Nullable String section, int start, int end, String text) {
        return new Spot(section, start, end, start == end ? null : text.substring(start, end), List.of(), null, null);
    }
}
