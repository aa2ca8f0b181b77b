package org.noteworthy.drafts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies a unified difference to a text, and refuses one that does not fit it to the letter. */
final class UnifiedReader {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");
    private static final String UNENDED = "\\ No newline at end of file\n";

    private final List<String> diff;
    private final List<String> before;
    private final List<String> after = new ArrayList<>();
    private int read;
    private int at;

    private UnifiedReader(List<String> diff, List<String> before) {
        this.diff = diff;
        this.before = before;
    }

    static String apply(String diff, String before) {
        return new UnifiedReader(Lines.of(diff), Lines.of(before)).apply();
    }

    private String apply() {
        if (!diff.isEmpty()) {
            assertThat(diff.get(read++)).startsWith("--- ");
            assertThat(diff.get(read++)).startsWith("+++ ");
        }
        while (read < diff.size()) {
            Matcher head = HUNK.matcher(diff.get(read++));
            assertThat(head.matches()).as("head of a hunk").isTrue();
            int lines = count(head.group(2));
            int others = count(head.group(4));
            copyTo(Integer.parseInt(head.group(1)) - (lines == 0 ? 0 : 1));
            assertThat(Integer.parseInt(head.group(3)) - (others == 0 ? 0 : 1)).isEqualTo(after.size());
            hunk(at + lines, after.size() + others);
        }
        copyTo(before.size());
        return String.join("", after);
    }

    private static int count(String written) {
        return written == null ? 1 : Integer.parseInt(written);
    }

    private void copyTo(int line) {
        assertThat(line).isBetween(at, before.size());
        after.addAll(before.subList(at, line));
        at = line;
    }

    private void hunk(int beforeTo, int afterTo) {
        while (at < beforeTo || after.size() < afterTo) {
            String written = diff.get(read++);
            String line = written.substring(1);
            if (read < diff.size() && diff.get(read).equals(UNENDED)) {
                read++;
                line = line.substring(0, line.length() - 1);
            }
            if (written.charAt(0) != '+') {
                assertThat(line).isEqualTo(before.get(at++));
            }
            if (written.charAt(0) != '-') {
                after.add(line);
            }
        }
        assertThat(at).isEqualTo(beforeTo);
        assertThat(after).hasSize(afterTo);
    }
}
