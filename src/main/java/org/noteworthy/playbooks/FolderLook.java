package org.noteworthy.playbooks;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a look at a folder sees of its files: enough to tell, by another look, that one was changed. */
public record FolderLook(Map<Path, Sighting> seen) {
    public FolderLook {
        seen = Map.copyOf(seen);
    }

    /** What is seen of a file. */
    public record Sighting(
            long size, long modified, @Nullable Object key) {
        private static final Sighting NONE = new Sighting(-1, -1, null);
    }

    /** Looks at every file, through links, that lies so many folders deep; those that come and go meanwhile are seen or not. */
    public static FolderLook at(Path folder, int deepest) {
        Map<Path, Sighting> seen = new HashMap<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), deepest, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    boolean hidden = !path.equals(folder)
                            && path.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                    seen.put(path, new Sighting(attributes.size(), modified, attributes.fileKey()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    seen.put(path, Sighting.NONE);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            seen.put(folder, Sighting.NONE);
        }
        return new FolderLook(seen);
    }
}
