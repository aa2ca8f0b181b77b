package org.noteworthy.drafts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The folder of the fixtures, as publishing changes it. */
record FixtureFiles(Path folder) {

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
