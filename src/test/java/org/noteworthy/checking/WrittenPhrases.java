package org.noteworthy.checking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phrases that people write, by the place in a note: right ones, misspelt ones, and such as look like others. */
public final class WrittenPhrases {
    private static final Path FILE = Path.of("src/test/resources/phrases/written.txt");

    private WrittenPhrases() {}

    /**
     * A phrase.
     *
     * @param place {@code status}, {@code head}, {@code summary} or {@code label}
     * @param language of a status; empty elsewhere
     * @param misspelt what it means, but for spelling and form; null if it is right, or means something else
     * @param meant what it seems to mean in other words; null if it does not
     */
    public record Phrase(
            String place,
            String language,
            String text,
            @Nullable String misspelt,
            @Nullable String meant) {}

    public static List<Phrase> of(String place) {
        List<Phrase> phrases = new ArrayList<>();
        String[] heading = {};
        for (String line : lines()) {
            if (line.startsWith("== ")) {
                heading = line.substring(3).split(" ", 2);
            } else if (!line.isEmpty() && !line.startsWith("# ") && heading[0].equals(place)) {
                String language = heading.length > 1 ? heading[1] : "";
                String[] misspelt = line.split(" = ", 2);
                String[] meant = line.split(" ~ ", 2);
                String text = (misspelt.length > 1 ? misspelt[0] : meant[0]).replace('|', '\n');
                phrases.add(new Phrase(
                        place,
                        language,
                        text,
                        misspelt.length > 1 ? misspelt[1] : null,
                        meant.length > 1 ? meant[1] : null));
            }
        }
        return phrases;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
