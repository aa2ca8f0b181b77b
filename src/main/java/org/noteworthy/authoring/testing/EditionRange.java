package org.noteworthy.authoring.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.notes.text.Nearest;

/**
 * Editions that a fixture is judged by: one by its name, or all from one to another ({@code 2019-09-27..2020-03-25}), from
 * one on ({@code 2020-03-25..}) or up to one ({@code ..2020-03-25}), these included.
 *
 * @param from name of the first; empty where there is none before the last
 * @param to name of the last; empty where there is none after the first
 */
record EditionRange(String written, String from, String to) {
    private static final String DOTS = "..";
    private static final Pattern RANGE = Pattern.compile("([^.]*+)\\.\\.([^.]*+)");

    static EditionRange of(String written) {
        Matcher range = RANGE.matcher(written);
        return range.matches()
                ? new EditionRange(
                        written, range.group(1).strip(), range.group(2).strip())
                : new EditionRange(written, written.strip(), written.strip());
    }

    /** Whether a fixture is judged by that edition: by every one where it names none. */
    static boolean covers(Fixture fixture, String version) {
        return fixture.playbooks().isEmpty()
                || fixture.playbooks().stream().anyMatch(written -> of(written).covers(version));
    }

    /** Whether it has that edition; names of editions are days, whose order is that of their letters. */
    boolean covers(String version) {
        return (from.isEmpty() || from.compareTo(version) <= 0) && (to.isEmpty() || version.compareTo(to) <= 0);
    }

    /** What is wrong with it, where there are these editions; empty where nothing is. */
    String complaint(List<String> versions) {
        if (from.isEmpty() && to.isEmpty()) {
            return "\"" + written + "\" names no edition. Leave playbooks out to judge by every edition.";
        }
        for (String end : List.of(from, to)) {
            if (!end.isEmpty() && !versions.contains(end)) {
                return end.contains(DOTS)
                        ? "\"" + written + "\" is not a range of editions. Write it like 2020-03-25.., ..2020-03-25 or"
                                + " 2019-09-27..2020-03-25."
                        : "there is no edition \"" + end + "\". Correct the fixture's playbooks."
                                + Nearest.insteadOf(end, versions);
            }
        }
        return from.isEmpty() || to.isEmpty() || from.compareTo(to) <= 0
                ? ""
                : "\"" + written + "\" ends before it begins. Write " + to + DOTS + from + ".";
    }
}
