package org.noteworthy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.Tables;

/**
 * Notes like those of a year's export: two in five break rules, each rule is broken somewhere, and the same seed makes
 * the same notes.
 */
public final class Corpus {
    static final int SIZE = 10_000;
    /** Seed of the notes that benchmarks use. */
    public static final long SEED = 20200325;

    private static final int SPOILT_PERCENT = 40;

    private final Words words;
    private final Drafter drafter;

    private Corpus(Tables tables, long seed) {
        words = new Words(tables, new Random(seed));
        drafter = new Drafter(words);
    }

    /** That many notes, in the words of those tables. */
    public static List<NoteRecord> generate(Tables tables, long seed, int size) {
        Corpus corpus = new Corpus(tables, seed);
        List<NoteRecord> notes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Draft draft = corpus.words.chance(SPOILT_PERCENT) ? corpus.spoilt() : corpus.drafter.draft();
            notes.add(draft.record("N-" + (i + 1)));
        }
        return notes;
    }

    /** A note with one to three slips; the first is drawn evenly, the others from those that fit beside it. */
    private Draft spoilt() {
        Slip first = words.any(Slip.ALL);
        Draft draft = drafter.draft();
        while (!first.fits().test(draft)) {
            draft = drafter.draft();
        }
        Draft chosen = draft;
        int drawn = words.random().nextInt(100);
        List<Slip> slips = new ArrayList<>(List.of(first));
        for (int more = drawn < 50 ? 0 : drawn < 85 ? 1 : 2; more > 0; more--) {
            List<Slip> others = Slip.ALL.stream()
                    .filter(slip -> slip.fits().test(chosen))
                    .filter(slip ->
                            slips.stream().noneMatch(other -> other.area().equals(slip.area())))
                    .toList();
            if (!others.isEmpty()) {
                slips.add(words.any(others));
            }
        }
        slips.forEach(slip -> slip.spoil().accept(chosen));
        return chosen;
    }
}
