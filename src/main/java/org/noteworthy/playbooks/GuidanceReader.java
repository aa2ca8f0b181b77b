package org.noteworthy.playbooks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code guidance.md}: a second-level heading {@code ## clause.id — Title} opens a clause; a paragraph that begins
 * with {@code Reading:} says how an ambiguous place is read, {@code Judged by:} who can tell.
 */
final class GuidanceReader {
    private static final String FILE = EditionFiles.GUIDANCE;
    private static final String READING = "Reading:";
    private static final String JUDGED = "Judged by:";

    private final Flaws flaws;

    GuidanceReader(Flaws flaws) {
        this.flaws = flaws;
    }

    List<Clause> read(EditionFiles files) {
        Optional<String> read = files.text(FILE, flaws);
        String text = read.orElse("");
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Draft draft = null;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.startsWith("## ")) {
                draft = open(line.substring(3).strip(), number);
                Draft first = drafts.putIfAbsent(draft.id, draft);
                if (first != null) {
                    flaws.add(
                            FILE,
                            number,
                            "The clause " + draft.id + " stands in line " + first.line
                                    + " already. Keep one of the two, or rename one.");
                }
            } else if (line.matches("#{1,6}\\s*[a-z]+(\\.[a-z-]+)+( .*)?")) {
                flaws.add(FILE, number, "A clause begins with ## and a blank, like \"## content.status — Status\".");
            } else if (draft != null) {
                draft.lines.add(line);
            }
        }
        if (drafts.isEmpty() && read.isPresent()) {
            flaws.add(
                    FILE,
                    0,
                    "No clause was found. A clause begins with a heading like \"## content.status — Status\".");
        }
        return drafts.values().stream().map(this::clause).toList();
    }

    private Draft open(String heading, int line) {
        int blank = heading.indexOf(' ');
        String id = blank < 0 ? heading : heading.substring(0, blank);
        String title = blank < 0 ? "" : heading.substring(blank).strip().replaceFirst("^[-–—:]\\s*", "");
        if (!id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            flaws.add(
                    FILE,
                    line,
                    "\"" + id + "\" is no name of a clause. Write the heading like \"## content.status — Status\".");
        }
        return new Draft(id, title.isEmpty() ? id : title, line);
    }

    private Clause clause(Draft draft) {
        List<String> text = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        Clause.Judge judge = Clause.Judge.RULES;
        for (String paragraph : String.join("\n", draft.lines).strip().split("\\n\\s*\\n", -1)) {
            String stripped = paragraph.strip();
            if (stripped.startsWith(READING)) {
                readings.add(stripped.substring(READING.length()).strip());
            } else if (stripped.startsWith(JUDGED)) {
                judge = judge(draft, stripped.substring(JUDGED.length()));
            } else if (!stripped.isEmpty()) {
                text.add(stripped);
            }
        }
        return new Clause(draft.id, draft.title, String.join("\n\n", text), readings, judge);
    }

    private Clause.Judge judge(Draft draft, String said) {
        String who = said.strip().toLowerCase(Locale.ROOT).replace(".", "");
        return switch (who) {
            case "rules", "the rules" -> Clause.Judge.RULES;
            case "a person", "person" -> Clause.Judge.PERSON;
            case "nobody" -> Clause.Judge.NOBODY;
            default -> {
                flaws.add(
                        FILE,
                        draft.line,
                        "The clause " + draft.id + " is judged by \""
                                + said.strip().lines().findFirst().orElse("")
                                + "\". Write rules, a person, or nobody.");
                yield Clause.Judge.RULES;
            }
        };
    }

    private static final class Draft {
        private final String id;
        private final String title;
        private final int line;
        private final List<String> lines = new ArrayList<>();

        Draft(String id, String title, int line) {
            this.id = id;
            this.title = title;
            this.line = line;
        }
    }
}
