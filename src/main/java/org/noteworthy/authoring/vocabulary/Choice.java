package org.noteworthy.authoring.vocabulary;

/**
 * One of the values that may stand somewhere.
 *
 * @param says what it stands for, in a few words; empty where it says that itself
 */
public record Choice(String value, String says) {
    static Choice of(String value) {
        return new Choice(value, "");
    }
}
