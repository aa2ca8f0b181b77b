package org.noteworthy.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people read on the pages, in one language. English is complete; what another language lacks is shown in English.
 * Names in braces stand for what a page puts there.
 *
 * @param language as a page names it, such as {@code de}
 */
record Texts(String language, SortedMap<String, String> all) {
    /** The languages that there are, the complete one first. */
    static final List<String> LANGUAGES = List.of("en", "de");

    private static final String SHARED = "shared";

    /** The texts of a page, with those that every page has. */
    static Texts of(Page page, String language) {
        SortedMap<String, String> all = new TreeMap<>();
        for (String file : List.of(SHARED, page.word())) {
            all.putAll(read(LANGUAGES.get(0), file));
            all.putAll(read(language, file));
        }
        return new Texts(language, Collections.unmodifiableSortedMap(all));
    }

    /** One text; the key itself where there is none, so that it is seen. */
    String get(String key) {
        return all.getOrDefault(key, key);
    }

    /** The language that suits a reader best: the one chosen, else the first of those that their browser asks for. */
    static String language(@Nullable String chosen, @Nullable String accepted) {
        if (chosen != null && LANGUAGES.contains(chosen)) {
            return chosen;
        }
        if (accepted == null) {
            return LANGUAGES.get(0);
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return found == null ? LANGUAGES.get(0) : found;
        } catch (IllegalArgumentException e) {
            return LANGUAGES.get(0); // what a browser sends is no reason to show nothing
        }
    }

    private static Map<String, String> read(String language, String file) {
        Properties properties = new Properties();
        String name = "texts/" + language + "/" + file + ".properties";
        try (InputStream resource = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("What is in the product can be read", e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return texts;
    }
}
