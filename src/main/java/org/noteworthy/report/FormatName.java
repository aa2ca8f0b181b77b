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

    /** What a file of the form is, as HTTP names it. */
    public String mediaType() {
        return switch (this) {
            case TEXT -> "text/plain;charset=UTF-8";
            case JSON -> "application/json";
            case NDJSON -> "application/x-ndjson";
            case CSV -> "text/csv;charset=UTF-8";
            case SARIF -> "application/sarif+json";
            case JUNIT -> "application/xml";
        };
    }

    /** How the name of a file of the form ends, e.g. {@code csv}. */
    public String extension() {
        return switch (this) {
            case TEXT -> "txt";
            case JUNIT -> "xml";
            default -> word();
        };
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
