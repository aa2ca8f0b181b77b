package org.noteworthy.report;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Severity;

/**
 * What a form may want to know beyond the results; each uses what concerns it.
 *
 * @param editions the edition of that version; asked only for versions that reports name
 * @param colour whether {@code text} may colour its output
 * @param failOn severity from which a violation fails a {@code junit} test case; null for never
 * @param productVersion version of this product, for {@code sarif}
 * @param waivers whether waivers count, for {@code sarif}, in which then every result says whether it is waived
 */
public record FormatOptions(
        Function<String, Edition> editions,
        boolean colour,
        @Nullable Severity failOn,
        String productVersion,
        boolean waivers) {

    /** Options for results without waivers. */
    public FormatOptions(
            Function<String, Edition> editions, boolean colour, @Nullable Severity failOn, String productVersion) {
        this(editions, colour, failOn, productVersion, false);
    }
}
