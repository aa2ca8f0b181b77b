package org.noteworthy.drafts;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a draft has come. */
public enum DraftState {
    EDITING("editing"),
    IN_REVIEW("in-review"),
    APPROVED("approved"),
    PUBLISHED("published"),
    DISCARDED("discarded");

    private final String word;

    DraftState(String word) {
        this.word = word;
    }

    /** The word for it in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether it may still be changed and published. */
    public boolean isOpen() {
        return this != PUBLISHED && this != DISCARDED;
    }
}
