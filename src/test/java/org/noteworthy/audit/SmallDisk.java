package org.noteworthy.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own, with as much room as a test says. */
public final class SmallDisk implements AutoCloseable {
    private static final long PAGE = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; where that is not allowed the test is left out, and says so. */
    public static SmallDisk mounted() throws IOException {
        Path folder = Files.createTempDirectory("disk");
        String told = run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString());
        if (!told.isEmpty()) {
            System.out.println("LEFT OUT: a test of small disks, since only root can mount one. " + told);
            Assumptions.abort(told);
        }
        return new SmallDisk(folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** From now on there is so much room, beside what lies there already. */
    public void leave(long bytes) throws IOException {
        FileStore store = Files.getFileStore(folder);
        long used = store.getTotalSpace() - store.getUnallocatedSpace();
        long size = (used + bytes + PAGE - 1) / PAGE * PAGE;
        String told = run("mount", "-o", "remount,size=" + size, folder.toString());
        if (!told.isEmpty()) {
            throw new IOException(told);
        }
    }

    /** From now on nothing can be written there. */
    public void readOnly() throws IOException {
        String told = run("mount", "-o", "remount,ro", folder.toString());
        if (!told.isEmpty()) {
            throw new IOException(told);
        }
    }

    /** Removes all that lies there. */
    public void clear() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
        Files.delete(folder);
    }

    /** What a command says when it does not succeed. */
    private static String run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : said + "(status " + process.exitValue() + ")";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
