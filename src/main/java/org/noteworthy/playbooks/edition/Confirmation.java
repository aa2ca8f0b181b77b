package org.noteworthy.playbooks.edition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says that somebody held a rule against its clause and found that it asks the same.
 *
 * @param rule id of the rule
 * @param clauseHash short hash of the clause's text as it was then, see {@link Clause#isHashedAs}
 * @param on the day on which it was confirmed; null where it cannot be told
 * @param by who confirmed it; empty where the table does not say
 * @param line line of {@code tables/confirmations.csv}
 */
public record Confirmation(
        String rule, String clauseHash, @Nullable LocalDate on, String by, int line) {
    /** The table that holds them. */
    public static final String FILE = EditionFiles.TABLES + "confirmations.csv";

    /** How a rule stands to the text of its clause. */
    public enum Standing {
        CONFIRMED("confirmed"),
        CHANGED("clause has changed since"),
        NEVER("never confirmed");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /** The words that reports use for it. */
        public String word() {
            return word;
        }
    }
}
