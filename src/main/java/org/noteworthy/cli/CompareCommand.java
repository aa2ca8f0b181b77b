package org.noteworthy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.Entry;
import org.noteworthy.checking.Impact;
import org.noteworthy.checking.Report;
import org.noteworthy.cli.input.NoteInput;
import org.noteworthy.cli.input.NoteInputs;
import org.noteworthy.cli.input.UnreadableInputException;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.EditionDiff;
import org.noteworthy.playbooks.Flaw;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noteworthy compare}: what differs between two editions, and what that changes for notes. */
@Command(
        name = "compare",
        description = "Compares two editions: rules, clauses and table rows; with notes, what changes for them.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class CompareCommand implements Callable<Integer> {
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

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Library library = rules.open();
        Playbook one = playbook(library, from);
        Playbook other = playbook(library, to);
        print(EditionDiff.of(one, other));
        return files.isEmpty() ? Exit.FINE : judge(one, other);
    }

    private Playbook playbook(Library library, String named) {
        Path folder = Path.of(named);
        boolean draft = !library.versions().contains(named) && Files.isDirectory(folder);
        if (!draft) {
            return library.named(named);
        }
        Compilation compilation = Library.read(folder, rules.cache());
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.playbook();
        }
        List<Flaw> flaws = ((Compilation.Refused) compilation).flaws();
        throw new UnusableException("The draft " + named + " cannot be used:\n"
                + String.join("\n", flaws.stream().map(Flaw::toString).toList()));
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

    private int judge(Playbook one, Playbook other) {
        Impact impact = new Impact();
        boolean allRead = true;
        NoteInputs inputs = reading.inputs(terminal);
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
        print(impact);
        impact.failed()
                .forEach(rule -> terminal.say("the rule " + rule
                        + " failed on some of the notes, under one of the editions or both. What it would have said there"
                        + " is not known."));
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

    private void print(Impact impact) {
        terminal.out().println();
        int width =
                impact.rules().keySet().stream().mapToInt(String::length).max().orElse(4);
        String row = "%-" + width + "s  %9s  %9s  %9s  %s";
        terminal.out().println(String.format(Locale.ROOT, row, "rule", "newly", "no longer", "still", "examples"));
        impact.rules()
                .forEach((rule, counts) -> terminal.out()
                        .println(String.format(
                                        Locale.ROOT,
                                        row,
                                        rule,
                                        counts.newly(),
                                        counts.noLonger(),
                                        counts.still(),
                                        String.join(", ", counts.examples()))
                                .stripTrailing()));
        terminal.out()
                .println(Words.count(impact.notes(), "note") + ", " + impact.changed() + " judged differently by " + to
                        + " than by " + from);
    }
}
