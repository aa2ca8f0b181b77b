package org.noteworthy.audit.proof;

/** How far a proof is, and whether it should stop. */
public interface Watch {

    /** Is told that so many more decisions were looked at. */
    void seen(int decisions);

    /** Whether nobody wants to know any more. */
    boolean cancelled();

    /** Watches nothing. */
    Watch NONE = new Watch() {
        @Override
        public void seen(int decisions) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}
