package org.noteworthy.playbooks.engine;

/** A compiled class does, or could do, what rules do not do; the message tells what, in the words of bytecode. */
final class RefusedClassException extends Exception {
    RefusedClassException(String what) {
        super(what);
    }

    /** The same, and in which class it is. */
    RefusedClassException within(String name) {
        return new RefusedClassException(name + ": " + getMessage());
    }
}
