package org.noteworthy.cli.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;
import org.noteworthy.audit.replay.Replay;
import org.noteworthy.audit.replay.Replayed;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.KeptPlaybooks;
import org.noteworthy.authoring.explain.EditionDiff;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.Impact;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.InputsOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.ImpactText;
import org.noteworthy.cli.terminal.Progress;
import org.noteworthy.cli.terminal.ReplayProgress;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy compare}: what differs between two editions, and what that changes for notes. */
@Command(
        name = "compare",
        description = "Compares two editions: rules, clauses and table rows; with notes, what changes for them.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class CompareCommand implements Callable<Integer> {
    private static final int BATCH = 200;

    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private InputsOption reading = new InputsOption();

    @Parameters(index = "0", paramLabel = "V1", description = "An edition, or the folder of a draft.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "V2", description = "Another edition, or the folder of a draft.")
    private String to = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "NOTES", description = "Notes to judge by both.")
    private List<String> files = List.of();

    @Option(names = "--recorded", description = "Judge the notes that stand in the audit log by both.")
    private boolean recorded;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "With --recorded: those decided from this day on (its start in UTC), or from a moment on.")
    private @Nullable String since;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    public CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (recorded && !files.isEmpty()) {
            throw new UsageException("Either --recorded or files of notes: not both. Leave one of them out.");
        }
        if (since != null && !recorded) {
            throw new UsageException("--since goes with --recorded, which judges the notes of the audit log.");
        }
        Library library = rules.open();
        Playbook one = rules.playbook(library, from);
        Playbook other = rules.playbook(library, to);
        print(EditionDiff.of(one, other));
        if (recorded) {
            return judgeRecorded(one, other);
        }
        return files.isEmpty() ? Exit.FINE : judge(library, one, other);
    }

    private int judgeRecorded(Playbook one, Playbook other) {
        DecisionQuery query = new DecisionQueryBuilder().with("from", since).build();
        try (AuditDatabase database = auditLog.read()) {
            Progress progress = new Progress(terminal, "notes judged by both");
            Replayed replayed = new Replay(
                            database, new KeptPlaybooks(database, null, rules.cache()), ReplayProgress.of(progress))
                    .under(query, one, other);
            progress.clear();
            terminal.out().println();
            ImpactText.print(terminal, replayed.impact(), from, to);
            ReplayProgress.sayWithoutNote(terminal, replayed);
            return replayed.impact().failed().isEmpty() ? Exit.FINE : Exit.UNUSABLE;
        }
    }

    private void print(EditionDiff diff) {
        for (EditionDiff.Change change : diff.changes()) {
            terminal.out()
                    .println(change.kind().name().toLowerCase(Locale.ROOT) + "  " + change.what() + "  "
                            + change.name());
            for (String detail : change.details()) {
                Words.wrapped(detail, 110, "    ").forEach(terminal.out()::println);
            }
        }
        terminal.out()
                .println(from + " → " + to + ": " + Words.count(diff.changes().size(), "difference"));
    }

    private int judge(Library library, Playbook one, Playbook other) {
        Impact impact = new Impact();
        boolean allRead = true;
        NoteInputs inputs = InputsOption.inputs(reading.options(terminal), library, library.versions());
        try (Checker first = new Checker(one);
                Checker second = new Checker(other)) {
            for (String file : files) {
                try (NoteInput input = inputs.open(file)) {
                    allRead &= judge(input, first, second, impact);
                } catch (UnreadableInputException e) {
                    terminal.say(String.valueOf(e.getMessage()));
                    allRead = false;
                }
            }
        }
        terminal.out().println();
        ImpactText.print(terminal, impact, from, to);
        return allRead && impact.failed().isEmpty() ? Exit.FINE : Exit.UNUSABLE;
    }

    private boolean judge(NoteInput input, Checker first, Checker second, Impact impact) {
        boolean allRead = true;
        List<NoteRecord> batch = new ArrayList<>(BATCH);
        while (input.hasNext()) {
            Entry entry = input.next();
            if (entry instanceof Entry.Note note) {
                batch.add(note.note());
            } else if (entry instanceof Entry.Engagement engagement) {
                batch.addAll(engagement.engagement().notes());
            } else if (entry instanceof Entry.Refused refused) {
                terminal.say(refused.id() + ": " + refused.problem().detail());
                allRead = false;
            }
            if (batch.size() >= BATCH || !input.hasNext()) {
                List<Report> before = first.check(batch);
                List<Report> after = second.check(batch);
                for (int i = 0; i < before.size(); i++) {
                    impact.add(before.get(i), after.get(i));
                }
                batch.clear();
            }
        }
        return allRead;
    }
}
