package org.noteworthy.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.noteworthy.notes.text.Nearest;

/** Why a file can not be read, and what to type instead. */
public final class Unreadable {
    /** Enough to find a name that was misspelt; a folder of a million files is not searched through. */
    private static final int FILES_LOOKED_AT = 10_000;

    private Unreadable() {}

    /** Something that a caller has sent, and that lies in no file of that name. */
    public static UnreadableInputException sent(String name, Exception reason) {
        return new UnreadableInputException(
                name,
                "this file can not be read: what was sent of it breaks off, or is not what its name says.",
                reason);
    }

    public static UnreadableInputException because(String name, IOException reason) {
        if (!(reason instanceof FileSystemException) && reason.getMessage() != null) {
            return new UnreadableInputException(
                    name, "this file can not be read: " + reason.getMessage() + ".", reason);
        }
        Path folder = Path.of(name).toAbsolutePath().getParent();
        if (folder != null && Files.isRegularFile(folder)) {
            return new UnreadableInputException(name, folder + " is a file, so nothing can be in it.", reason);
        }
        if (reason instanceof NoSuchFileException) {
            return missing(name);
        }
        if (reason instanceof AccessDeniedException) {
            return new UnreadableInputException(
                    name, "this file may not be read; its permissions do not allow it.", reason);
        }
        String why = reason instanceof FileSystemException failure ? failure.getReason() : reason.getMessage();
        return new UnreadableInputException(
                name, "this file can not be read: " + (why == null ? reason.toString() : why) + ".", reason);
    }

    private static UnreadableInputException missing(String name) {
        Path file = Path.of(name);
        Path folder = file.toAbsolutePath().getParent();
        Path last = file.getFileName();
        if (folder == null || last == null || !Files.isDirectory(folder)) {
            return new UnreadableInputException(name, "there is no such file, nor the folder that it would be in.");
        }
        Optional<String> nearest = Nearest.among(last.toString(), namesIn(folder));
        Path parent = file.getParent();
        String maybe = nearest.map(
                        near -> parent == null ? near : parent.resolve(near).toString())
                .map(near -> " Maybe you mean " + near + ".")
                .orElse("");
        return new UnreadableInputException(name, "there is no such file." + maybe);
    }

    public static UnreadableInputException directory(String name) {
        String slash = name.endsWith("/") ? "" : "/";
        List<String> names = namesIn(Path.of(name));
        if (names.isEmpty()) {
            return UnreadableInputException.empty(
                    name,
                    "there is nothing to check in it: this directory is empty."
                            + OptionNames.COMMAND_LINE.whereEmptyIsFine());
        }
        String example = names.stream()
                .filter(file -> InputKind.ofFile(file).isPresent())
                .findFirst()
                .map(file -> name + slash + "*" + file.substring(file.lastIndexOf('.')))
                .orElse(name + slash + "*.md");
        return new UnreadableInputException(name, "this is a directory; name the files in it, e.g. " + example);
    }

    public static UnreadableInputException unknownKind(String name, OptionNames names) {
        return new UnreadableInputException(
                name,
                "the kind of input shows in its extension, and this is none of " + InputKind.known()
                        + ". Rename the file" + names.orKind() + ".");
    }

    public static UnreadableInputException stdinWithoutKind(String name) {
        return new UnreadableInputException(
                name, "what is piped in has no extension; name its kind with --input-format: " + InputKind.known());
    }

    public static UnreadableInputException empty(String name, String wanted) {
        return UnreadableInputException.empty(name, "this input is empty; " + wanted);
    }

    static UnreadableInputException nothingToCheck(String name, OptionNames names) {
        return UnreadableInputException.empty(
                name, "there is no note in it, so there is nothing to check." + names.whereEmptyIsFine());
    }

    public static UnreadableInputException binary(String name, OptionNames names) {
        return new UnreadableInputException(
                name,
                "this is not text but binary data. A workbook must be named .xlsx; a text in UTF-16 needs its "
                        + "byte-order mark, or " + names.charset() + ".");
    }

    public static UnreadableInputException charset(
            String name, String place, String badByte, String charset, OptionNames names) {
        return new UnreadableInputException(
                name,
                place + " is not " + charset + " text (" + badByte + "): save the file as UTF-8, or name its charset "
                        + "with " + names.charset() + ".");
    }

    public static UnreadableInputException notAPath(String name) {
        return new UnreadableInputException(Quoted.of(name), "this can not be the name of a file.");
    }

    private static List<String> namesIn(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Path name = file.getFileName();
                if (name != null && names.size() < FILES_LOOKED_AT) {
                    names.add(name.toString());
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }
}
