package org.noteworthy.cli.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noteworthy.failure.UsageException;

/** Somebody's editor, which is shown a copy of a text in a folder that they alone can read. */
final class Editor implements AutoCloseable {
    private final String command;
    private final Path folder;
    private final Path file;
    private boolean kept;

    /** {@code command} is what is typed to start it; {@code name} is that of the file that it is shown. */
    Editor(String command, String name) {
        this.command = command;
        try {
            folder = Files.createTempDirectory("noteworthy-edit");
            file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        } catch (IOException e) {
            throw new UsageException("There is no room for a temporary file. Make room on the disk.");
        }
    }

    /** The text as it is saved in the editor; empty where it was left as it is. */
    Optional<byte[]> edited(String text) throws IOException {
        byte[] before = text.getBytes(StandardCharsets.UTF_8);
        Files.write(file, before);
        int status = run();
        byte[] after = Files.isRegularFile(file) ? Files.readAllBytes(file) : before;
        boolean changed = !Arrays.equals(before, after);
        if (status != 0) {
            kept = changed;
            throw new UsageException("The editor " + command + " ended with " + status + ", so nothing was saved."
                    + (changed ? " What you wrote is in " + file + "." : ""));
        }
        return changed ? Optional.of(after) : Optional.empty();
    }

    private int run() {
        try {
            return new ProcessBuilder(line()).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UsageException("The editor " + command + " cannot be started. Set the variable EDITOR.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("The editor was broken off; nothing was saved.");
        }
    }

    /** As git does it: the words of the command are those of a shell. */
    private List<String> line() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
            List<String> words = new ArrayList<>(List.of(command.split(" +")));
            words.add(file.toString());
            return words;
        }
        return List.of("sh", "-c", command + " \"$@\"", command, file.toString());
    }

    /** Leaves the text where it is, and tells where. */
    Path keep() {
        kept = true;
        return file;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            Files.deleteIfExists(file);
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // what the editor has left there stays, for its owner alone
            }
        }
    }
}
