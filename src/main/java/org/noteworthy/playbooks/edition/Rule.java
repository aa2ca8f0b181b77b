package org.noteworthy.playbooks.edition;

import java.util.List;

/**
 * One rule of a playbook, as its file states it.
 *
 * @param id name of the rule and of its file
 * @param about what it asks and lets pass: the comment above the rule
 * @param subject what one run of it judges
 * @param fact simple name of the fact that a violation of it is about, e.g. {@code Note}
 * @param roles codes of the roles that it binds; empty binds all
 * @param noteTypes note types that it covers; empty covers all
 * @param needs fields of the note record without which only a person can tell
 * @param condition the text between {@code when} and {@code then}
 * @param message what a violation says, with {@code {placeholders}}
 * @param file path within the edition's folder, e.g. {@code insight-id.drl}
 * @param line line of the file at which the rule starts, from 1
 */
public record Rule(
        String id,
        String about,
        Severity severity,
        String clause,
        Subject subject,
        String fact,
        List<String> roles,
        List<String> noteTypes,
        List<String> needs,
        String condition,
        String message,
        String file,
        int line) {
    public Rule {
        roles = List.copyOf(roles);
        noteTypes = List.copyOf(noteTypes);
        needs = List.copyOf(needs);
    }

    /** What one run of a rule judges: a note by itself, or the notes and interactions of an engagement together. */
    public enum Subject {
        NOTE,
        ENGAGEMENT
    }
}
