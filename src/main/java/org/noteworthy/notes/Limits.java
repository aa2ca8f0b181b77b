package org.noteworthy.notes;

/** The limits that a playbook sets; {@code statusCharacters}: length up to which a STATUS counts as brief. */
public record Limits(int statusCharacters) {}
