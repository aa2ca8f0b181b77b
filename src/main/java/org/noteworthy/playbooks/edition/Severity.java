package org.noteworthy.playbooks.edition;

import java.util.Locale;

/** How much a violated rule weighs, heaviest first. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The word that rules and reports use: {@code error}, {@code warning} or {@code info}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
