package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.authoring.drift.SourcePage;
import org.noteworthy.authoring.drift.SourceParagraph;

/** A page in our own words, and a copy of an edition whose clauses stand on it. */
public final class SyntheticPage {
    public static final String EDITION = "2020-03-25";

    private static final Path PAGE = Path.of("src/test/resources/drift/page.md");
    private static final Map<String, List<String>> STANDING = new LinkedHashMap<>();

    static {
        STANDING.put("covid.tag", List.of("Calls about"));
        STANDING.put("covid.pause", List.of("Nobody writes"));
        STANDING.put("covid.entitlement-status", List.of("Nobody writes"));
        STANDING.put("frequency.each-interaction", List.of("A note is written"));
        STANDING.put("frequency.examples", List.of("A first call", "A review", "A farewell"));
        STANDING.put("content.workload", List.of("Topic:", "[A] ", "[B] ", "[A+B] "));
        STANDING.put("content.status", List.of("State:", "Going well", "Stuck"));
        STANDING.put("page.about", List.of("House rules", "Changed on", "1 May", "2 May", "Home"));
    }

    private SyntheticPage() {}

    public static String text() throws IOException {
        return Files.readString(PAGE);
    }

    /** Copies the rules folder, with guidance of one edition that names the paragraphs of the page. */
    public static Path rules(Path target) throws IOException {
        Folders.copyRules(target);
        for (String edition : List.of("2019-09-27", EDITION, "2020-05-12")) {
            Path guidance = target.resolve(edition).resolve("guidance.md");
            String bare = Files.readString(guidance)
                    .replaceAll("(?m)^(?:Source|Paragraphs of the page): [0-9a-f,\\s]+", "")
                    .replace("## page.about", "\n## page.about");
            Files.writeString(guidance, edition.equals(EDITION) ? standing(bare) : bare);
        }
        return target;
    }

    private static String standing(String guidance) throws IOException {
        List<SourceParagraph> paragraphs = SourcePage.of(text()).paragraphs(java.util.Set.of());
        List<String> parts = new ArrayList<>();
        for (String part : guidance.split("(?m)^(?=## )", -1)) {
            String id = part.split("\\s+", 3)[1];
            List<String> hashes = STANDING.getOrDefault(id, List.of()).stream()
                    .flatMap(begin -> paragraphs.stream()
                            .filter(paragraph -> paragraph.text().startsWith(begin)))
                    .map(SourceParagraph::hash)
                    .toList();
            parts.add(part.stripTrailing() + (hashes.isEmpty() ? "" : "\n\nSource: " + String.join(", ", hashes)));
        }
        parts.add("Paragraphs of the page: "
                + String.join(
                        ",\n", paragraphs.stream().map(SourceParagraph::hash).toList()));
        return String.join("\n\n", parts) + "\n";
    }
}
