package org.noteworthy.playbooks.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.noteworthy.playbooks.language.Identifier;

/**
 * Reads {@code guidance.md}: a second-level heading {@code ## clause.id — Title} opens a clause; a paragraph that begins
 * with {@code Reading:} says how an ambiguous place is read, {@code Judged by:} who can tell, {@code Source:} on which
 * paragraphs of the source page the clause stands. One that begins with {@code Paragraphs of the page:} lists them all,
 * in the order of the page, and may stand anywhere.
 */
public final class GuidanceReader {
    private static final String FILE = EditionFiles.GUIDANCE;
    private static final int MOST_LEVELS = 6;
    private static final String READING = "Reading:";
    private static final String JUDGED = "Judged by:";
    private static final String SOURCE = "Source:";
    private static final String PAGE = "Paragraphs of the page:";

    private final Diagnostics diagnostics;
    private final List<String> page = new ArrayList<>();
    private List<String> lines = List.of();

    public GuidanceReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    public Guidance read(EditionFiles files) {
        Optional<String> read = files.text(FILE, diagnostics);
        lines = read.orElse("").lines().toList();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Draft preface = new Draft("", "", 0);
        Draft draft = preface;
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.startsWith("## ")) {
                draft = open(line.substring(3).strip(), number);
                Draft first = drafts.putIfAbsent(draft.id, draft);
                if (first != null) {
                    report(
                            number,
                            draft.id,
                            "The clause " + draft.id + " stands in line " + first.line
                                    + " already. Keep one of the two, or rename one.");
                }
            } else if (meansClause(line)) {
                report(number, line, "A clause begins with ## and a blank, like \"## content.status — Status\".");
                draft.lines.add("");
            } else {
                draft.lines.add(line);
            }
        }
        if (drafts.isEmpty() && read.isPresent()) {
            diagnostics.add(
                    FILE,
                    0,
                    "No clause was found. A clause begins with a heading like \"## content.status — Status\".");
        }
        preface.paragraphs().stream()
                .filter(paragraph -> paragraph.text.startsWith(PAGE))
                .forEach(paragraph -> page.addAll(hashes(paragraph, PAGE)));
        List<Clause> clauses = drafts.values().stream().map(this::clause).toList();
        checkSources(drafts.values(), clauses);
        return new Guidance(clauses, page, Confirmations.of(files).rows());
    }

    /** A clause stands on paragraphs that the page has, where the page is listed at all. */
    private void checkSources(Collection<Draft> drafts, List<Clause> clauses) {
        Iterator<Clause> each = clauses.iterator();
        Set<String> listed = new LinkedHashSet<>(page);
        for (Draft draft : drafts) {
            for (String hash : each.next().source()) {
                if (!listed.isEmpty() && !listed.contains(hash)) {
                    report(
                            draft.line,
                            hash,
                            "The clause " + draft.id + " stands on the paragraph " + hash + ", which is not among \""
                                    + PAGE + "\"."
                                    + diagnostics.maybe(hash, listed, " Add it there, at its place in the page."));
                }
            }
        }
    }

    /** Whether a line is a heading of another level, or without a blank, that names a clause. */
    private static boolean meansClause(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        String heading = line.substring(level).strip();
        int blank = heading.indexOf(' ');
        String id = blank < 0 ? heading : heading.substring(0, blank);
        return level >= 1
                && level <= MOST_LEVELS
                && id.length() <= Identifier.LONGEST
                && id.indexOf('.') > 0
                && id.chars().noneMatch(Character::isDigit)
                && Identifier.isOne(id, ".-");
    }

    private Draft open(String heading, int line) {
        int blank = heading.indexOf(' ');
        String id = blank < 0 ? heading : heading.substring(0, blank);
        String title = blank < 0 ? "" : heading.substring(blank).strip().replaceFirst("^[-–—:]\\s*", "");
        if (id.length() > Identifier.LONGEST) {
            report(
                    line,
                    id,
                    "The name of a clause has at most " + Identifier.LONGEST + " characters, and this one "
                            + id.length() + ". Shorten it.");
        } else if (!Identifier.isOne(id, ".-")) {
            report(
                    line,
                    id,
                    "\"" + id + "\" is no name of a clause. Write the heading like \"## content.status — Status\".");
        }
        return new Draft(id, title.isEmpty() ? id : title, line);
    }

    private Clause clause(Draft draft) {
        List<String> text = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        List<String> source = new ArrayList<>();
        Clause.Judge judge = Clause.Judge.RULES;
        for (Paragraph paragraph : draft.paragraphs()) {
            String said = paragraph.text;
            if (said.startsWith(READING)) {
                readings.add(said.substring(READING.length()).strip());
            } else if (said.startsWith(JUDGED)) {
                judge = judge(draft, paragraph);
            } else if (said.startsWith(SOURCE)) {
                source.addAll(hashes(paragraph, SOURCE));
            } else if (said.startsWith(PAGE)) {
                page.addAll(hashes(paragraph, PAGE));
            } else {
                text.add(said);
            }
        }
        return new Clause(
                draft.id,
                draft.title,
                String.join("\n\n", text),
                readings,
                judge,
                source.stream().distinct().toList());
    }

    private List<String> hashes(Paragraph paragraph, String begin) {
        List<String> hashes = new ArrayList<>();
        for (String word : paragraph.text.substring(begin.length()).split("[,\\s]+", -1)) {
            if (PlainText.isHash(word)) {
                hashes.add(word);
            } else if (!word.isEmpty()) {
                report(
                        paragraph.line,
                        word,
                        "\"" + word + "\" is no hash of a paragraph. After \"" + begin + "\" stand hashes of "
                                + PlainText.HASH_LENGTH
                                + " digits, as \"noteworthy drift PAGE --hashes\" prints them.");
                break;
            }
        }
        return hashes;
    }

    private Clause.Judge judge(Draft draft, Paragraph paragraph) {
        String said = paragraph.text.substring(JUDGED.length()).strip();
        String who = said.toLowerCase(Locale.ROOT).replace(".", "");
        return switch (who) {
            case "rules", "the rules" -> Clause.Judge.RULES;
            case "a person", "person" -> Clause.Judge.PERSON;
            case "nobody" -> Clause.Judge.NOBODY;
            default -> {
                String first = said.lines().findFirst().orElse("");
                report(
                        paragraph.line,
                        first,
                        "The clause " + draft.id + " is judged by \"" + first
                                + "\". Write rules, a person, or nobody.");
                yield Clause.Judge.RULES;
            }
        };
    }

    /** Points at words where they first stand from that line on. */
    private void report(int from, String words, String sentence) {
        int line = from;
        if (diagnostics.isFull(FILE)) {
            diagnostics.add(FILE, line, sentence);
            return;
        }
        while (line < lines.size() && !lines.get(line - 1).contains(words)) {
            line++;
        }
        diagnostics.add(FILE, line, lines.get(line - 1).indexOf(words) + 1, words.length(), sentence);
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

        /** What stands between blank lines. */
        List<Paragraph> paragraphs() {
            List<Paragraph> paragraphs = new ArrayList<>();
            int begun = 0;
            for (int at = 0; at <= lines.size(); at++) {
                if (at == lines.size() || lines.get(at).isBlank()) {
                    String text = String.join("\n", lines.subList(begun, at)).strip();
                    if (!text.isEmpty()) {
                        paragraphs.add(new Paragraph(line + 1 + begun, text));
                    }
                    begun = at + 1;
                }
            }
            return paragraphs;
        }
    }

    private record Paragraph(int line, String text) {}
}
