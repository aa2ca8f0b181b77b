package org.noteworthy.drafts.text;

/** Lines of one text in whose place another has lines of its own; counted from 0, each end not among them. */
record LineChange(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {

    /** How many lines more the other text has for it. */
    int growth() {
        return (afterTo - afterFrom) - (beforeTo - beforeFrom);
    }
}
