package org.noteworthy.playbooks.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How large a pattern is, told before anything is made of it.
 *
 * @param repetitions how often a part of it is repeated at most, by counts inside counts
 * @param steps about how many steps it has, with its repetitions written out
 * @param foreign a sentence about what means one thing here and another elsewhere; null where there is no such thing
 */
record PatternShape(long repetitions, long steps, @Nullable String foreign) {
    private static final long ENOUGH = 1_000_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    static PatternShape of(String pattern) {
        Reader reader = new Reader(pattern);
        Part whole = reader.read();
        return new PatternShape(whole.repetitions, whole.steps, reader.foreign);
    }

    /** A group or a single step: what it takes by itself. */
    private static final class Part {
        private long repetitions = 1;
        private long steps;

        void add(Part part) {
            repetitions = Math.max(repetitions, part.repetitions);
            steps = Math.min(ENOUGH, steps + part.steps);
        }

        Part times(long count) {
            Part repeated = new Part();
            repeated.repetitions = Math.min(ENOUGH, repetitions * count);
            repeated.steps = Math.min(ENOUGH, (steps + 1) * count);
            return repeated;
        }

        static Part step() {
            Part step = new Part();
            step.steps = 1;
            return step;
        }
    }

    private static final class Reader {
        private final String pattern;
        private final Deque<Part> open = new ArrayDeque<>();
        private int at;
        private @Nullable String foreign;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        Part read() {
            open.push(new Part());
            Part last = new Part();
            while (at < pattern.length()) {
                long count = count();
                if (count > 0) {
                    last = last.times(count);
                } else {
                    close(last);
                    last = next();
                }
            }
            close(last);
            while (open.size() > 1) {
                close(open.pop());
            }
            return open.pop();
        }

        private void close(Part part) {
            open.getFirst().add(part);
        }

        private Part next() {
            char unit = pattern.charAt(at++);
            if (unit == '(') {
                open.push(new Part());
                return new Part();
            }
            if (unit == ')' && open.size() > 1) {
                return open.pop();
            }
            if (unit == '[') {
                readClass();
            } else if (unit == '\\') {
                readEscape();
            }
            return Part.step();
        }

        /** The larger number of a count such as {@code {2,5}} that stands here, which is then read; else 0. */
        private long count() {
            Matcher count = COUNT.matcher(pattern).region(at, pattern.length());
            if (!count.lookingAt()) {
                return 0;
            }
            at = count.end();
            String most = count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
            return Math.max(1, Long.parseLong(most));
        }

        private void readEscape() {
            if (at >= pattern.length()) {
                return;
            }
            char escaped = pattern.charAt(at++);
            if (escaped == 'Q') {
                at = after("\\E");
            } else if ("pPx".indexOf(escaped) >= 0 && at < pattern.length() && pattern.charAt(at) == '{') {
                at = after("}");
            }
        }

        private int after(String mark) {
            int found = pattern.indexOf(mark, at);
            return found < 0 ? pattern.length() : found + mark.length();
        }

        private void readClass() {
            if (pattern.startsWith("^", at)) {
                at++;
            }
            for (boolean first = true; at < pattern.length(); first = false) {
                char unit = pattern.charAt(at++);
                if (unit == ']' && !first) {
                    return;
                }
                if (unit == '\\') {
                    readEscape();
                } else if (pattern.startsWith("[:", at - 1)) {
                    at = after(":]");
                } else if (unit == '[') {
                    foreign =
                            "A class of the pattern holds a [ of its own. Write \\[ for the character itself, and all that is"
                                    + " meant in one class.";
                } else if (pattern.startsWith("&&", at - 1)) {
                    foreign =
                            "A class of the pattern holds &&, which patterns here do not have. List what is meant in the"
                                    + " class, or write \\&\\& for the characters themselves.";
                }
            }
        }
    }
}
