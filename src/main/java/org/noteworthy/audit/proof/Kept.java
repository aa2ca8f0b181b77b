package org.noteworthy.audit.proof;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.PrunedRange;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.PolicyChangeDao;

/**
 * What is taken out of an audit log to be kept where nobody can change both: where each chain stood when, and what was pruned.
 */
public record Kept(List<Checkpoint> checkpoints, List<PrunedRange> letGo) {
    public Kept {
        checkpoints = List.copyOf(checkpoints);
        letGo = List.copyOf(letGo);
    }

    /** That of all chains, chain by chain, in their order. */
    public static Kept of(AuditDatabase database) {
        return database.reading(connection -> {
            AuditDao dao = new AuditDao(connection);
            List<Checkpoint> checkpoints = new ArrayList<>();
            List<PrunedRange> letGo = new ArrayList<>();
            for (String chain : dao.chains()) {
                checkpoints.addAll(dao.checkpoints(chain));
                letGo.addAll(dao.pruned(chain));
            }
            checkpoints.addAll(new PolicyChangeDao(connection).checkpoints());
            return new Kept(checkpoints, letGo);
        });
    }

    /**
     * Reads a file with one JSON object a line, as {@link #write} writes them.
     *
     * @throws AuditException if it cannot be read, or holds something else
     */
    static Kept read(Path file) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        List<PrunedRange> letGo = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (line.startsWith(PrunedRange.BEGINNING)) {
                    letGo.add(PrunedRange.read(line.getBytes(StandardCharsets.UTF_8)));
                } else if (!line.isBlank()) {
                    checkpoints.add(Checkpoint.read(line));
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new AuditException(
                    file + (number == 0 ? "" : ":" + number)
                            + " cannot be read as checkpoints. It holds one a line, as noteworthy audit checkpoints prints"
                            + " them.",
                    e);
        }
        if (checkpoints.isEmpty()) {
            throw new AuditException(file + " holds no checkpoint, so nothing can be proven by it.");
        }
        return new Kept(checkpoints, letGo);
    }

    /** Writes them, one a line. */
    public void write(JsonGenerator json) throws IOException {
        for (Checkpoint checkpoint : checkpoints) {
            checkpoint.write(json);
            json.writeRaw('\n');
        }
        for (PrunedRange range : letGo) {
            range.write(json);
            json.writeRaw('\n');
        }
    }
}
