package org.noteworthy.drafts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Characters;

/**
 * What changed in a file, as {@code diff -u} prints it.
 *
 * <p>The lines are as they stand in the files, with carriage returns and control characters; who shows them on a
 * terminal puts them through {@link Characters#harmlessLines}.
 */
public final class TextDiff {
    private static final int CONTEXT = 3;
    private static final String NOWHERE = "/dev/null";

    private TextDiff() {}

    /** As {@link #unified(String, String, String)}; of files that are no UTF-8 text, only that they differ. */
    public static String unified(String name, byte @Nullable [] before, byte @Nullable [] after) {
        Optional<String> one = text(before);
        Optional<String> other = text(after);
        if (one.isEmpty() || other.isEmpty()) {
            return Arrays.equals(before, after)
                    ? ""
                    : "Binary files " + header("a/", name, before != null) + " and " + header("b/", name, after != null)
                            + " differ\n";
        }
        return unified(name, before == null ? null : one.get(), after == null ? null : other.get());
    }

    private static Optional<String> text(byte @Nullable [] bytes) {
        return bytes == null ? Optional.of("") : Utf8.text(bytes).filter(text -> text.indexOf('\0') < 0);
    }

    /**
     * The difference between two texts; empty where there is none.
     *
     * @param name path of the file, shown as {@code a/name} and {@code b/name}
     * @param before null for a file that is added
     * @param after null for a file that is deleted
     */
    public static String unified(String name, @Nullable String before, @Nullable String after) {
        List<String> one = Lines.of(before == null ? "" : before);
        List<String> other = Lines.of(after == null ? "" : after);
        List<LineChange> changes = LineChanges.between(one, other);
        if (changes.isEmpty() && (before == null) == (after == null)) {
            return "";
        }
        StringBuilder diff = new StringBuilder()
                .append("--- ")
                .append(header("a/", name, before != null))
                .append("\n+++ ")
                .append(header("b/", name, after != null))
                .append('\n');
        int from = 0;
        while (from < changes.size()) {
            int to = from + 1;
            while (to < changes.size()
                    && changes.get(to).beforeFrom() - changes.get(to - 1).beforeTo() <= 2 * CONTEXT) {
                to++;
            }
            hunk(diff, one, other, changes.subList(from, to));
            from = to;
        }
        return diff.toString();
    }

    /** A name with a blank in it ends with a tab, by which readers of such files know its end. */
    private static String header(String side, String name, boolean there) {
        String shown = Characters.harmless(name);
        return there ? side + shown + (shown.indexOf(' ') < 0 ? "" : "\t") : NOWHERE;
    }

    private static void hunk(StringBuilder diff, List<String> one, List<String> other, List<LineChange> changes) {
        LineChange first = changes.get(0);
        LineChange last = changes.get(changes.size() - 1);
        int lead = Math.min(CONTEXT, first.beforeFrom());
        int trail = Math.min(CONTEXT, one.size() - last.beforeTo());
        diff.append("@@ -");
        range(diff, first.beforeFrom() - lead, last.beforeTo() + trail);
        diff.append(" +");
        range(diff, first.afterFrom() - lead, last.afterTo() + trail);
        diff.append(" @@\n");
        int at = first.beforeFrom() - lead;
        for (LineChange change : changes) {
            lines(diff, ' ', one.subList(at, change.beforeFrom()));
            lines(diff, '-', one.subList(change.beforeFrom(), change.beforeTo()));
            lines(diff, '+', other.subList(change.afterFrom(), change.afterTo()));
            at = change.beforeTo();
        }
        lines(diff, ' ', one.subList(at, last.beforeTo() + trail));
    }

    /** First line from 1 and count; a range without lines is named by the line before it. */
    private static void range(StringBuilder diff, int from, int to) {
        int count = to - from;
        diff.append(count == 0 ? from : from + 1);
        if (count != 1) {
            diff.append(',').append(count);
        }
    }

    private static void lines(StringBuilder diff, char sign, List<String> lines) {
        for (String line : lines) {
            diff.append(sign).append(line);
            if (!Lines.ends(line)) {
                diff.append("\n\\ No newline at end of file\n");
            }
        }
    }
}
