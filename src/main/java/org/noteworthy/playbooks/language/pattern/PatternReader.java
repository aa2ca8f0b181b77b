package org.noteworthy.playbooks.language.pattern;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern once, from its beginning to its end: how large it is, what in it is foreign, and how it is written without
 * the classes and the cases of the library, whose Unicode is that of 2010.
 *
 * <p>It finds no faults. A pattern that has some is read in whatever way, and refused by the library.
 */
final class PatternReader {
    private static final long ENOUGH = 1_000_000;
    private static final int MOST_DIGITS = 9;
    private static final Pattern COUNT = Pattern.compile("\\{(0|[1-9]\\d*)(?:,(0|[1-9]\\d*)?)?\\}");
    private static final Pattern FLAGS = Pattern.compile("\\(\\?([imsU]*)(?:-([imsU]+))?([:)])");
    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?P?<[A-Za-z0-9_]+>");
    private static final Pattern HEXADECIMAL = Pattern.compile("x(?:([0-9A-Fa-f]{2})|\\{([0-9A-Fa-f]{1,6})\\})");
    private static final Pattern AMBIGUOUS = Pattern.compile("v|0|[1-7][0-7]");
    private static final Pattern CLASS_NAME = Pattern.compile("[pP](?:\\{(\\^?)([^}]*)\\}|([^{]))");

    private final String pattern;
    private final Deque<Group> open = new ArrayDeque<>();
    private final StringBuilder checked = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private int at;
    private int before = -1;
    private boolean atEdge;
    private boolean stops;
    private boolean mindsLineEnds;
    private @Nullable String foreign;

    PatternReader(String pattern) {
        this.pattern = pattern;
    }

    /** A group or a single step: what it takes by itself, and the flags that hold in it from here on. */
    private static final class Group {
        private long repetitions = 1;
        private long steps;
        private boolean anyCase;
        private boolean dotTakesAll;

        void add(Group part) {
            repetitions = Math.max(repetitions, part.repetitions);
            steps = Math.min(ENOUGH, steps + part.steps);
        }

        Group times(long count) {
            Group repeated = new Group();
            repeated.repetitions = Math.min(ENOUGH, repetitions * count);
            repeated.steps = Math.min(ENOUGH, (steps + 1) * count);
            return repeated;
        }

        Group inner() {
            Group inner = new Group();
            inner.anyCase = anyCase;
            inner.dotTakesAll = dotTakesAll;
            return inner;
        }

        static Group step() {
            Group step = new Group();
            step.steps = 1;
            return step;
        }
    }

    PatternReading read() {
        open.push(new Group());
        Group last = new Group();
        while (at < pattern.length()) {
            long count = count();
            if (count > 0) {
                last = last.times(count);
            } else if (!flags()) {
                here().add(last);
                last = next();
            }
        }
        here().add(last);
        while (open.size() > 1) {
            Group inner = open.pop();
            here().add(inner);
        }
        return new PatternReading(
                here().repetitions,
                here().steps,
                foreign,
                checked.toString(),
                written.toString(),
                stops && !mindsLineEnds);
    }

    private Group here() {
        return open.getFirst();
    }

    private Group next() {
        int character = pattern.codePointAt(at);
        if (character == '(') {
            Matcher named = NAMED_GROUP.matcher(pattern).region(at, pattern.length());
            copy(named.lookingAt() ? named.end() : at + 1);
            open.push(here().inner());
            return new Group();
        }
        if (character == ')' && open.size() > 1) {
            copy(at + 1);
            return open.pop();
        }
        if (character == '[') {
            readClass();
        } else if (character == '\\') {
            readEscape();
        } else if ("|*+?^$.)".indexOf(character) >= 0) {
            mindsLineEnds |= character == '.' && here().dotTakesAll;
            stops |= character == '.' && !here().dotTakesAll;
            copy(at + 1);
        } else {
            if (character == '{'
                    && !COUNT.matcher(pattern).region(at, pattern.length()).lookingAt()) {
                foreign(PatternErrors.count(pattern.substring(at)));
            }
            literal(character, at + Character.charCount(character));
        }
        return Group.step();
    }

    /** Takes over what means the same to the library. */
    private void copy(int end) {
        checked.append(pattern, at, end);
        written.append(pattern, at, end);
        at = end;
        before = -1;
        atEdge = false;
    }

    /** Takes over a part that says a single character. */
    private void literal(int character, int end) {
        checked.append(pattern, at, end);
        at = end;
        if (atEdge) {
            edge(character);
        }
        atEdge = false;
        before = character;
        lineEnd(character);
        if (here().anyCase && UnicodeTable.inAnyCase(character).length > 1) {
            written.append(CharacterClass.of(character, true).written());
        } else {
            CharacterClass.append(written, character);
        }
    }

    private void lineEnd(int character) {
        mindsLineEnds |= character == '\n';
        if (character == '\r') {
            foreign(
                    "The pattern holds a carriage return (\\r). Write \\n, which stands for a line end however a note has it.");
        }
    }

    private void edge(int character) {
        int type = UnicodeTable.type(character);
        if (character >= 0x80 && type >= Character.UPPERCASE_LETTER && type <= Character.OTHER_NUMBER) {
            foreign("\\b and \\B know no letters but a to z, so they find no edge of a word at \""
                    + Character.toString(character)
                    + "\". Leave them out, or write what may stand there, e.g. (?:^|[^\\p{L}]).");
        }
    }

    /** The larger number of a count such as {@code {2,5}} that stands here, which is then taken over; else 0. */
    private long count() {
        Matcher count = COUNT.matcher(pattern).region(at, pattern.length());
        String most = !count.lookingAt() ? "" : count.group(2) == null ? count.group(1) : count.group(2);
        if (most.isEmpty() || most.length() > MOST_DIGITS) {
            return 0;
        }
        copy(count.end());
        return Math.max(1, Long.parseLong(most));
    }

    /** Takes flags such as {@code (?i)} for the rest of the group, and those of a group that begins with them. */
    private boolean flags() {
        Matcher flags = FLAGS.matcher(pattern).region(at, pattern.length());
        if (!flags.lookingAt()) {
            return false;
        }
        String on = flags.group(1);
        String off = flags.group(2) == null ? "" : flags.group(2);
        if ((on + off).contains("U")) {
            foreign(
                    "The pattern has the flag U, which means one thing here and another elsewhere. Leave it out: letters of all"
                            + " scripts are \\p{L}, digits \\p{N}, and [\\p{L}\\p{N}_] is \\w for all scripts.");
        }
        boolean group = flags.group(3).equals(":");
        if (group) {
            open.push(here().inner());
        }
        here().anyCase = on.contains("i") || here().anyCase && !off.contains("i");
        here().dotTakesAll = on.contains("s") || here().dotTakesAll && !off.contains("s");
        String left = on.replace("i", "") + (off.replace("i", "").isEmpty() ? "" : "-" + off.replace("i", ""));
        checked.append(flags.group());
        written.append(group || !left.isEmpty() ? "(?" + left + flags.group(3) : "");
        at = flags.end();
        return !group;
    }

    private void readEscape() {
        char letter = at + 1 < pattern.length() ? pattern.charAt(at + 1) : '\n';
        if (letter == 'Q') {
            int found = pattern.indexOf("\\E", at + 2);
            int end = found < 0 ? pattern.length() : found;
            checked.append("\\Q");
            at += 2;
            while (at < end) {
                literal(pattern.codePointAt(at), at + Character.charCount(pattern.codePointAt(at)));
            }
            checked.append("\\E");
            at = found < 0 ? end : end + 2;
        } else if (letter == 'b' || letter == 'B') {
            if (before >= 0) {
                edge(before);
            }
            copy(at + 2);
            atEdge = true;
        } else if ("dDsSwWpP".indexOf(letter) >= 0) {
            CharacterClass alone = new CharacterClass(here().anyCase);
            if (!readSet(alone)) {
                copy(afterEscape());
                return;
            }
            before = -1;
            atEdge = false;
            written.append(alone.written());
        } else {
            Escaped escaped = escaped();
            if (escaped == null) {
                copy(afterEscape());
            } else {
                literal(escaped.character(), escaped.end());
            }
        }
    }

    /** A character that is said by a backslash, and where what says it ends. */
    private record Escaped(int character, int end) {}

    private @Nullable Escaped escaped() {
        if (at + 1 >= pattern.length()) {
            return null;
        }
        int character = pattern.codePointAt(at + 1);
        int end = at + 1 + Character.charCount(character);
        Matcher number = HEXADECIMAL.matcher(pattern).region(at + 1, pattern.length());
        if (number.lookingAt()) {
            int numbered = Integer.parseInt(number.group(1) == null ? number.group(2) : number.group(1), 16);
            return numbered < UnicodeTable.SIZE ? new Escaped(numbered, number.end()) : null;
        }
        if (AMBIGUOUS.matcher(pattern).region(at + 1, pattern.length()).lookingAt()) {
            foreign(PatternErrors.ambiguous(pattern.substring(at, end)));
        }
        int said = "afnrt".indexOf(character) >= 0 ? "\u0007\f\n\r\t".charAt("afnrt".indexOf(character)) : character;
        boolean letter = character < 0x80 && Character.isLetterOrDigit(character);
        return letter && said == character ? null : new Escaped(said, end);
    }

    /** Where something ends that a backslash begins and that is none of what patterns have. */
    private int afterEscape() {
        int braces = pattern.startsWith("{", at + 2) ? pattern.indexOf('}', at) : at + 1;
        return braces < 0 ? pattern.length() : Math.min(pattern.length(), braces + 1);
    }

    /** Adds the set that stands here behind a backslash; false where it is none. */
    private boolean readSet(CharacterClass to) {
        char letter = pattern.charAt(at + 1);
        if (letter != 'p' && letter != 'P') {
            to.addExactly(CharacterClass.escaped(letter));
            checked.append(pattern, at, at + 2);
            at += 2;
            return true;
        }
        Matcher name = CLASS_NAME.matcher(pattern).region(at + 1, pattern.length());
        if (!name.lookingAt()) {
            return false;
        }
        String asked = name.group(3) == null ? name.group(2) : name.group(3);
        Optional<BitSet> known =
                asked.equals("Any") ? Optional.of(CharacterClass.others(new BitSet())) : UnicodeTable.named(asked);
        if (known.isEmpty()) {
            foreign(PatternErrors.noClass(pattern.substring(at, name.end())));
        }
        BitSet characters = known.orElseGet(BitSet::new);
        characters = here().anyCase ? UnicodeTable.inAnyCase(characters) : characters;
        boolean others = letter == 'P' ^ "^".equals(name.group(1));
        to.addExactly(others ? CharacterClass.others(characters) : characters);
        checked.append("\\pL");
        at = name.end();
        return true;
    }

    private void readClass() {
        CharacterClass read = new CharacterClass(here().anyCase);
        checked.append('[');
        at++;
        boolean inverted = pattern.startsWith("^", at);
        if (inverted) {
            skip(at + 1);
        }
        for (boolean first = true; at < pattern.length() && (first || pattern.charAt(at) != ']'); first = false) {
            readMember(read);
        }
        skip(Math.min(pattern.length(), at + 1));
        if (inverted) {
            read.invert();
        }
        mindsLineEnds |= read.hasAll();
        before = -1;
        atEdge = false;
        written.append(read.written());
    }

    /** Takes over for the search for faults alone. */
    private void skip(int end) {
        checked.append(pattern, at, end);
        at = end;
    }

    private void readMember(CharacterClass to) {
        int end = pattern.indexOf(":]", at);
        if (pattern.startsWith("[:", at) && end > 0) {
            String name = pattern.substring(at + 2, end);
            boolean others = name.startsWith("^");
            CharacterClass named = new CharacterClass(here().anyCase);
            named.add(CharacterClass.posix(others ? name.substring(1) : name));
            if (others) {
                named.invert();
            }
            to.addExactly(named.characters());
            skip(end + 2);
        } else if (pattern.charAt(at) == '\\'
                && at + 1 < pattern.length()
                && "dDsSwWpP".indexOf(pattern.charAt(at + 1)) >= 0) {
            if (!readSet(to)) {
                skip(afterEscape());
            }
        } else {
            if (pattern.charAt(at) == '[') {
                foreign(
                        "A class of the pattern holds a [ of its own. Write \\[ for the character itself, and all that is"
                                + " meant in one class.");
            } else if (pattern.startsWith("&&", at)) {
                foreign("A class of the pattern holds &&, which patterns here do not have. List what is meant in the"
                        + " class, or write \\&\\& for the characters themselves.");
            }
            int first = member();
            boolean range = pattern.startsWith("-", at) && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
            if (range) {
                skip(at + 1);
            }
            to.add(first, range ? member() : first);
        }
    }

    /** A single character of a class, or an end of a range of them. */
    private int member() {
        Escaped escaped = pattern.charAt(at) == '\\' ? escaped() : null;
        int character = escaped == null ? pattern.codePointAt(at) : escaped.character();
        int end = escaped == null ? at + Character.charCount(character) : escaped.end();
        lineEnd(character);
        skip(end);
        return character;
    }

    private void foreign(String sentence) {
        foreign = foreign == null ? sentence : foreign;
    }
}
