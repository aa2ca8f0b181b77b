package org.noteworthy.audit.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;

/** The outlines of a few thousand decisions that follow each other in a chain, as columns. */
public final class OutlineBlock {
    private static final int FORM = 1;
    /** Milliseconds of a day. */
    public static final long DAY = 86_400_000;

    private final List<Kind> kinds;
    private final int[] kindOf;
    private final long[] times;
    private final List<Names> names;

    private OutlineBlock(List<Kind> kinds, int[] kindOf, long[] times, List<Names> names) {
        this.kinds = kinds;
        this.kindOf = kindOf;
        this.times = times;
        this.names = names;
    }

    /** Takes what a block holds. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes so many decisions of a kind that were made on a day.
         *
         * @param day days since 1970, in UTC
         * @param names what they name; nothing where that was not asked for
         */
        void take(Kind kind, long day, Names names, long count);
    }

    /** A block in two parts, of which the second is needed only where somebody asks by names. */
    @SuppressWarnings("ArrayRecordComponent") // as a database takes and gives them; compared by sameAs alone
    public record Parts(byte[] kinds, byte[] names) {

        /** Whether both hold the same. */
        public boolean sameAs(Parts other) {
            return Packed.same(kinds, other.kinds) && Packed.same(names, other.names);
        }

        /** Bytes that it takes. */
        public int size() {
            return kinds.length + names.length;
        }
    }

    /** Packs outlines, in the order of their chain. */
    public static Parts pack(List<Outline> outlines) {
        Packed.Writer names = new Packed.Writer();
        names.number(FORM);
        names.number(outlines.size());
        Map<Kind, Integer> numbers = new LinkedHashMap<>();
        outlines.forEach(each -> numbers.putIfAbsent(each.kind(), numbers.size()));
        Packed.Writer kinds = new Packed.Writer();
        kinds.number(FORM);
        kinds.number(numbers.size());
        numbers.keySet().forEach(kind -> write(kinds, kind));
        kinds.number(outlines.size());
        long before = 0;
        for (Outline each : outlines) {
            kinds.number(numbers.getOrDefault(each.kind(), 0));
            kinds.difference(each.ms() - before);
            before = each.ms();
            for (int column = 0; column < Names.FIELDS.size(); column++) {
                names.text(each.names().column(column));
            }
        }
        return new Parts(kinds.packed(), names.packed());
    }

    private static void write(Packed.Writer to, Kind kind) {
        to.number(kind.together() ? 1 : 0);
        to.text(kind.edition());
        to.text(kind.digest());
        to.text(kind.verdict());
        to.text(kind.role());
        to.text(kind.noteType());
        to.number(kind.findings().size());
        for (Decision.Finding finding : kind.findings()) {
            to.text(finding.rule());
            to.text(finding.severity());
            to.number(finding.waived() ? 1 : 0);
        }
    }

    /**
     * Reads a block.
     *
     * @param names null where nobody asks by names
     * @throws SpoiltOutlineException if it is none of this form
     */
    public static OutlineBlock read(byte[] kinds, byte @Nullable [] names) throws SpoiltOutlineException {
        Packed.Reader from = new Packed.Reader(kinds);
        from.below(FORM + 1);
        List<Kind> read = new ArrayList<>();
        int count = from.count();
        for (int i = 0; i < count; i++) {
            read.add(kind(from));
        }
        int decisions = from.count();
        int[] kindOf = new int[decisions];
        long[] times = new long[decisions];
        long before = 0;
        for (int i = 0; i < decisions; i++) {
            kindOf[i] = from.below(count);
            before += from.difference();
            times[i] = before;
        }
        from.end();
        return new OutlineBlock(read, kindOf, times, names == null ? List.of() : names(names, decisions));
    }

    private static Kind kind(Packed.Reader from) throws SpoiltOutlineException {
        boolean together = from.below(2) == 1;
        String edition = from.someText();
        String digest = from.someText();
        String verdict = from.someText();
        String role = from.text(from.text());
        String noteType = from.text(from.text());
        int count = from.count();
        List<Decision.Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            findings.add(new Decision.Finding(from.someText(), from.someText(), from.below(2) == 1));
        }
        return new Kind(together, edition, digest, verdict, role, noteType, findings);
    }

    private static List<Names> names(byte[] packed, int decisions) throws SpoiltOutlineException {
        Packed.Reader from = new Packed.Reader(packed);
        from.below(FORM + 1);
        if (from.count() != decisions) {
            throw new SpoiltOutlineException();
        }
        List<Names> names = new ArrayList<>(decisions);
        for (int i = 0; i < decisions; i++) {
            names.add(new Names(
                    from.text(from.text()), from.text(from.text()), from.text(from.text()), from.text(from.text())));
        }
        from.end();
        return names;
    }

    /** Whether outlines can answer the question: they do not name notes. */
    public static boolean answers(DecisionQuery query) {
        return !query.wanted().containsKey(DecisionField.NOTE);
    }

    /** Whether the second part of a block is needed to answer the question. */
    public static boolean needsNames(DecisionQuery query) {
        return query.wanted().keySet().stream().anyMatch(Names.FIELDS::contains);
    }

    /** Hands on what is asked for; by names where it was read with them, and many at once otherwise. */
    public void each(DecisionQuery query, Taker taker) {
        boolean[] asked = new boolean[kinds.size()];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = kinds.get(i).says(query.wanted());
        }
        long from = query.fromMs();
        long to = query.beforeMs();
        long day = Long.MIN_VALUE;
        int[] counts = new int[asked.length];
        for (int i = 0; i < kindOf.length; i++) {
            long time = times[i];
            if (time < from || time >= to || !asked[kindOf[i]]) {
                continue;
            }
            long itsDay = Math.floorDiv(time, DAY);
            if (!names.isEmpty()) {
                if (says(names.get(i), query)) {
                    taker.take(kinds.get(kindOf[i]), itsDay, names.get(i), 1);
                }
                continue;
            }
            if (itsDay != day) {
                handOn(day, counts, taker);
                day = itsDay;
            }
            counts[kindOf[i]]++;
        }
        handOn(day, counts, taker);
    }

    private void handOn(long day, int[] counts, Taker taker) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                taker.take(kinds.get(i), day, Names.NONE, counts[i]);
                counts[i] = 0;
            }
        }
    }

    private static boolean says(Names names, DecisionQuery query) {
        for (int column = 0; column < Names.FIELDS.size(); column++) {
            String wanted = query.wanted().get(Names.FIELDS.get(column));
            if (wanted != null && !wanted.equals(names.column(column))) {
                return false;
            }
        }
        return true;
    }
}
