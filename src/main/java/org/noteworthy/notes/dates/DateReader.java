package org.noteworthy.notes.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.Tables;

/** Finds what a stretch of text says of time, by the words of the playbook and no others. */
public final class DateReader {
    private static final String NO_LANGUAGE = "und";

    private final Tables tables;
    private final List<String> languages;

    /** Made when a note of that language is read: most runs see one. */
    private final Map<String, DateWords> words = new ConcurrentHashMap<>();

    public DateReader(Tables tables, List<String> languages) {
        this.tables = tables;
        this.languages = languages;
    }

    /**
     * What a text says of time.
     *
     * @param dated whether it says when
     * @param latest the latest date with day, month and year; null if there is none
     * @param other the same where the dates in figures that can be read in two orders are read in the other one
     * @param reason why it does not say when
     * @param seenFrom where the first thing stands that looks like a time and is none, or the date that {@code other} is read
     *     from
     * @param seenTo its exclusive end; equal to {@code seenFrom} where there is no such thing
     */
    public record Times(
            boolean dated,
            @Nullable LocalDate latest,
            @Nullable LocalDate other,
            DateReason reason,
            int seenFrom,
            int seenTo) {
        public static final Times NONE = new Times(false, null, null, DateReason.NOTHING, 0, 0);
        public static final Times DATED = new Times(true, null, null, DateReason.NOTHING, 0, 0);
    }

    public Times read(String text, int from, int to, String language) {
        return new DateScan(text, to, words(language)).read(from);
    }

    private DateWords words(String language) {
        DateWords known = words.get(language);
        return known != null
                ? known
                : words.computeIfAbsent(
                        languages.contains(language) ? language : NO_LANGUAGE, each -> new DateWords(tables, each));
    }
}
