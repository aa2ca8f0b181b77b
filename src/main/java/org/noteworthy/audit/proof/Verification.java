package org.noteworthy.audit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.KeptEdition;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.LinkedLine;
import org.noteworthy.audit.PrunedRange;
import org.noteworthy.audit.VerifyingKey;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.audit.store.OutlineDao;
import org.noteworthy.audit.store.PolicyChangeDao;
import org.noteworthy.playbooks.edition.EditionFiles;

/**
 * Proves the audit log, or an export of it, without the service: that every decision is what it was, that none was removed,
 * inserted or moved, that checkpoints kept elsewhere still hold, and that the rules kept are those that judged.
 */
public final class Verification {
    private final Witnesses witnesses;
    private final Watch watch;

    /** Proves with what whoever asks knows by other means. */
    public Verification(Witnesses witnesses) {
        this(witnesses, Watch.NONE);
    }

    /** The same, while somebody watches. */
    public Verification(Witnesses witnesses, Watch watch) {
        this.witnesses = witnesses;
        this.watch = watch;
    }

    /** The same with a public key, if any, and checkpoints that were taken out of the audit log. */
    public Verification(@Nullable VerifyingKey key, List<Checkpoint> elsewhere) {
        this(new Witnesses(key, elsewhere, List.of()));
    }

    /**
     * What was seen of one chain.
     *
     * @param decisions decisions, or policy changes, that are as they were recorded
     * @param pruned decisions that were pruned, provably
     * @param checkpoints checkpoints that hold
     * @param error what is wrong first; null where nothing is
     */
    public record Chain(
            String chain,
            long decisions,
            long pruned,
            long checkpoints,
            @Nullable ChainError error) {}

    /**
     * What came of it.
     *
     * @param others what is wrong beside the chains, in sentences
     */
    public record Outcome(List<Chain> chains, List<String> others) {

        /** Whether all is as it was recorded. */
        public boolean holds() {
            return others.isEmpty() && chains.stream().allMatch(chain -> chain.error() == null);
        }
    }

    /** Proves the audit log in a database, as it stands at one moment. */
    public Outcome of(AuditDatabase database) {
        return database.reading(connection -> {
            AuditDao dao = new AuditDao(connection);
            SortedSet<String> names = new TreeSet<>(dao.chains());
            witnesses.checkpoints().forEach(checkpoint -> names.add(checkpoint.chain()));
            List<Chain> chains = new ArrayList<>();
            List<String> outlined = new ArrayList<>();
            SortedMap<String, Set<String>> judging = new TreeMap<>();
            for (String name : names) {
                if (!name.equals(PolicyChangeDao.CHAIN)) {
                    OutlineProof outlines = new OutlineProof(new OutlineDao(connection), name);
                    chains.add(chain(dao, name, judging, outlines));
                    outlined.addAll(outlines.sentences());
                }
            }
            KeptEditionDao editions = new KeptEditionDao(connection);
            PolicyChangeProof changes = new PolicyChangeProof(new PolicyChangeDao(connection), editions, witnesses);
            changes.chain().ifPresent(chains::add);
            List<String> others = spoiltEditions(editions, judging);
            others.addAll(changes.spoiltContents());
            others.addAll(outlined);
            return new Outcome(chains, others);
        });
    }

    private Chain chain(AuditDao dao, String name, Map<String, Set<String>> judging, OutlineProof outlines)
            throws SQLException {
        List<Checkpoint> checkpoints = dao.checkpoints(name);
        List<PrunedRange> pruned = dao.pruned(name);
        List<ChainError> errors = new ArrayList<>();
        List<Checkpoint> sound = witnesses.sound(name, checkpoints, errors);
        ChainLines lines = new ChainLines(dao, name, sound, judging, outlines, watch);
        ChainProof.Seen seen = new ChainProof(Link.start(name), lines, pruned, sound).seen();
        witnesses.unproven(pruned).ifPresent(errors::add);
        witnesses.putBack(name, pruned).ifPresent(errors::add);
        ChainError error = seen.error();
        if (error == null) {
            missingCheckpoints(name, checkpoints).ifPresent(errors::add);
            witnesses.uncovered(name, seen.end(), sound).ifPresent(errors::add);
            lines.spoiltHeads().forEach(head -> errors.add(head.error()));
        } else {
            errors.add(error);
            // A page in which a decision is wrong may well end otherwise than its head says: the decision is what is
            // named.
            lines.spoiltHeads().stream()
                    .filter(head -> head.lastSeq() < error.seq())
                    .forEach(head -> errors.add(head.error()));
        }
        return new Chain(name, seen.decisions(), seen.pruned(), checkpoints.size(), first(errors));
    }

    static @Nullable ChainError first(List<ChainError> errors) {
        return errors.stream().min(Comparator.comparingLong(ChainError::seq)).orElse(null);
    }

    private Optional<ChainError> missingCheckpoints(String chain, List<Checkpoint> checkpoints) {
        long number = 1;
        long from = 1;
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.number() != number) {
                return Optional.of(new ChainError(
                        chain,
                        from,
                        "Checkpoint " + number + " of " + chain + " is missing: what it stood for, from decision "
                                + from + " on, is not proven."));
            }
            number++;
            from = checkpoint.seq() + 1;
        }
        for (Checkpoint kept : witnesses.keptOf(chain)) {
            if (kept.number() >= number) {
                return Optional.of(new ChainError(
                        chain,
                        from,
                        "Checkpoint " + kept.number() + " of " + chain + " is missing from the audit log."));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the rules that were kept; {@code judging} are the digests by which was judged, and under which names. */
    private static List<String> spoiltEditions(KeptEditionDao dao, SortedMap<String, Set<String>> judging)
            throws SQLException {
        List<String> sentences = new ArrayList<>();
        SortedSet<String> missing = new TreeSet<>(judging.keySet());
        for (String digest : dao.digests()) {
            missing.remove(digest);
            KeptEdition kept = dao.find(digest).orElseThrow();
            Set<String> names = judging.getOrDefault(digest, Set.of());
            if (!isOf(kept, digest)) {
                sentences.add("The rules that were kept for the edition " + kept.version() + " (" + digest
                        + ") are not those that judged: they were changed.");
            } else if (!names.isEmpty() && !names.contains(kept.version())) {
                sentences.add("The rules " + digest + " judged as the edition " + String.join(", ", names)
                        + ", and are kept as " + kept.version() + ": they were renamed.");
            }
        }
        missing.forEach(
                digest -> sentences.add("The rules that judged under " + digest + " are not kept: they were removed."));
        return sentences;
    }

    private static boolean isOf(KeptEdition kept, String digest) {
        try {
            return EditionFiles.of(kept.version(), kept.files()).digest().equals(digest);
        } catch (RuntimeException e) { // no edition has such files
            return false;
        }
    }

    /**
     * Proves a file of lines as the audit log is exported; it may begin anywhere in a chain.
     *
     * @throws AuditException if it cannot be read, holds no decisions, or only a key is known
     */
    public Outcome of(Path export) {
        if (witnesses.any() && witnesses.checkpoints().isEmpty()) {
            throw new AuditException(
                    "An export holds no checkpoints, so a key alone proves nothing of it. Name those that"
                            + " were kept too, with --checkpoints.");
        }
        try {
            Map<String, ExportStart> starts = new TreeMap<>();
            List<String> others = new ArrayList<>();
            List<PrunedRange> ranges;
            try (ExportedLines lines = new ExportedLines(export, null)) {
                String chain = "";
                while (lines.hasNext()) {
                    LinkedLine line = lines.next();
                    if (line != null) {
                        chain = line.chain();
                        starts.computeIfAbsent(chain, any -> new ExportStart(line.previous()))
                                .see(line);
                    } else if (others.isEmpty()) {
                        others.add(export + ":" + lines.number() + " is not a decision.");
                    }
                }
                ranges = lines.ranges();
            }
            Map<String, Link> begins = new TreeMap<>();
            starts.forEach((chain, start) -> begins.put(chain, start.link(chain)));
            behindWhatWasLetGo(begins, ranges);
            if (begins.isEmpty()) {
                throw new AuditException(
                        export + " holds no decisions. Export them with: noteworthy audit export --format ndjson");
            }
            List<Chain> chains = new ArrayList<>();
            for (Link begin : begins.values()) {
                chains.add(chain(
                        export,
                        begin,
                        ranges.stream()
                                .filter(range -> range.chain().equals(begin.chain()))
                                .toList()));
            }
            return new Outcome(chains, others);
        } catch (IOException | UncheckedIOException e) {
            throw new AuditException(export + " cannot be read. Check its name and permissions.", e);
        }
    }

    /** Lets chains begin where they did before their first decisions were pruned, or all of them. */
    private static void behindWhatWasLetGo(Map<String, Link> begins, List<PrunedRange> ranges) {
        List<PrunedRange> lastFirst = new ArrayList<>(ranges);
        lastFirst.sort(Comparator.comparingLong(PrunedRange::firstSeq).reversed());
        for (PrunedRange range : lastFirst) {
            Link begin = begins.get(range.chain());
            if (begin == null || begin.seq() == range.lastSeq()) {
                begins.put(range.chain(), new Link(range.chain(), range.firstSeq() - 1, range.previous()));
            }
        }
    }

    private Chain chain(Path export, Link start, List<PrunedRange> pruned) throws IOException {
        List<ChainError> errors = new ArrayList<>();
        List<Checkpoint> kept = witnesses.sound(start.chain(), List.of(), errors).stream()
                .filter(each -> each.seq() > start.seq())
                .toList();
        try (ExportedLines lines = new ExportedLines(export, start.chain())) {
            ChainProof.Seen seen = new ChainProof(start, lines, pruned, kept).seen();
            witnesses.unproven(pruned).ifPresent(errors::add);
            if (seen.error() != null) {
                errors.add(seen.error());
            } else {
                witnesses.uncovered(start.chain(), seen.end(), kept).ifPresent(errors::add);
            }
            return new Chain(start.chain(), seen.decisions(), seen.pruned(), kept.size(), first(errors));
        }
    }
}
