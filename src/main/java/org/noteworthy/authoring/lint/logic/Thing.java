package org.noteworthy.authoring.lint.logic;

/**
 * Something that conditions ask about: a property of a fact, or how two properties stand to each other.
 *
 * @param fact place of the fact among those of its rule, from 0
 * @param type simple name of the fact's type; empty for two properties
 * @param path dotted names of a property, or what is asked of two
 */
record Thing(int fact, String type, String path, Kind kind) {

    /** Which values it can have. */
    enum Kind {
        YES_OR_NO,
        TEXT,
        /** From 0. */
        NUMBER,
        /** How one number stands to another: -1, 0 or 1. */
        RELATION
    }
}
