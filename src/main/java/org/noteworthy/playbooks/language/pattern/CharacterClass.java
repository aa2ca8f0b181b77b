package org.noteworthy.playbooks.language.pattern;

import java.util.BitSet;

/** A set of characters that a pattern names, being put together. */
final class CharacterClass {
    private static final BitSet DIGITS = range('0', '9');
    private static final BitSet WORD = or(or(range('a', 'z'), range('A', 'Z')), or(DIGITS, range('_', '_')));
    private static final BitSet BLANKS = or(range('\t', '\r'), range(' ', ' '));

    private final boolean inAnyCase;
    private final BitSet members = new BitSet();

    CharacterClass(boolean inAnyCase) {
        this.inAnyCase = inAnyCase;
    }

    /** A character and, where case does not matter, those that differ from it by case alone. */
    static CharacterClass of(int character, boolean inAnyCase) {
        CharacterClass one = new CharacterClass(inAnyCase);
        one.add(character, character);
        return one;
    }

    /** The characters of {@code d}, {@code s} or {@code w}, which are those of ASCII; a capital letter means all others. */
    static BitSet escaped(char letter) {
        BitSet characters = switch (Character.toLowerCase(letter)) {
            case 'd' -> DIGITS;
            case 's' -> BLANKS;
            default -> WORD;
        };
        return Character.isUpperCase(letter) ? others(characters) : characters;
    }

    /** The characters of a name of POSIX, which are those of ASCII; empty for another name. */
    static BitSet posix(String name) {
        BitSet letters = or(range('a', 'z'), range('A', 'Z'));
        return switch (name) {
            case "alnum" -> or(letters, DIGITS);
            case "alpha" -> letters;
            case "ascii" -> range(0, 0x7F);
            case "blank" -> or(range('\t', '\t'), range(' ', ' '));
            case "cntrl" -> or(range(0, 0x1F), range(0x7F, 0x7F));
            case "digit" -> DIGITS;
            case "graph" -> range('!', '~');
            case "lower" -> range('a', 'z');
            case "print" -> range(' ', '~');
            case "punct" -> or(or(range('!', '/'), range(':', '@')), or(range('[', '`'), range('{', '~')));
            case "space" -> BLANKS;
            case "upper" -> range('A', 'Z');
            case "word" -> WORD;
            case "xdigit" -> or(DIGITS, or(range('a', 'f'), range('A', 'F')));
            default -> new BitSet();
        };
    }

    static BitSet others(BitSet characters) {
        BitSet others = (BitSet) characters.clone();
        others.flip(0, UnicodeTable.SIZE);
        return others;
    }

    void add(int first, int last) {
        if (first <= last) {
            add(range(first, last));
        }
    }

    /** Adds characters and, where case does not matter, those that differ from them by case alone. */
    void add(BitSet characters) {
        addExactly(inAnyCase ? UnicodeTable.inAnyCase(characters) : characters);
    }

    void addExactly(BitSet characters) {
        members.or(characters);
    }

    void invert() {
        members.flip(0, UnicodeTable.SIZE);
    }

    BitSet characters() {
        return members;
    }

    boolean hasAll() {
        return members.cardinality() == UnicodeTable.SIZE;
    }

    /** As a pattern writes it whose library knows no classes of its own and no case. */
    String written() {
        StringBuilder written = new StringBuilder(members.isEmpty() ? "[^" : "[");
        BitSet shown = members.isEmpty() ? others(members) : members;
        for (int first = shown.nextSetBit(0); first >= 0; ) {
            int last = shown.nextClearBit(first) - 1;
            append(written, first);
            if (last > first) {
                written.append('-');
                append(written, last);
            }
            first = shown.nextSetBit(last + 1);
        }
        return written.append(']').toString();
    }

    /** A single character, so that it means itself wherever it stands. */
    static void append(StringBuilder written, int character) {
        boolean plain = character < 0x80 ? WORD.get(character) : !Character.isISOControl(character);
        if (plain && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)) {
            written.appendCodePoint(character);
        } else {
            written.append("\\x{").append(Integer.toHexString(character)).append('}');
        }
    }

    private static BitSet range(int first, int last) {
        BitSet range = new BitSet();
        range.set(first, last + 1);
        return range;
    }

    private static BitSet or(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
