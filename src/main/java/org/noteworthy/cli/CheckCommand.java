package org.noteworthy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.Result;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.Tally;
import org.noteworthy.checking.format.FormatName;
import org.noteworthy.checking.format.FormatOptions;
import org.noteworthy.checking.format.ReportFormat;
import org.noteworthy.cli.input.InputKind;
import org.noteworthy.cli.input.InputOptions;
import org.noteworthy.cli.input.NoteInput;
import org.noteworthy.cli.input.NoteInputs;
import org.noteworthy.cli.input.UnreadableInputException;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy check}: notes in, violations out. */
@Command(
        name = "check",
        description = "Checks notes and says what is wrong, where, why, and what to type instead.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Notes: .md, .txt, .json, .ndjson, .jsonl, .csv or .xlsx; - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--playbook",
            paramLabel = "V",
            description = "Judge by this edition (default: the one in force when each note was written).")
    private @Nullable String playbook;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "text, json, ndjson, csv, sarif or junit (default: text).",
            defaultValue = "text")
    private String format = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "S",
            description = "Exit with 1 from this severity on: error, warning, info or never (default: error).",
            defaultValue = "error")
    private String failOn = "error";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to a file.")
    private @Nullable Path output;

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

    CheckCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Severity threshold = failOn.equals("never") ? null : severity(failOn);
        FormatName form = FormatName.of(format)
                .orElseThrow(() -> new UnusableException("There is no format \"" + format + "\"; there is "
                        + Arrays.stream(FormatName.values())
                                .map(FormatName::word)
                                .collect(Collectors.joining(", "))
                        + "."));
        InputOptions inputs = InputOptions.of(terminal::say, System.in)
                .withKind(inputFormat == null ? null : kind(inputFormat))
                .withCharset(charset == null ? null : charset(charset));
        Library library = rules.open();
        if (playbook != null) {
            library.named(playbook);
        }
        FormatOptions options = new FormatOptions(
                version -> library.named(version).edition(),
                terminal.colours() && output == null,
                threshold,
                Product.version());
        Tally tally = new Tally();
        boolean allRead;
        try (OutputStream out = output == null ? new Unclosed(terminal.out()) : fileStream(output);
                Reviewer reviewer = new Reviewer(library, playbook, clock)) {
            ReportFormat report = form.create(out, options);
            report.begin();
            allRead = check(new NoteInputs(inputs), reviewer, report, tally);
            report.end(tally);
        } catch (UncheckedIOException e) {
            throw new UnusableException("The report cannot be written: " + e.getMessage() + ".");
        }
        if (terminal.out().checkError() && output == null) {
            return Exit.UNUSABLE;
        }
        if (!allRead || tally.unjudged() > 0) {
            return Exit.UNUSABLE;
        }
        return threshold != null && tally.reaches(threshold) ? Exit.FOUND : Exit.FINE;
    }

    /** Checks one input after the other; one that cannot be read is told, and the others go on. */
    private boolean check(NoteInputs inputs, Reviewer reviewer, ReportFormat report, Tally tally) {
        Progress progress = new Progress(terminal);
        boolean allRead = true;
        try (Pipeline pipeline = new Pipeline(reviewer, result -> {
            write(report, result);
            tally.add(result);
            progress.advance(tally.notes());
        })) {
            for (String file : files) {
                try (NoteInput input = inputs.open(file)) {
                    pipeline.run(input);
                } catch (UnreadableInputException e) {
                    progress.clear();
                    terminal.say(String.valueOf(e.getMessage()));
                    allRead = false;
                }
            }
        }
        progress.clear();
        return allRead;
    }

    private static void write(ReportFormat report, Result result) {
        try {
            report.add(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream fileStream(Path file) {
        try {
            return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new UnusableException("The report cannot be written to " + file
                    + ". Name a file in a folder that is there and that you may write to, with -o.");
        }
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableException(
                        "There is no severity \"" + word + "\"; --fail-on takes error, warning, info or never."));
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
