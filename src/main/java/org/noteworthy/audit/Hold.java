package org.noteworthy.audit;

import java.time.Instant;

/**
 * An engagement whose decisions are kept for as long as it is held, however old they get.
 *
 * @param engagement its id, as decisions in the audit log name it
 * @param reason why it is held, in words
 */
public record Hold(String engagement, Instant since, String reason) {
    private static final int LONGEST_ENGAGEMENT = 1_000;
    private static final int LONGEST_REASON = 500;

    public Hold {
        if (engagement.isBlank() || engagement.length() > LONGEST_ENGAGEMENT || engagement.indexOf('\0') >= 0) {
            throw new AuditException(
                    "An engagement to hold is named by its id, of up to " + LONGEST_ENGAGEMENT + " characters.");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new AuditException("Why " + engagement + " is held is told in up to " + LONGEST_REASON
                    + " characters, such as \"dispute 17, legal department\".");
        }
    }
}
