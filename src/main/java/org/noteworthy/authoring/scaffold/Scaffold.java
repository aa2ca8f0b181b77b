package org.noteworthy.authoring.scaffold;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written, and how to go on.
 *
 * @param written the new files, or the new folder
 * @param next the next steps, in their order
 */
public record Scaffold(List<Path> written, List<String> next) {
    public Scaffold {
        written = List.copyOf(written);
        next = List.copyOf(next);
    }
}
