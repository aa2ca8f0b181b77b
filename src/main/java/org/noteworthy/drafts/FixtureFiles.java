package org.noteworthy.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the fixtures, as publishing changes it. */
record FixtureFiles(Path folder) {

    /** Copies the fixtures that judge into a folder, in which these are changed, or deleted where they have no content. */
    void copy(Path copy, Map<String, Optional<byte[]>> changed) {
        try {
            RulesFolder.delete(copy);
            Files.createDirectories(copy);
            for (String part : List.of("rules", "notes")) {
                copyPart(folder.resolve(part), copy);
            }
            for (Map.Entry<String, Optional<byte[]>> change : changed.entrySet()) {
                Path file = copy.resolve(change.getKey().substring(Content.FIXTURES.length()));
                if (change.getValue().isPresent()) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, change.getValue().get());
                } else {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw DraftException.unavailable("The fixtures cannot be looked at: " + e.getMessage() + ".");
        }
    }

    private void copyPart(Path part, Path copy) throws IOException {
        if (!Files.isDirectory(part)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(part)) {
            for (Path path : paths.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Path target = copy.resolve(folder.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    /** Writes a fixture, or deletes it where it has no content. */
    void put(String path, Optional<byte[]> content) {
        Path file = folder.resolve(path.substring(Content.FIXTURES.length()));
        try {
            if (content.isPresent()) {
                Files.createDirectories(file.getParent());
                if (!Objects.requireNonNull(file.getParent()).toRealPath().startsWith(folder.toRealPath())) {
                    throw new IOException("it lies behind a link");
                }
                Durable.write(file, content.get());
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DraftException.unavailable(file + " cannot be written: " + e.getMessage()
                    + ". Look at its permissions and the room on its disk.");
        }
    }
}
