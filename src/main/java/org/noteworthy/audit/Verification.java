package org.noteworthy.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.EditionFiles;

/**
 * Proves the record, or an export of it, without the service: that every decision is what it was, that none was removed,
 * inserted or moved, that checkpoints kept elsewhere still hold, and that the rules kept are those that judged.
 */
public final class Verification {
    private final @Nullable VerifyingKey key;
    private final List<Checkpoint> elsewhere;

    /** Proves with what whoever asks has kept: a public key, if any, and checkpoints that were taken out of the record. */
    public Verification(@Nullable VerifyingKey key, List<Checkpoint> elsewhere) {
        this.key = key;
        this.elsewhere = List.copyOf(elsewhere);
    }

    /**
     * What was seen of one chain.
     *
     * @param decisions decisions that are as they were recorded
     * @param pruned decisions that were let go, provably
     * @param checkpoints checkpoints that hold
     * @param fault what is wrong first; null where nothing is
     */
    public record Chain(
            String chain,
            long decisions,
            long pruned,
            long checkpoints,
            @Nullable Fault fault) {}

    /**
     * What came of it.
     *
     * @param others what is wrong beside the chains, in sentences
     */
    public record Outcome(List<Chain> chains, List<String> others) {

        /** Whether all is as it was recorded. */
        public boolean holds() {
            return others.isEmpty() && chains.stream().allMatch(chain -> chain.fault() == null);
        }
    }

    /** Proves the record in a database. */
    public Outcome of(AuditDatabase database) {
        return database.with(connection -> {
            Journal journal = new Journal(connection);
            SortedSet<String> names = new TreeSet<>(journal.chains());
            elsewhere.forEach(checkpoint -> names.add(checkpoint.chain()));
            List<Chain> chains = new ArrayList<>();
            for (String name : names) {
                chains.add(chain(connection, name));
            }
            return new Outcome(chains, spoiltEditions(journal));
        });
    }

    private Chain chain(Connection connection, String name) throws SQLException {
        Journal journal = new Journal(connection);
        List<Checkpoint> checkpoints = journal.checkpoints(name);
        List<PrunedRange> pruned = journal.pruned(name);
        List<Fault> faults = new ArrayList<>();
        Lines lines = new Lines(journal, name, faults);
        List<Checkpoint> all = new ArrayList<>(checkpoints);
        elsewhere.stream().filter(each -> each.chain().equals(name)).forEach(all::add);
        ChainProof.Seen seen = new ChainProof(Link.start(name), lines, pruned, all).seen();
        if (seen.fault() != null) {
            faults.add(seen.fault());
        }
        missingCheckpoints(name, checkpoints).ifPresent(faults::add);
        unsigned(checkpoints, pruned).ifPresent(faults::add);
        return new Chain(
                name,
                seen.decisions(),
                seen.pruned(),
                checkpoints.size(),
                faults.stream().min(Comparator.comparingLong(Fault::seq)).orElse(null));
    }

    private Optional<Fault> missingCheckpoints(String chain, List<Checkpoint> checkpoints) {
        long number = 1;
        long from = 1;
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.number() != number) {
                return Optional.of(new Fault(
                        chain,
                        from,
                        "Checkpoint " + number + " of " + chain + " is missing: what it stood for, from decision "
                                + from + " on, is not proven."));
            }
            number++;
            from = checkpoint.seq() + 1;
        }
        for (Checkpoint kept : elsewhere) {
            if (kept.chain().equals(chain) && kept.number() >= number) {
                return Optional.of(new Fault(
                        chain, from, "Checkpoint " + kept.number() + " of " + chain + " is missing from the record."));
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> unsigned(List<Checkpoint> checkpoints, List<PrunedRange> pruned) {
        VerifyingKey verifying = key;
        if (verifying == null) {
            return Optional.empty();
        }
        for (Checkpoint each : checkpoints) {
            if (!signed(verifying, each.signedText(), each.signature())) {
                return Optional.of(new Fault(
                        each.chain(),
                        each.seq(),
                        "Checkpoint " + each.number() + " of " + each.chain() + " at decision " + each.seq()
                                + " is not signed by that key."));
            }
        }
        for (PrunedRange each : pruned) {
            if (!signed(verifying, each.signedText(), each.signature())) {
                return Optional.of(new Fault(
                        each.chain(),
                        each.firstSeq(),
                        "Decisions " + each.firstSeq() + " to " + each.lastSeq() + " of " + each.chain()
                                + " are said to have been let go, and that is not signed by that key."));
            }
        }
        return Optional.empty();
    }

    private static boolean signed(VerifyingKey key, byte[] text, @Nullable String signature) {
        return signature != null && key.signed(text, signature);
    }

    private static List<String> spoiltEditions(Journal journal) throws SQLException {
        List<String> sentences = new ArrayList<>();
        for (String digest : journal.keptDigests()) {
            KeptEdition kept = journal.kept(digest).orElseThrow();
            if (!EditionFiles.of(kept.version(), kept.files()).digest().equals(digest)) {
                sentences.add("The rules that were kept for the edition " + kept.version() + " (" + digest
                        + ") are not those that judged: they were changed.");
            }
        }
        return sentences;
    }

    /** Proves a file of lines as the record is exported; it may begin anywhere in a chain. */
    public Outcome of(Path export) {
        try {
            SortedSet<String> names = new TreeSet<>();
            List<Link> starts = new ArrayList<>();
            boolean[] strange = new boolean[1];
            each(export, line -> {
                if (line == null) {
                    strange[0] = true;
                } else if (names.add(line.chain())) {
                    starts.add(new Link(line.chain(), line.seq() - 1, line.previous()));
                }
            });
            if (starts.isEmpty()) {
                throw new AuditException(
                        export + " holds no decisions. Export them with: noteworthy audit export --format ndjson");
            }
            starts.sort(Comparator.comparing(Link::chain));
            List<Chain> chains = new ArrayList<>();
            for (Link start : starts) {
                chains.add(chain(export, start));
            }
            return new Outcome(
                    chains, strange[0] ? List.of(export + " holds lines that are no decisions.") : List.of());
        } catch (IOException e) {
            throw new AuditException(export + " cannot be read. Look at its name and permissions.", e);
        }
    }

    private Chain chain(Path export, Link start) throws IOException {
        List<LinkedLine> lines = new ArrayList<>();
        each(export, line -> {
            if (line != null && line.chain().equals(start.chain())) {
                lines.add(line);
            }
        });
        List<Checkpoint> checkpoints = elsewhere.stream()
                .filter(each -> each.chain().equals(start.chain()) && each.seq() > start.seq())
                .toList();
        List<@Nullable LinkedLine> all = new ArrayList<>(lines);
        ChainProof.Seen seen = new ChainProof(start, all.iterator(), List.of(), checkpoints).seen();
        Fault fault = seen.fault() == null ? unsigned(checkpoints, List.of()).orElse(null) : seen.fault();
        return new Chain(start.chain(), seen.decisions(), 0, checkpoints.size(), fault);
    }

    @FunctionalInterface
    private interface LineTaker {
        void take(@Nullable LinkedLine line);
    }

    private static void each(Path export, LineTaker taker) throws IOException {
        Hashes hashes = new Hashes();
        try (BufferedReader reader = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                taker.take(LinkedLine.read(bytes, 0, bytes.length, hashes));
            }
        }
    }

    /** The lines of a chain, page by page; what is wrong with a page's head is added to the faults. */
    private static final class Lines implements Iterator<@Nullable LinkedLine> {
        private static final int PAGES = 200;

        private final Journal journal;
        private final String chain;
        private final List<Fault> faults;
        private final Hashes hashes = new Hashes();
        private Iterator<PageHead> heads = List.<PageHead>of().iterator();
        private long nextPage;
        private boolean more = true;
        private Iterator<@Nullable LinkedLine> page =
                List.<@Nullable LinkedLine>of().iterator();

        Lines(Journal journal, String chain, List<Fault> faults) {
            this.journal = journal;
            this.chain = chain;
            this.faults = faults;
        }

        @Override
        public boolean hasNext() {
            try {
                while (!page.hasNext() && (heads.hasNext() || more)) {
                    if (heads.hasNext()) {
                        page = lines(heads.next());
                    } else {
                        List<PageHead> next = journal.pages(chain, nextPage, PAGES);
                        more = next.size() == PAGES;
                        heads = next.iterator();
                        nextPage = next.isEmpty()
                                ? nextPage
                                : next.get(next.size() - 1).firstSeq() + 1;
                    }
                }
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException("The record cannot be read on", e));
            }
            return page.hasNext();
        }

        @Override
        public @Nullable LinkedLine next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The chain has ended");
            }
            return page.next();
        }

        private Iterator<@Nullable LinkedLine> lines(PageHead head) throws SQLException {
            List<@Nullable LinkedLine> read = new ArrayList<>();
            byte[] lines;
            try {
                lines = Packing.unpack(journal.parts(chain, head.firstSeq()));
            } catch (Packing.SpoiltException e) {
                read.add(null);
                return read.iterator();
            }
            int from = 0;
            for (int at = 0; at < lines.length; at++) {
                if (lines[at] == '\n') {
                    read.add(LinkedLine.read(lines, from, at, hashes));
                    from = at + 1;
                }
            }
            if (from != lines.length || read.isEmpty()) {
                read.add(null);
            }
            if (!read.contains(null)) {
                check(head, lines, read);
            }
            return read.iterator();
        }

        /** Questions look at the head first: one that was changed could hide a decision. */
        private void check(PageHead head, byte[] lines, List<@Nullable LinkedLine> read) {
            List<Decision> decisions = Decisions.decisions(head, lines);
            LinkedLine last = read.get(read.size() - 1);
            boolean right = last != null && last.hash().equals(head.head()) && last.seq() == head.lastSeq();
            for (Decision decision : decisions) {
                long time = decision.time().toEpochMilli();
                right &= time >= head.firstMs() && time <= head.lastMs();
                right &= decision.facets().entrySet().stream()
                        .allMatch(facet -> facet.getValue().stream()
                                .allMatch(value -> head.sieve().lets(Sieve.trace(facet.getKey(), value))));
            }
            if (!right) {
                faults.add(new Fault(
                        chain,
                        head.firstSeq(),
                        "What the record says of the decisions " + head.firstSeq() + " to " + head.lastSeq() + " of "
                                + chain + " as a whole was changed: questions may not find them."));
            }
        }
    }
}
