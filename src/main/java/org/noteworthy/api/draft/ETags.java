package org.noteworthy.api.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.ProblemException;
import org.noteworthy.drafts.Drafts;

/** What a caller says of the state of a file that it changes. */
final class ETags {
    private static final Pattern TAG = Pattern.compile("\"([0-9a-f]{64})\"");

    private ETags() {}

    /** The hash that the file is to have, {@link Drafts#ABSENT} for none; null where the caller does not say. */
    static @Nullable String expected(@Nullable String match, @Nullable String noneMatch) {
        if (noneMatch != null) {
            if (!noneMatch.strip().equals(Drafts.ABSENT) || match != null) {
                throw wrong();
            }
            return Drafts.ABSENT;
        }
        if (match == null) {
            return null;
        }
        Matcher tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw wrong();
        }
        return tag.group(1);
    }

    private static ProblemException wrong() {
        return ProblemException.of(
                400,
                "Malformed request",
                "If-Match is the ETag of one file as it was answered, with its quotes; If-None-Match is *. Send one of them.");
    }
}
