package org.noteworthy.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.input.InputKind;
import org.noteworthy.cli.input.InputOptions;
import org.noteworthy.cli.input.NoteInputs;
import picocli.CommandLine.Option;

/** How inputs are read, options of every verb that takes notes. */
final class InputsOption {
    @Option(
            names = "--input-format",
            paramLabel = "F",
            description = "What standard input holds: md, txt, json, ndjson, jsonl, csv or xlsx.")
    private @Nullable String inputFormat;

    @Option(
            names = "--charset",
            paramLabel = "C",
            description = "Charset of text inputs that are not UTF-8, e.g. windows-1252.")
    private @Nullable String charset;

    NoteInputs inputs(Terminal terminal) {
        return new NoteInputs(InputOptions.of(terminal::say, System.in)
                .withKind(inputFormat == null ? null : kind(inputFormat))
                .withCharset(charset == null ? null : charset(charset)));
    }

    private static InputKind kind(String word) {
        return InputKind.named(word)
                .orElseThrow(() -> new UnusableException("There is no input format \"" + word
                        + "\"; --input-format takes md, txt, json, ndjson, jsonl, csv or xlsx."));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnusableException(
                    "There is no charset \"" + name + "\"; --charset takes names such as windows-1252 or UTF-16.");
        }
    }
}
