package org.noteworthy.playbooks.language;

/** How two values are compared. */
public enum Operator {
    EQUALS("=="),
    DIFFERS("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    CONTAINS("contains"),
    LACKS("not contains"),
    MEMBER_OF("memberOf"),
    NOT_MEMBER_OF("not memberOf"),
    MATCHES("matches"),
    MATCHES_NOT("not matches"),
    STARTS_WITH("str[startsWith]"),
    ENDS_WITH("str[endsWith]");

    private final String written;

    Operator(String written) {
        this.written = written;
    }

    /** As a rule writes it. */
    public String written() {
        return written;
    }

    /** Whether it compares by size, which only numbers have. */
    boolean bySize() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }
}
