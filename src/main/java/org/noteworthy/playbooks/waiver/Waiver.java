package org.noteworthy.playbooks.waiver;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Composition;

/**
 * What lets violations of one rule stand for a time.
 *
 * @param line line of {@code waivers.csv} at which it begins, from 1
 * @param rule name of the one rule that it is about
 * @param subject whose notes it is about
 * @param justification why, in words of its owner
 * @param owner who answers for it
 * @param from its first day, in UTC
 * @param until its last day, in UTC
 */
public record Waiver(
        int line, String rule, Subject subject, String justification, String owner, LocalDate from, LocalDate until) {

    /** How a waiver stands on a day. */
    public enum State {
        IN_FORCE("in force"),
        NOT_YET_VALID("not yet valid"),
        EXPIRED("expired");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** What people read. */
        public String words() {
            return words;
        }

        /** What programs read, such as {@code notYetValid}. */
        public String word() {
            return this == IN_FORCE
                    ? "inForce"
                    : this == NOT_YET_VALID ? "notYetValid" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a waiver is about, or what a violation is of; null for what is not given.
     *
     * @param engagement id of an engagement
     * @param note id of a note
     * @param author of a note, or of an interaction
     */
    public record Subject(
            @Nullable String engagement,
            @Nullable String note,
            @Nullable String author) {

        /** The same with its letters composed, as tables have them. */
        public Subject composed() {
            return new Subject(
                    Composition.ofNullable(engagement), Composition.ofNullable(note), Composition.ofNullable(author));
        }

        /** Whether nothing is given at all. */
        boolean isNobody() {
            return engagement == null && note == null && author == null;
        }

        /** Whether the other one says the same of all that this one gives. */
        boolean isMetBy(Subject other) {
            return (engagement == null || engagement.equals(other.engagement))
                    && (note == null || note.equals(other.note))
                    && (author == null || author.equals(other.author));
        }
    }

    /** How it stands on that day. */
    public State on(LocalDate day) {
        if (day.isBefore(from)) {
            return State.NOT_YET_VALID;
        }
        return day.isAfter(until) ? State.EXPIRED : State.IN_FORCE;
    }
}
