package org.noteworthy.authoring.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.noteworthy.failure.UsageException;

/** A folder of pages. It holds nothing else: where it does, nothing in it is touched. */
public final class DocsFolder {
    /** The first line of each page, by which a page is known again. */
    static final String MARK = "<!-- Written by noteworthy docs, and written anew by it: changes here are lost. -->";

    private static final Set<String> FOLDERS = Set.of("rules", "clauses");

    private final Path folder;

    public DocsFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the pages, and removes pages from before that are no more. */
    public void write(SortedMap<String, String> pages) {
        try {
            List<Path> before = ownPages();
            for (Map.Entry<String, String> page : pages.entrySet()) {
                write(folder.resolve(page.getKey()), page.getValue());
            }
            for (Path page : before) {
                if (!pages.containsKey(nameOf(page))) {
                    Files.delete(page);
                }
            }
        } catch (IOException e) {
            throw new UsageException("The pages cannot be written to " + folder
                    + ". Name a folder that you may write to, on a disk with room.");
        }
    }

    private static void write(Path page, String text) throws IOException {
        Files.createDirectories(page.getParent());
        Path draft = page.resolveSibling(".docs.draft");
        try {
            Files.writeString(draft, text);
            Files.move(draft, page, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private List<Path> ownPages() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is not a folder. Name a new or an empty one.");
        }
        List<Path> own = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (!isOwnFolder(path)) {
                    own.add(checked(path));
                }
            }
        }
        return own;
    }

    private Path checked(Path path) throws IOException {
        if (!isOwn(path)) {
            throw new UsageException("The folder " + folder + " holds " + nameOf(path)
                    + ", which noteworthy docs did not write. Nothing was written. Name a new or an empty folder.");
        }
        return path;
    }

    private boolean isOwnFolder(Path path) {
        return path.equals(folder)
                || FOLDERS.contains(nameOf(path)) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isOwn(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] mark = (MARK + "\n").getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(mark, in.readNBytes(mark.length));
        }
    }

    private String nameOf(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
