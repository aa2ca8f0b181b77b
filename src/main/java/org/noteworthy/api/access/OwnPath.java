package org.noteworthy.api.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser may be led to: to a page of ours, and to no other place whatever is asked for. */
final class OwnPath {
    /** The first page. */
    static final String FIRST = "/";

    private static final int LONGEST = 2_000;
    private static final Pattern PLAIN = Pattern.compile("/(?!/)[\\w./~@+%-]*(\\?[\\w./~@+%&=,:-]*)?");

    private OwnPath() {}

    /** What was asked for, if it is a page of ours, else the first one. */
    static String of(@Nullable String asked) {
        return asked != null
                        && asked.length() <= LONGEST
                        && PLAIN.matcher(asked).matches()
                        && !asked.contains("//")
                        && !asked.startsWith("/q/sign")
                ? asked
                : FIRST;
    }
}
