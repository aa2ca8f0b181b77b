package org.noteworthy.authoring.lint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which diagnostics about editions can be written out. */
public enum DiagnosticFormat {
    TEXT,
    JSON,
    SARIF;

    /** The word by which a caller asks for the form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of that word. */
    public static Optional<DiagnosticFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** Writes diagnostics in UTF-8; it flushes {@code out} and leaves closing it to the caller. */
    public void write(OutputStream out, List<Linted> editions, boolean colour, String productVersion)
            throws IOException {
        switch (this) {
            case TEXT -> DiagnosticText.write(out, editions, colour);
            case JSON -> DiagnosticJson.write(out, editions);
            case SARIF -> DiagnosticSarif.write(out, editions, productVersion);
        }
    }
}
