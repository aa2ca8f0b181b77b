package org.noteworthy.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
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

    /** Proves the record in a database, as it stands at one moment. */
    public Outcome of(AuditDatabase database) {
        return database.reading(connection -> {
            Journal journal = new Journal(connection);
            SortedSet<String> names = new TreeSet<>(journal.chains());
            elsewhere.forEach(checkpoint -> names.add(checkpoint.chain()));
            List<Chain> chains = new ArrayList<>();
            SortedSet<String> digests = new TreeSet<>();
            for (String name : names) {
                chains.add(chain(journal, name, digests));
            }
            return new Outcome(chains, spoiltEditions(journal, digests));
        });
    }

    private Chain chain(Journal journal, String name, Set<String> digests) throws SQLException {
        List<Checkpoint> checkpoints = journal.checkpoints(name);
        List<PrunedRange> pruned = journal.pruned(name);
        List<Checkpoint> kept = keptElsewhere(name);
        List<Fault> faults = new ArrayList<>();
        List<Checkpoint> trusted = trusted(checkpoints, kept, faults);
        Lines lines = new Lines(journal, name, digests);
        ChainProof.Seen seen = new ChainProof(Link.start(name), lines, pruned, trusted).seen();
        unsigned(pruned).ifPresent(faults::add);
        Fault fault = seen.fault();
        if (fault == null) {
            missingCheckpoints(name, checkpoints).ifPresent(faults::add);
            lines.spoiltHeads.forEach(head -> faults.add(head.fault()));
        } else {
            faults.add(fault);
            // A page in which a decision is wrong may well end otherwise than its head says: the decision is what is
            // named.
            lines.spoiltHeads.stream()
                    .filter(head -> head.lastSeq() < fault.seq())
                    .forEach(head -> faults.add(head.fault()));
        }
        return new Chain(name, seen.decisions(), seen.pruned(), checkpoints.size(), first(faults));
    }

    private static @Nullable Fault first(List<Fault> faults) {
        return faults.stream().min(Comparator.comparingLong(Fault::seq)).orElse(null);
    }

    private List<Checkpoint> keptElsewhere(String chain) {
        return elsewhere.stream().filter(each -> each.chain().equals(chain)).toList();
    }

    /** The checkpoints by which a chain can be judged; what is wrong with the others is added to the faults. */
    private List<Checkpoint> trusted(List<Checkpoint> checkpoints, List<Checkpoint> kept, List<Fault> faults) {
        List<Checkpoint> trusted = new ArrayList<>();
        for (Checkpoint each : checkpoints) {
            if (!signed(each.signedText(), each.signature())) {
                faults.add(spoilt(each, "is not signed by that key"));
            } else if (kept.stream().anyMatch(other -> other.number() == each.number() && !other.equals(each))) {
                faults.add(spoilt(each, "is not the one that was kept elsewhere"));
            } else {
                trusted.add(each);
            }
        }
        for (Checkpoint each : kept) {
            if (!signed(each.signedText(), each.signature())) {
                faults.add(spoilt(each, "as it was kept elsewhere is not signed by that key"));
            } else if (!trusted.contains(each)) {
                trusted.add(each);
            }
        }
        trusted.sort(Comparator.comparingLong(Checkpoint::seq));
        return trusted;
    }

    private static Fault spoilt(Checkpoint checkpoint, String how) {
        return new Fault(
                checkpoint.chain(),
                checkpoint.seq(),
                "Checkpoint " + checkpoint.number() + " of " + checkpoint.chain() + " at decision " + checkpoint.seq()
                        + " " + how + ".");
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
        for (Checkpoint kept : keptElsewhere(chain)) {
            if (kept.number() >= number) {
                return Optional.of(new Fault(
                        chain, from, "Checkpoint " + kept.number() + " of " + chain + " is missing from the record."));
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> unsigned(List<PrunedRange> pruned) {
        return pruned.stream()
                .filter(each -> !signed(each.signedText(), each.signature()))
                .findFirst()
                .map(each -> new Fault(
                        each.chain(),
                        each.firstSeq(),
                        "Decisions " + each.firstSeq() + " to " + each.lastSeq() + " of " + each.chain()
                                + " are said to have been let go, and that is not signed by that key."));
    }

    /** Whether that is signed as it must be: by the key, where whoever asks has one. */
    private boolean signed(byte[] text, @Nullable String signature) {
        return key == null || signature != null && key.signed(text, signature);
    }

    /** What is wrong with the rules that were kept; {@code judging} are the digests by which the decisions were made. */
    private static List<String> spoiltEditions(Journal journal, SortedSet<String> judging) throws SQLException {
        List<String> sentences = new ArrayList<>();
        SortedSet<String> missing = new TreeSet<>(judging);
        for (String digest : journal.keptDigests()) {
            missing.remove(digest);
            KeptEdition kept = journal.kept(digest).orElseThrow();
            if (!isOf(kept, digest)) {
                sentences.add("The rules that were kept for the edition " + kept.version() + " (" + digest
                        + ") are not those that judged: they were changed.");
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

    /** Proves a file of lines as the record is exported; it may begin anywhere in a chain. */
    public Outcome of(Path export) {
        try {
            Map<String, Start> starts = new TreeMap<>();
            List<String> others = new ArrayList<>();
            List<PrunedRange> ranges;
            try (ExportedLines lines = new ExportedLines(export, null)) {
                String chain = "";
                while (lines.hasNext()) {
                    LinkedLine line = lines.next();
                    if (line != null) {
                        chain = line.chain();
                        starts.computeIfAbsent(chain, any -> new Start(line.previous()))
                                .see(line);
                    } else if (others.isEmpty()) {
                        others.add(export + ":" + lines.number() + " is no decision.");
                    }
                }
                ranges = lines.ranges;
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
            throw new AuditException(export + " cannot be read. Look at its name and permissions.", e);
        }
    }

    /** Lets chains begin where they did before their first decisions were let go, or all of them. */
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

    /** Where a chain begins in an export: at what its first line is linked to, and as the first line counts that is whole. */
    private static final class Start {
        private final String hash;
        private long before;
        private long seq;
        private boolean known;

        Start(String hash) {
            this.hash = hash;
        }

        void see(LinkedLine line) {
            if (!known && (line.intact() || before == 0)) {
                seq = Math.max(0, line.seq() - 1 - before);
                known = line.intact();
            }
            before++;
        }

        Link link(String chain) {
            return new Link(chain, seq, hash);
        }
    }

    private Chain chain(Path export, Link start, List<PrunedRange> pruned) throws IOException {
        List<Checkpoint> kept = keptElsewhere(start.chain()).stream()
                .filter(each -> each.seq() > start.seq())
                .toList();
        List<Fault> faults = new ArrayList<>();
        List<Checkpoint> trusted = trusted(List.of(), kept, faults);
        try (ExportedLines lines = new ExportedLines(export, start.chain())) {
            ChainProof.Seen seen = new ChainProof(start, lines, pruned, trusted).seen();
            unsigned(pruned).ifPresent(faults::add);
            if (seen.fault() != null) {
                faults.add(seen.fault());
            }
            return new Chain(start.chain(), seen.decisions(), seen.pruned(), kept.size(), first(faults));
        }
    }

    /** The lines of one chain in a file, or of all, without those that tell what was let go; what is no decision belongs to the chain of the line before. */
    private static final class ExportedLines implements Iterator<@Nullable LinkedLine>, AutoCloseable {
        private final BufferedReader reader;
        private final @Nullable String chain;
        private final Hashes hashes = new Hashes();
        private @Nullable String text;
        private @Nullable LinkedLine line;
        private String last = "";
        private int number;
        private int handedOut;
        private final List<PrunedRange> ranges = new ArrayList<>();

        ExportedLines(Path export, @Nullable String chain) throws IOException {
            // Each byte for itself: what is hashed is what stands there, be it UTF-8 or not.
            reader = Files.newBufferedReader(export, StandardCharsets.ISO_8859_1);
            this.chain = chain;
            last = chain == null ? "" : chain;
            advance();
        }

        private void advance() throws IOException {
            boolean range;
            do {
                range = false;
                text = reader.readLine();
                number++;
                if (text != null) {
                    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                    line = LinkedLine.read(bytes, 0, bytes.length, hashes);
                    last = line == null ? last : line.chain();
                    range = text.startsWith(PrunedRange.BEGINNING) && isRange(bytes);
                }
            } while (range || text != null && chain != null && !last.equals(chain));
        }

        private boolean isRange(byte[] bytes) {
            try {
                return ranges.add(PrunedRange.read(bytes));
            } catch (IOException e) {
                return false;
            }
        }

        /** Number in the file of the line that was handed out last. */
        int number() {
            return handedOut;
        }

        @Override
        public boolean hasNext() {
            return text != null;
        }

        @Override
        public @Nullable LinkedLine next() {
            if (text == null) {
                throw new NoSuchElementException("The file has ended");
            }
            LinkedLine next = line;
            handedOut = number;
            try {
                advance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return next;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** A page whose head is not that of its lines; it reaches up to {@code lastSeq}, by either of them. */
    private record SpoiltHead(long lastSeq, Fault fault) {}

    /** The lines of a chain, page by page; remembers which heads are spoilt, and by which editions was judged. */
    private static final class Lines implements Iterator<@Nullable LinkedLine> {
        private static final int PAGES = 200;

        private final Journal journal;
        private final String chain;
        private final Set<String> digests;
        private final List<SpoiltHead> spoiltHeads = new ArrayList<>();
        private final Hashes hashes = new Hashes();
        private Iterator<PageHead> heads = List.<PageHead>of().iterator();
        private long nextPage;
        private boolean more = true;
        private Iterator<@Nullable LinkedLine> page =
                List.<@Nullable LinkedLine>of().iterator();

        Lines(Journal journal, String chain, Set<String> digests) {
            this.journal = journal;
            this.chain = chain;
            this.digests = digests;
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
            List<Decision> decisions = new ArrayList<>();
            int from = 0;
            for (int at = 0; at < lines.length; at++) {
                if (lines[at] == '\n') {
                    read.add(read(lines, from, at, decisions));
                    from = at + 1;
                }
            }
            if (from != lines.length || read.isEmpty()) {
                read.add(null);
            }
            LinkedLine first = read.get(0);
            LinkedLine last = read.get(read.size() - 1);
            if (first != null && last != null && decisions.size() == read.size() && inOrder(decisions)) {
                check(head, decisions, first, last);
            }
            return read.iterator();
        }

        private @Nullable LinkedLine read(byte[] lines, int from, int to, List<Decision> decisions) {
            LinkedLine line = LinkedLine.read(lines, from, to, hashes);
            if (line != null && line.intact()) {
                try {
                    Decision decision = Decision.read(lines, from, to);
                    decisions.add(decision);
                    digests.add(decision.digest());
                } catch (IOException e) {
                    return null;
                }
            }
            return line;
        }

        /** Where a decision is out of order, it is that which is to be named, and not the head that cannot know it. */
        private static boolean inOrder(List<Decision> decisions) {
            for (int i = 1; i < decisions.size(); i++) {
                if (decisions.get(i).seq() <= decisions.get(i - 1).seq()) {
                    return false;
                }
            }
            return true;
        }

        /** Questions look at the head first: one that was changed could hide a decision. */
        private void check(PageHead head, List<Decision> decisions, LinkedLine first, LinkedLine last) {
            boolean right = first.seq() == head.firstSeq()
                    && last.seq() == head.lastSeq()
                    && last.hash().equals(head.head())
                    && head.recordedMs() >= head.lastMs();
            for (Decision decision : decisions) {
                long time = decision.time().toEpochMilli();
                right &= time >= head.firstMs() && time <= head.lastMs();
                right &= decision.facets().entrySet().stream()
                        .allMatch(facet -> facet.getValue().stream()
                                .allMatch(value -> head.sieve().lets(Sieve.trace(facet.getKey(), value))));
            }
            if (!right) {
                spoiltHeads.add(new SpoiltHead(
                        Math.max(last.seq(), head.lastSeq()),
                        new Fault(
                                chain,
                                first.seq(),
                                "What the record says of the decisions " + first.seq() + " to " + last.seq() + " of "
                                        + chain + " as a whole was changed: questions may not find them.")));
            }
        }
    }
}
