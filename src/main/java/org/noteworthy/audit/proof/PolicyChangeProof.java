package org.noteworthy.audit.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.LinkedLine;
import org.noteworthy.audit.change.RecordedChange;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.audit.store.PolicyChangeDao;

/** Goes through the chain of policy changes, as {@link ChainProof} does, and looks whether the files that they name are kept. */
final class PolicyChangeProof {
    private static final int PORTION = 200;
    private static final String CHAIN = PolicyChangeDao.CHAIN;

    private final PolicyChangeDao dao;
    private final KeptEditionDao kept;
    private final Witnesses witnesses;
    private final Hashes hashes = new Hashes();
    private final List<String> spoiltContents = new ArrayList<>();
    private final Set<String> contentsSeen = new HashSet<>();

    PolicyChangeProof(PolicyChangeDao dao, KeptEditionDao kept, Witnesses witnesses) {
        this.dao = dao;
        this.kept = kept;
        this.witnesses = witnesses;
    }

    /** What was seen of the chain; empty where the policy was never changed, as far as anybody knows. */
    Optional<Verification.Chain> chain() throws SQLException {
        List<Checkpoint> checkpoints = dao.checkpoints();
        List<Checkpoint> elsewhere = witnesses.keptOf(CHAIN);
        if (checkpoints.isEmpty() && elsewhere.isEmpty()) {
            return Optional.empty();
        }
        List<ChainError> errors = new ArrayList<>();
        List<@Nullable LinkedLine> lines = lines(errors);
        List<Checkpoint> sound = witnesses.sound(CHAIN, checkpoints, errors);
        ChainProof.Seen seen = new ChainProof(Link.start(CHAIN), lines.iterator(), List.of(), sound).seen();
        if (seen.error() == null) {
            witnesses.uncovered(CHAIN, seen.end(), sound).ifPresent(errors::add);
        } else {
            errors.add(seen.error());
        }
        return Optional.of(
                new Verification.Chain(CHAIN, seen.decisions(), 0, checkpoints.size(), Verification.first(errors)));
    }

    /** All lines, null where one is none; they are few, and what is kept of each is small. */
    private List<@Nullable LinkedLine> lines(List<ChainError> errors) throws SQLException {
        List<@Nullable LinkedLine> lines = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (List<PolicyChangeDao.Row> rows = dao.behind(last, PORTION);
                !rows.isEmpty();
                rows = dao.behind(last, PORTION)) {
            for (PolicyChangeDao.Row row : rows) {
                lines.add(line(row, errors));
                last = row.seq();
            }
        }
        return lines;
    }

    private @Nullable LinkedLine line(PolicyChangeDao.Row row, List<ChainError> errors) throws SQLException {
        byte[] bytes = row.bytes();
        LinkedLine line = LinkedLine.read(bytes, 0, bytes.length, hashes);
        if (line == null || !line.intact()) {
            return line;
        }
        try {
            RecordedChange recorded = RecordedChange.read(row);
            if (line.seq() == row.seq() && recorded.differsFrom(row)) {
                errors.add(new ChainError(
                        CHAIN,
                        row.seq(),
                        "What the audit log says of policy change " + row.seq() + " beside its line was changed:"
                                + " questions may not find it."));
            }
            contents(recorded);
            return line;
        } catch (IOException e) {
            return line.chain().equals(CHAIN) ? null : line;
        }
    }

    private void contents(RecordedChange recorded) throws SQLException {
        for (Map<String, String> files :
                List.of(recorded.change().filesBefore(), recorded.change().files())) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (contentsSeen.add(file.getValue())) {
                    content(recorded, file.getKey(), file.getValue());
                }
            }
        }
    }

    private void content(RecordedChange recorded, String path, String hash) throws SQLException {
        Optional<byte[]> content = kept.content(hash);
        if (content.isEmpty() || !hashes.of(content.get()).equals(hash)) {
            spoiltContents.add("The file " + path + " of " + recorded.change().edition()
                    + " that was kept with policy change " + recorded.seq() + " was "
                    + (content.isEmpty() ? "removed." : "changed."));
        }
    }

    /** What is wrong with the contents that are kept, in sentences, after the chain was gone through. */
    List<String> spoiltContents() {
        return spoiltContents;
    }
}
