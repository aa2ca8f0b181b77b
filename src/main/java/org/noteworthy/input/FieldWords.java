package org.noteworthy.input;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.WordKind;

/**
 * How cells of a table may say yes, no, and a month, besides the forms that need no words.
 *
 * @param yes in lower case
 * @param no in lower case
 * @param months numbers of months by their names in lower case
 * @param monthFirst whether 4/5/2020 is the fifth of April; null where nobody says it
 */
public record FieldWords(
        Set<String> yes,
        Set<String> no,
        Map<String, Integer> months,
        @Nullable Boolean monthFirst) {
    /** No words at all. */
    public static final FieldWords NONE = new FieldWords(Set.of(), Set.of(), Map.of(), null);

    public FieldWords {
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
        months = Map.copyOf(months);
    }

    /** The words of those editions, which are asked for when a cell needs them, and once. */
    public static Supplier<FieldWords> once(Supplier<Collection<Tables>> editions) {
        return new Supplier<>() {
            private @Nullable FieldWords words;

            @Override
            public FieldWords get() {
                FieldWords known = words;
                if (known == null) {
                    known = of(editions.get());
                    words = known;
                }
                return known;
            }
        };
    }

    /** The words of several editions: a table is read before it is known which edition judges its rows. */
    public static FieldWords of(Collection<Tables> editions) {
        Set<String> yes = new HashSet<>();
        Set<String> no = new HashSet<>();
        Map<String, Integer> months = new HashMap<>();
        Set<Boolean> monthFirst = new HashSet<>();
        for (Tables tables : editions) {
            for (Tables.WordRow row : tables.words()) {
                if (row.kind() == WordKind.YES) {
                    yes.add(key(row.word()));
                } else if (row.kind() == WordKind.NO) {
                    no.add(key(row.word()));
                }
            }
            for (Tables.DateWordRow row : tables.dateWords()) {
                if (row.kind() == DateWordKind.MONTH) {
                    months.putIfAbsent(key(row.word()), Integer.valueOf(row.value()));
                }
            }
            monthFirst.add(tables.settings().monthFirst());
        }
        yes.removeAll(no);
        return new FieldWords(
                yes, no, months, monthFirst.size() == 1 ? monthFirst.iterator().next() : null);
    }

    /** What a cell says, where it is one of these words. */
    Optional<Boolean> yesOrNo(String cell) {
        String word = key(cell);
        return yes.contains(word) ? Optional.of(true) : no.contains(word) ? Optional.of(false) : Optional.empty();
    }

    static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
