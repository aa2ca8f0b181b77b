package org.noteworthy.web;

import java.util.Locale;

/** The pages; each has a bundle of scripts and styles, and a file of texts, of its name in small letters. */
enum Page {
    CHECK("/"),
    PLAYBOOK("/playbook"),
    DRAFTS("/drafts"),
    AUDIT("/audit"),
    OPERATIONS("/operations");

    private final String path;

    Page(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** As bundles and texts call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
