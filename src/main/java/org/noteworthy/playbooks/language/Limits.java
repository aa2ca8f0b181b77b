package org.noteworthy.playbooks.language;

/** How much a rule file may hold: several times what any rule needs, and nothing that costs the compiler seconds. */
public final class Limits {
    public static final int FILE_CHARACTERS = 64 * 1024;
    public static final int LINE_CHARACTERS = 1_000;
    public static final int TOKENS = 4_000;
    /** Brackets in each other, those of the pattern included: at fourteen the compiler takes a minute. */
    public static final int NESTING = 7;

    public static final int RULES = 50;
    public static final int NAME_CHARACTERS = Identifier.LONGEST;
    public static final int PATTERNS = 4;
    public static final int CONDITIONS = 64;
    public static final int PLACEHOLDERS = 20;
    public static final int LIST_ITEMS = 200;
    /** The compiler multiplies alternatives out: three groups of three are 27. */
    public static final int ALTERNATIVES = 64;
    /** Facts that are held against all others: ten thousand pairs of a hundred notes. */
    public static final int FREE_JOINS = 1;

    private Limits() {}
}
