package org.noteworthy.authoring.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.noteworthy.authoring.form.FormValue.Kind;
import org.noteworthy.playbooks.language.words.Manual;

/**
 * A comparison that a property of some kind takes.
 *
 * @param comparison as a row of a form has it
 * @param example as it stands in a rule
 * @param takes words for the kinds of values that it takes, the usual one first; none for yes and no
 * @param several whether it takes more than one
 */
public record FormComparison(String comparison, String example, String means, List<String> takes, boolean several) {
    private static final String NULL = " null";
    /** The chapter of the manual for each kind of property. */
    private static final Map<String, String> CHAPTERS = Map.of(
            "yes or no", "yes-or-no",
            "a text", "texts",
            "a day", "days",
            "a number", "numbers",
            "a list of texts", "lists");

    public FormComparison {
        takes = List.copyOf(takes);
    }

    /** The comparisons of properties by the words for their kind, as the manual tells them. */
    public static Map<String, List<FormComparison>> byKind() {
        Map<String, List<FormComparison>> all = new TreeMap<>();
        CHAPTERS.forEach((kind, name) -> all.put(
                kind,
                Manual.chapters().stream()
                        .filter(chapter -> chapter.name().equals(name))
                        .flatMap(chapter -> chapter.phrases().stream())
                        .flatMap(phrase -> comparison(kind, phrase))
                        .toList()));
        return all;
    }

    private static Stream<FormComparison> comparison(String kind, Manual.Phrase phrase) {
        if (phrase.written().endsWith(NULL)) {
            return Stream.empty(); // nothing is a value of == and !=
        }
        String comparison = switch (phrase.written()) {
            case "property" -> FormCondition.YES;
            case "!property" -> FormCondition.NO;
            default -> phrase.written();
        };
        boolean several = comparison.equals(FormCondition.IN) || comparison.equals(FormCondition.NOT_IN);
        return Stream.of(new FormComparison(
                comparison,
                phrase.example(),
                phrase.means(),
                takes(kind, comparison, several).stream().map(Kind::word).toList(),
                several));
    }

    private static List<Kind> takes(String kind, String comparison, boolean several) {
        boolean equal = comparison.equals("==") || comparison.equals("!=");
        boolean written = several || comparison.endsWith("matches") || comparison.endsWith("memberOf");
        List<Kind> takes = new ArrayList<>();
        switch (kind) {
            case "yes or no" -> {
                if (equal) {
                    takes.add(Kind.FLAG);
                }
            }
            case "a number" -> takes.add(Kind.NUMBER);
            default -> takes.add(Kind.TEXT);
        }
        if (!written && !takes.isEmpty()) {
            takes.add(Kind.PROPERTY);
        }
        if (equal && (kind.equals("a text") || kind.equals("a day"))) {
            takes.add(Kind.NOTHING);
        }
        return takes;
    }
}
