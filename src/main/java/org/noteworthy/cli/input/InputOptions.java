package org.noteworthy.cli.input;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.intake.RecordLimits;

/**
 * How inputs are to be read.
 *
 * @param kind form of {@code -} and of files without a known extension; null where none was named
 * @param charset of text inputs without a byte-order mark; null is UTF-8
 * @param warnings takes a sentence for each thing that was passed over
 */
public record InputOptions(
        @Nullable InputKind kind,
        @Nullable Charset charset,
        RecordLimits limits,
        Consumer<String> warnings,
        InputStream stdin) {

    /** Default limits, no form and no charset named. */
    public static InputOptions of(Consumer<String> warnings, InputStream stdin) {
        return new InputOptions(null, null, RecordLimits.DEFAULT, warnings, stdin);
    }

    /** The same, with that form. */
    public InputOptions withKind(@Nullable InputKind other) {
        return new InputOptions(other, charset, limits, warnings, stdin);
    }

    /** The same, with that charset. */
    public InputOptions withCharset(@Nullable Charset other) {
        return new InputOptions(kind, other, limits, warnings, stdin);
    }

    /** The same, with those limits. */
    public InputOptions withLimits(RecordLimits other) {
        return new InputOptions(kind, charset, other, warnings, stdin);
    }
}
