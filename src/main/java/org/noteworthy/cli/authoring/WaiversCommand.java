package org.noteworthy.cli.authoring;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.WaiverUse;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;
import org.noteworthy.cli.option.InputsOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.WaiversRefusedException;
import org.noteworthy.playbooks.waiver.Waiver;
import org.noteworthy.playbooks.waiver.Waiver.State;
import org.noteworthy.playbooks.waiver.Waivers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy waivers}: what lets violations stand, until when, and whether anybody still needs it. */
@Command(
        name = "waivers",
        description =
                "Lists the waivers: in force, not yet valid or expired; with notes, how many violations each waives.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class WaiversCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Notes to hold the waivers against, as check takes them.")
    private List<String> files = List.of();

    @Option(names = "--on", paramLabel = "DAY", description = "Tell their states on that day (default: today, in UTC).")
    private @Nullable String on;

    @Option(
            names = "--unused",
            description = "Only those in force that waive nothing in these notes; exit with 1 if there are any.")
    private boolean unused;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private InputsOption inputs = new InputsOption();

    public WaiversCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day(on);
        if (unused && files.isEmpty()) {
            throw new UsageException("--unused needs notes to hold the waivers against. Name files of notes as well.");
        }
        InputOptions reading = inputs.options(terminal);
        Library library = rules.open();
        if (!library.waivers().isSound()) {
            throw new WaiversRefusedException(library.waivers().diagnostics());
        }
        Waivers waivers = library.waivers().waivers();
        Tally tally = new Tally();
        WaiverUse use = files.isEmpty() ? null : use(library, new WaiverUse(waivers, day), reading, tally);
        List<Waiver> listed = waivers.all().stream()
                .filter(waiver -> !unused || use == null || isUnused(waiver, day, use))
                .toList();
        WaiverList list = new WaiverList(day, listed, library.ruleNames(), use);
        if (json) {
            list.writeJson(terminal.out());
        } else if (unused && listed.isEmpty()) {
            terminal.out().print("Each waiver in force waives something of these notes.\n");
        } else {
            list.writeText(terminal.out());
        }
        if (tally.unjudged() > 0) {
            terminal.say(
                    tally.unjudged() + " of the records could not be judged, so more waivers may be used than is told."
                            + " \"noteworthy check\" says why.");
            return Exit.UNUSABLE;
        }
        return unused && !listed.isEmpty() ? Exit.FOUND : Exit.FINE;
    }

    private static boolean isUnused(Waiver waiver, LocalDate day, WaiverUse use) {
        return waiver.on(day) == State.IN_FORCE && use.of(waiver) == 0;
    }

    private WaiverUse use(Library library, WaiverUse use, InputOptions reading, Tally tally) {
        NoteInputs notes = InputsOption.inputs(reading, library, library.versions());
        ExecutorService workers = Pipeline.workers();
        try (Reviewer reviewer = new Reviewer(library, clock, TimeLimits.DEFAULT).withoutWaivers()) {
            Pipeline<List<Result>> pipeline = new Pipeline<>(workers, reviewer::review, results -> {
                results.forEach(use::add);
                results.forEach(tally::add);
            });
            for (String file : files) {
                try (NoteInput input = notes.open(file)) {
                    pipeline.run(input);
                }
            }
        } finally {
            workers.shutdownNow();
        }
        return use;
    }

    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new UsageException("--on takes a day like 2026-12-31, not \"" + day + "\".");
        }
    }
}
