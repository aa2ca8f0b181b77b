package org.noteworthy.notes.words;

import java.util.Comparator;
import java.util.List;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.text.Letters;

/** Words that people put before or after the name of a role or a note type, such as "notes" or "v2". */
final class NameEnds {
    private final List<String> words;

    NameEnds(List<WordRow> rows) {
        words = rows.stream()
                .filter(row -> row.kind() == WordKind.BESIDE_NAME)
                .map(row -> Letters.fold(row.word()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The name folded, without one such word before and one after it. */
    String without(String given) {
        String folded = Letters.fold(given);
        String name = trimmed(folded, 0, folded.length());
        for (String word : words) {
            if (name.endsWith(word) && Letters.startsWord(name, name.length() - word.length())) {
                name = trimmed(name, 0, name.length() - word.length());
                break;
            }
        }
        for (String word : words) {
            if (name.startsWith(word) && Letters.endsWord(name, word.length())) {
                return trimmed(name, word.length(), name.length());
            }
        }
        return name;
    }

    private static String trimmed(String name, int from, int to) {
        int start = from;
        while (start < to && !Letters.isWord(name.charAt(start))) {
            start++;
        }
        int end = to;
        while (end > start && !Letters.isWord(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }
}
