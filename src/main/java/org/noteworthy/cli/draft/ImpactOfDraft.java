package org.noteworthy.cli.draft;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.EffectView;
import org.noteworthy.cli.option.InputsOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noteworthy draft impact}: what a draft changes for notes. */
@Command(
        name = "impact",
        description =
                "Judges notes as the rules are and as they would be with a draft: those that stand in the audit log,"
                        + " or those in files.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class ImpactOfDraft extends OneDraftVerb {
    private static final int MOST = 100_000;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NOTES",
            description = "Files of notes, as check takes them (default: the notes in the audit log).")
    private List<String> files = List.of();

    @Mixin
    private InputsOption reading = new InputsOption();

    private boolean allRead = true;

    ImpactOfDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        return files.isEmpty() ? recorded(desk) : ofFiles(desk);
    }

    private int recorded(DraftDesk desk) {
        ChecksView checks = Looking.whole(desk, name, terminal);
        EffectView effect = checks.effect();
        if (effect == null) {
            String trouble = checks.trouble();
            throw new UsageException("The effect on recorded notes is not known: "
                    + (trouble == null ? "the draft cannot be read." : trouble)
                    + " Name files of notes to judge those.");
        }
        return tell(effect, "recorded note");
    }

    private int ofFiles(DraftDesk desk) {
        return tell(desk.effect(name, read()), "note");
    }

    private int tell(EffectView effect, String notes) {
        if (json) {
            write(effect);
        } else {
            new CheckText(terminal).effect(effect, notes);
        }
        return allRead && effect.failed().isEmpty() ? Exit.FINE : Exit.UNUSABLE;
    }

    private List<NoteRecord> read() {
        Library library = place.rules().open();
        NoteInputs inputs = InputsOption.inputs(reading.options(terminal), library, library.versions());
        List<NoteRecord> notes = new ArrayList<>();
        for (String file : files) {
            try (NoteInput input = inputs.open(file)) {
                while (input.hasNext()) {
                    add(input.next(), notes);
                }
            }
        }
        return notes;
    }

    private void add(Entry entry, List<NoteRecord> notes) {
        if (entry instanceof Entry.Note note) {
            notes.add(note.note());
        } else if (entry instanceof Entry.Engagement engagement) {
            notes.addAll(engagement.engagement().notes());
        } else if (entry instanceof Entry.Refused refused) {
            terminal.say(refused.id() + ": " + refused.problem().detail());
            allRead = false;
        }
        if (notes.size() > MOST) {
            throw new UsageException(
                    "These are more than " + MOST + " notes. Name fewer files; a sample tells as much.");
        }
    }
}
