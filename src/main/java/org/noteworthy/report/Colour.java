package org.noteworthy.report;

import org.noteworthy.playbooks.edition.Severity;

/** The colours of a terminal, by what they are used for. */
public enum Colour {
    STRONG("1"),
    PLACE("32"),
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;36");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    public static Colour of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFO -> INFO;
        };
    }

    public String of(String text, boolean colour) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
