package org.noteworthy.playbooks.language;

/** How much a rule file may hold: several times what any rule needs, and nothing that costs the compiler seconds. */
final class Limits {
    static final int FILE_CHARACTERS = 64 * 1024;
    static final int LINE_CHARACTERS = 1_000;
    static final int TOKENS = 4_000;
    /** Brackets in each other, those of the pattern included: at fourteen the compiler takes a minute. */
    static final int NESTING = 7;

    static final int RULES = 50;
    static final int NAME_CHARACTERS = Identifier.LONGEST;
    static final int PATTERNS = 4;
    static final int CONDITIONS = 64;
    static final int PLACEHOLDERS = 20;
    static final int LIST_ITEMS = 200;
    /** The compiler multiplies alternatives out: three groups of three are 27. */
    static final int ALTERNATIVES = 64;
    /** Facts that are held against all others: ten thousand pairs of a hundred notes. */
    static final int FREE_JOINS = 1;

    private Limits() {}
}
