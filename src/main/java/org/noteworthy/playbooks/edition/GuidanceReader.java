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
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.noteworthy.playbooks.language.Identifier;

/**
 * Reads {@code guidance.md}: a second-level heading {@code ## clause.id — Title} opens a clause; a paragraph that begins
 * with {@code Reading:} says how an ambiguous place is read, {@code Judged by:} who can tell, {@code Source:} on which
 * paragraphs of the source page the clause stands. One that begins with {@code Paragraphs of the page:} lists them all,
 * in the order of the page, and may stand anywhere. Blocks of code and of HTML are text, whatever they hold.
 */
public final class GuidanceReader {
    private static final String FILE = EditionFiles.GUIDANCE;
    private static final int MOST_LEVELS = 6;
    private static final String READING = "Reading:";
    private static final String JUDGED = "Judged by:";
    private static final String SOURCE = "Source:";
    private static final String PAGE = "Paragraphs of the page:";

    /**
     * Where blocks begin and end. What stands within a line is left as it is written: hostile links would take the library
     * minutes.
     */
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class, HtmlBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (line, block) -> block.appendChild(new Text(line.getContent())))
            .build();

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
        for (Node block = PARSER.parse(read.orElse("")).getFirstChild(); block != null; block = block.getNext()) {
            List<SourceSpan> spans = block.getSourceSpans();
            int first = spans.get(0).getLineIndex();
            int last = spans.get(spans.size() - 1).getLineIndex();
            if (block instanceof Heading heading && heading.getLevel() == 2 && isMarked(first)) {
                draft = open(((Text) block.getFirstChild()).getLiteral().strip(), first + 1);
                Draft earlier = drafts.putIfAbsent(draft.id, draft);
                if (earlier != null) {
                    report(
                            first + 1,
                            draft.id,
                            "The clause " + draft.id + " stands in line " + earlier.line
                                    + " already. Keep one of the two, or rename one.");
                }
            } else {
                draft.add(first, last);
                if (block instanceof Heading || block instanceof Paragraph) {
                    checkMarks(first, last);
                }
            }
        }
        if (drafts.isEmpty() && read.isPresent()) {
            diagnostics.add(
                    FILE,
                    0,
                    "No clause was found. A clause begins with a heading like \"## content.status — Status\".");
        }
        preface.parts.stream()
                .filter(part -> text(part).startsWith(PAGE))
                .forEach(part -> page.addAll(hashes(part, PAGE)));
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

    /** Whether a heading begins with number signs; one that is underlined is part of the text. */
    private boolean isMarked(int line) {
        return lines.get(line).strip().startsWith("#");
    }

    private void checkMarks(int first, int last) {
        for (int at = first; at <= last; at++) {
            String line = lines.get(at);
            if (meansClause(line)) {
                report(at + 1, line, "A clause begins with ## and a blank, like \"## content.status — Status\".");
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
                    "\"" + id + "\" is not a name of a clause. Write the heading like \"## content.status — Status\".");
        }
        return new Draft(id, title.isEmpty() ? id : title, line);
    }

    private Clause clause(Draft draft) {
        List<String> text = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        List<String> source = new ArrayList<>();
        Clause.Judge judge = Clause.Judge.RULES;
        for (Part part : draft.parts) {
            String said = text(part);
            if (said.startsWith(READING)) {
                readings.add(said.substring(READING.length()).strip());
            } else if (said.startsWith(JUDGED)) {
                judge = judge(draft, part);
            } else if (said.startsWith(SOURCE)) {
                source.addAll(hashes(part, SOURCE));
            } else if (said.startsWith(PAGE)) {
                page.addAll(hashes(part, PAGE));
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

    /** What stands in the lines of a part, as it is written. */
    private String text(Part part) {
        return String.join("\n", lines.subList(part.first, part.last + 1)).strip();
    }

    private List<String> hashes(Part part, String begin) {
        List<String> hashes = new ArrayList<>();
        for (String word : text(part).substring(begin.length()).split("[,\\s]+", -1)) {
            if (PlainText.isHash(word)) {
                hashes.add(word);
            } else if (!word.isEmpty()) {
                report(
                        part.first + 1,
                        word,
                        "\"" + word + "\" is not a hash of a paragraph. After \"" + begin + "\" stand hashes of "
                                + PlainText.HASH_LENGTH
                                + " digits, as \"noteworthy drift PAGE --hashes\" prints them.");
                break;
            }
        }
        return hashes;
    }

    private Clause.Judge judge(Draft draft, Part part) {
        String said = text(part).substring(JUDGED.length()).strip();
        String who = said.toLowerCase(Locale.ROOT).replace(".", "");
        return switch (who) {
            case "rules", "the rules" -> Clause.Judge.RULES;
            case "a person", "person" -> Clause.Judge.PERSON;
            case "nobody" -> Clause.Judge.NOBODY;
            default -> {
                String first = said.lines().findFirst().orElse("");
                report(
                        part.first + 1,
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
        private final List<Part> parts = new ArrayList<>();

        Draft(String id, String title, int line) {
            this.id = id;
            this.title = title;
            this.line = line;
        }

        /** Blocks without a blank line between them are one part, such as a sentence and its list. */
        void add(int first, int last) {
            int end = parts.size() - 1;
            if (end >= 0 && parts.get(end).last + 1 == first) {
                parts.set(end, new Part(parts.get(end).first, last));
            } else {
                parts.add(new Part(first, last));
            }
        }
    }

    /** First and last line of a part of a clause, from 0. */
    private record Part(int first, int last) {}
}
