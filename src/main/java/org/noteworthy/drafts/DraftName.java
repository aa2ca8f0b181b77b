package org.noteworthy.drafts;

import java.util.Set;
import java.util.regex.Pattern;

/** What a draft may be called, and its files: words that mean the same on every system and lead nowhere else. */
final class DraftName {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?");
    private static final int DEEPEST_FIXTURE = 5;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");
    private static final Pattern DEVICE = Pattern.compile("(?:com|lpt)[0-9]");

    private DraftName() {}

    /** The name of a draft. */
    static String checked(String name) {
        if (!NAME.matcher(name).matches() || isReserved(name)) {
            throw DraftException.invalid(
                    "A draft is named by 1 to 64 small letters, digits and hyphens, such as" + " shorter-status.");
        }
        return name;
    }

    /** Whether a draft can be called so. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !isReserved(name);
    }

    /** Whether a path could be one of a fixture: plain names, not too deep. */
    static boolean isFixture(String path) {
        String[] parts = path.split("/", -1);
        return parts.length >= 3
                && parts.length <= DEEPEST_FIXTURE + 1
                && (parts[1].equals("rules") || parts[1].equals("notes"))
                && isPlain(path);
    }

    /** Whether every part of a path is a plain name. */
    static boolean isPlain(String path) {
        for (String part : path.split("/", -1)) {
            if (!SEGMENT.matcher(part).matches() || isReserved(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReserved(String name) {
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String small = stem.toLowerCase(java.util.Locale.ROOT);
        return RESERVED.contains(small) || DEVICE.matcher(small).matches();
    }
}
