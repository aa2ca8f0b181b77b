package org.noteworthy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.log.CallContext;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;
import org.noteworthy.cli.option.FailOn;
import org.noteworthy.cli.option.InputsOption;
import org.noteworthy.cli.option.RecordingOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Product;
import org.noteworthy.cli.terminal.Progress;
import org.noteworthy.cli.terminal.ReportFile;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.OptionNames;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.WaiversRefusedException;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.FormatName;
import org.noteworthy.report.FormatOptions;
import org.noteworthy.report.ReportFormat;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy check}: notes in, violations out. */
@Command(
        name = "check",
        description = "Checks notes and says what is wrong, where, why, and what to type instead.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;
    private final TimeLimits limits;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Notes: .md, .txt, .json, .ndjson, .jsonl, .csv, .tsv or .xlsx; - for standard input.")
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
            description = "Write the report to a file; - is standard output.")
    private @Nullable Path output;

    @Option(names = "--allow-empty", description = "Nothing to check in an input is fine (default: exit with 2).")
    private boolean allowEmpty;

    @Option(names = "--no-waivers", description = "Let every violation count, whatever waivers.csv says.")
    private boolean noWaivers;

    @Mixin
    private RecordingOption recording = new RecordingOption();

    @Mixin
    private InputsOption inputs = new InputsOption();

    public CheckCommand(Terminal terminal, Clock clock, TimeLimits limits) {
        this.terminal = terminal;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public Integer call() {
        Severity threshold = FailOn.severity(failOn);
        FormatName form = FormatName.of(format)
                .orElseThrow(() -> new UsageException("There is no format \"" + format + "\"; there is "
                        + Arrays.stream(FormatName.values())
                                .map(FormatName::word)
                                .collect(Collectors.joining(", "))
                        + "."));
        InputOptions reading = inputs.options(terminal);
        if (files.stream().filter("-"::equals).count() > 1) {
            throw new UsageException("Standard input (-) is named twice; it can be read once.");
        }
        Library library = rules.open();
        tellLeftOut(library);
        if (!noWaivers && !library.waivers().isSound()) {
            throw new WaiversRefusedException(library.waivers().diagnostics());
        }
        NoteInputs notes =
                InputsOption.inputs(reading, library, playbook == null ? library.versions() : List.of(playbook));
        Path file = ReportFile.named(output);
        FormatOptions options = new FormatOptions(
                version -> library.named(version).edition(),
                terminal.colours() && file == null,
                threshold,
                Product.version(),
                !noWaivers && !library.waivers().waivers().isEmpty());
        Tally tally = new Tally();
        boolean seen = form == FormatName.TEXT && file == null && terminal.colours() && terminal.watched();
        boolean allRecorded = true;
        try (DecisionLog log = recording.open(clock);
                Reviewer reviewer = reviewer(library);
                ReportFile out = file == null ? ReportFile.of(terminal.out()) : ReportFile.of(file, files)) {
            ReportFormat report = form.create(out.stream(), options);
            report.begin();
            Recording recorder = new Recording(log, library);
            check(notes, reviewer, recorder, report, tally, seen);
            allRecorded = recorder.all();
            report.end(tally);
            out.finish();
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("The report cannot be written" + (file == null ? "" : " to " + file)
                    + ": the place is full, closed, or not yours to write to. Name another one with -o.");
        }
        tally.failures()
                .forEach((rule, times) -> terminal.say("the rule " + rule + " failed " + Words.count(times, "time")
                        + ". What it asks is left to a person there; the report says where."));
        if (!allRecorded) {
            terminal.say("not all decisions could be recorded. Look at the place of the audit log, then check again.");
        }
        if (!allRecorded || tally.unjudged() > 0 || tally.failedRules() > 0) {
            return Exit.UNUSABLE;
        }
        return threshold != null && tally.reaches(threshold) ? Exit.FOUND : Exit.FINE;
    }

    private Reviewer reviewer(Library library) {
        Reviewer reviewer = new Reviewer(library, clock, limits).by(playbook);
        return noWaivers ? reviewer.withoutWaivers() : reviewer;
    }

    /** An edition that is in force on no day judges nothing, and nothing else would say so. */
    private void tellLeftOut(Library library) {
        library.versions().stream()
                .filter(version -> library.inForceFrom(version).isEmpty())
                .flatMap(version -> library.diagnostics(version).stream())
                .forEach(diagnostic -> terminal.say("left out: " + diagnostic));
    }

    /**
     * Checks one input after the other; one that cannot be read is told, and the others go on. It is told beside the
     * report too, unless somebody {@code seen} it there.
     */
    private void check(
            NoteInputs inputs, Reviewer reviewer, Recording recorder, ReportFormat report, Tally tally, boolean seen) {
        Progress progress = new Progress(terminal, "notes checked");
        ExecutorService workers = Pipeline.workers();
        try {
            Pipeline<Decided> pipeline =
                    new Pipeline<>(workers, entries -> recorder.review(reviewer, entries), decided -> {
                        recorder.await(decided);
                        decided.results().forEach(result -> add(report, tally, result));
                        progress.advance(tally.notes());
                    });
            for (String file : files) {
                try (NoteInput input = inputs.open(file)) {
                    pipeline.run(input);
                    if (input.isEmpty() && !allowEmpty) {
                        throw input.nothingToCheck(OptionNames.COMMAND_LINE);
                    }
                } catch (UnreadableInputException e) {
                    if (e.isEmpty() && allowEmpty) {
                        continue;
                    }
                    progress.clear();
                    if (!seen) {
                        terminal.say(String.valueOf(e.getMessage()));
                    }
                    add(report, tally, Result.Unjudged.ofInput(e.input(), e.problem()));
                }
            }
        } finally {
            workers.shutdownNow();
        }
        progress.clear();
    }

    private static void add(ReportFormat report, Tally tally, Result result) {
        try {
            report.add(result);
            tally.add(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Results, and what becomes of their decisions. */
    private record Decided(List<Result> results, @Nullable WriteResult written) {}

    /** Records what is judged, where that is wanted; nothing is reported before it is recorded. */
    private final class Recording {
        private final @Nullable DecisionLog log;
        private final Library library;
        private boolean all = true;

        Recording(@Nullable DecisionLog log, Library library) {
            this.log = log;
            this.library = library;
        }

        Decided review(Reviewer reviewer, List<Entry> entries) {
            long began = System.nanoTime();
            List<Result> results = reviewer.review(entries);
            WriteResult written = log == null
                    ? null
                    : log.recordInTime(
                            new CallContext(recording.caller(), library, clock.instant(), System.nanoTime() - began),
                            results);
            return new Decided(results, written);
        }

        void await(Decided decided) {
            all &= decided.written() == null || decided.written().await().isAccepted();
        }

        /** Whether all that was judged is recorded. */
        boolean all() {
            return all;
        }
    }
}
