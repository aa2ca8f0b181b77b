package org.noteworthy.authoring.template;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note to begin with.
 *
 * @param role code of the role that it is for
 * @param noteType name of its note type; null where none was named
 * @param language in which its labels are
 * @param writtenOn the day for which it was made
 * @param places what is to be filled in, from the first to the last
 */
public record Template(
        String role, @Nullable String noteType, String language, LocalDate writtenOn, String text, List<Place> places) {
    public Template {
        places = List.copyOf(places);
    }

    /** What a place takes. */
    public enum Kind {
        /** The code of a workload, or several with + between. */
        WORKLOAD,
        /** One of the choices, and words after it. */
        STATUS,
        /** Any words. */
        TEXT,
        /** A day. */
        DAY;

        /** Its name to callers. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A place of the text that is to be filled in, as UTF-16 offsets.
     *
     * @param section key of the section that it is in; null before all of them
     * @param choices what may stand there, where the edition says it; of texts, what they may be where there is nothing to say
     */
    public record Place(
            int start, int end, Kind kind, @Nullable String section, List<String> choices) {
        public Place {
            choices = List.copyOf(choices);
        }
    }
}
