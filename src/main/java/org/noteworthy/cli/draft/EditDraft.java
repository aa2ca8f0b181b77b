package org.noteworthy.cli.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.FileView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.failure.UserException;
import org.noteworthy.notes.text.Characters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy draft edit}: saves or deletes a file of a draft. */
@Command(
        name = "edit",
        description =
                "Saves a file of a draft: another file as it is, standard input, or what you write in your editor."
                        + " What was approved before counts no longer.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class EditDraft extends OneDraftVerb {
    private static final int LARGEST = 1 << 20;
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "The file within the draft, such as status-brief.drl, tables/statuses.csv or"
                    + " fixtures/rules/status-brief/long.md.")
    private String path = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Saved as that file; - is standard input (default: your editor opens a copy of it).")
    private @Nullable String source;

    @Option(names = "--delete", description = "Delete it.")
    private boolean delete;

    @Option(
            names = "--expect",
            paramLabel = "HASH",
            description = "Refuse where the file is not the one of this hash any more, which show --json tells.")
    private @Nullable String expect;

    @Option(
            names = "--editor",
            paramLabel = "COMMAND",
            description = "Your editor (default: the variable VISUAL, or EDITOR).",
            defaultValue = "${env:VISUAL:-${env:EDITOR}}")
    private @Nullable String editor;

    EditDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) throws IOException {
        if (delete && source != null) {
            throw new UsageException("Either --delete or a file to save: not both. Leave one of them out.");
        }
        byte[] given = source == null ? null : read(source);
        Optional<FileView> now = desk.file(name, path);
        String expected = expect == null ? now.map(FileView::hash).orElse(DraftDesk.ABSENT) : expect;
        if (delete) {
            return tell("deleted " + path, desk.delete(name, path, expected));
        }
        return given == null ? edit(desk, now, expected) : save(desk, now, expected, given);
    }

    private int save(DraftDesk desk, Optional<FileView> now, String expected, byte[] content) {
        return tell(now.isPresent() ? "saved " + path : "added " + path, desk.put(name, path, expected, content));
    }

    private int edit(DraftDesk desk, Optional<FileView> now, String expected) throws IOException {
        if (editor == null || editor.isBlank()) {
            throw new UsageException(
                    "No editor is known. Set the variable EDITOR, or name a file whose text is to be saved.");
        }
        if (now.isPresent() && !now.get().readable()) {
            throw new UsageException(path + " is not in UTF-8, which an editor would spoil. Save a file instead.");
        }
        String before = now.map(FileView::text).orElse("");
        try (Editor opened = new Editor(editor, path)) {
            Optional<byte[]> after = opened.edited(before);
            if (after.isEmpty()) {
                terminal.say("nothing was changed, so nothing was saved.");
                return Exit.FINE;
            }
            try {
                return save(desk, now, expected, after.get());
            } catch (UserException e) {
                throw new UsageException(e.sentence() + "\nWhat you wrote is in " + opened.keep() + ".");
            }
        }
    }

    private static byte[] read(String source) {
        try (InputStream in = source.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(source))) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new UsageException(
                        Characters.harmless(source) + " is larger than 1 MiB, which no file of a draft is.");
            }
            return content;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new UsageException(Characters.harmless(source)
                    + " cannot be read. Name a file that is there, or - for standard input.");
        }
    }
}
