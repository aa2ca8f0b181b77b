package org.noteworthy.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which results can be written out. */
public enum FormatName {
    TEXT,
    JSON,
    NDJSON,
    CSV,
    SARIF,
    JUNIT;

    /** The word by which a caller asks for the form, e.g. {@code ndjson}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of that word. */
    public static Optional<FormatName> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** A writer of this form, in UTF-8; it flushes {@code out} at the end and leaves closing it to the caller. */
    public ReportFormat create(OutputStream out, FormatOptions options) throws IOException {
        return switch (this) {
            case TEXT -> new TextFormat(out, options.colour());
            case JSON -> new JsonFormat(out);
            case NDJSON -> new NdjsonFormat(out);
            case CSV -> new CsvFormat(out);
            case SARIF -> new SarifFormat(out, options);
            case JUNIT -> new JunitFormat(out, options.failOn());
        };
    }
}
