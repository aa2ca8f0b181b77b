package org.noteworthy.notes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A note's text as a person sees it, with the place of each character in what was written: markup of HTML, comments and
 * the backslashes of Markdown are gone, entities are the signs that they stand for, and letters are composed.
 *
 * <p>Rules and the parser read what is seen; reports show places of what was written. Most texts are seen as they are
 * written, and cost one look at each character.
 */
public final class VisibleText {
    private final String written;
    private final String text;
    private final boolean html;

    /** For each character of the text, and for its end, where it begins in what was written; null if both are one. */
    private final int @Nullable [] starts;

    /** For each character of the text where it ends in what was written. */
    private final int @Nullable [] ends;

    private VisibleText(String written, String text, boolean html, int @Nullable [] starts, int @Nullable [] ends) {
        this.written = written;
        this.text = text;
        this.html = html;
        this.starts = starts;
        this.ends = ends;
    }

    /** A text that is seen as it is written. */
    public static VisibleText same(String written) {
        return new VisibleText(written, written, false, null, null);
    }

    /** A text of which each character, and its end, begins and ends at those places of what was written. */
    public static VisibleText of(String written, StringBuilder text, boolean html, int[] starts, int[] ends) {
        String seen = text.toString();
        if (seen.equals(written)) {
            return same(written);
        }
        return new VisibleText(
                written, seen, html, Arrays.copyOf(starts, text.length() + 1), Arrays.copyOf(ends, text.length()));
    }

    /** What is seen. */
    public String text() {
        return text;
    }

    /** A spot of what is seen as the spot of what was written. An edit that would take markup with it is left to a person. */
    public Spot written(Spot spot) {
        if (starts == null) {
            return spot;
        }
        int start = start(spot.start(), spot.end());
        int end = end(spot.start(), spot.end());
        return new Spot(
                spot.section(),
                start,
                end,
                spot.found() == null ? null : written.substring(start, end),
                spot.expected(),
                spot.nearest(),
                spot.fix() == null ? null : written(spot.fix()));
    }

    private @Nullable Fix written(Fix fix) {
        int start = start(fix.start(), fix.end());
        int end = end(fix.start(), fix.end());
        return isUnbroken(fix.start(), fix.end())
                ? new Fix(start, end, html ? escaped(fix.text()) : fix.text(), fix.kind())
                : null;
    }

    private int start(int start, int end) {
        if (starts == null || ends == null) {
            return start;
        }
        // An empty stretch stands behind what is before it.
        return start == end && start > 0 ? ends[start - 1] : starts[start];
    }

    private int end(int start, int end) {
        if (ends == null) {
            return end;
        }
        return start == end ? start(start, end) : ends[end - 1];
    }

    /** Whether nothing but what is seen stands between those places of what was written. */
    private boolean isUnbroken(int start, int end) {
        for (int i = start + 1; starts != null && ends != null && i < end; i++) {
            if (starts[i] > ends[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** By hand, so that quotes stay as their writer sees them; reading a note knows no library. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
