package org.noteworthy.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What has to wait for something that is only known later: a temporary file, so that it may be long.
 *
 * <p>The file goes with its channel, at the latest with the process, also where writing is given up half way.
 */
final class Spool {
    private final FileChannel channel;
    private final OutputStream out;

    Spool() throws IOException {
        Path file = Files.createTempFile("noteworthy-", ".spool");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Takes what has to wait. */
    OutputStream out() {
        return out;
    }

    /** Hands on what has waited, once. */
    void drainTo(OutputStream target) throws IOException {
        out.flush();
        try (channel) {
            channel.position(0);
            Channels.newInputStream(channel).transferTo(target);
        }
    }
}
