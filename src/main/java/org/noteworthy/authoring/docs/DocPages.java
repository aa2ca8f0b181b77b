package org.noteworthy.authoring.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noteworthy.authoring.explain.Explanation;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleExamples.Example;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.authoring.explain.TracedClause;
import org.noteworthy.authoring.explain.TracedRule;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/**
 * A page for each rule and each clause of a library, and an index. What several editions have is told as the latest of them
 * has it. The same editions and fixtures give the same bytes.
 */
public final class DocPages {
    private static final String INDEX = "README.md";
    private static final String RULES = "rules/";
    private static final String CLAUSES = "clauses/";

    private final Library library;
    private final RuleFixtures fixtures;
    private final RuleExamples.Source examples;
    private final List<Playbook> playbooks;
    private final SortedMap<String, Playbook> rules = new TreeMap<>();
    private final SortedMap<String, Playbook> clauses = new TreeMap<>();

    private DocPages(Library library, RuleFixtures fixtures, RuleExamples.Source examples) {
        this.library = library;
        this.fixtures = fixtures;
        this.examples = examples;
        playbooks = library.versions().stream().map(library::named).toList();
        for (Playbook playbook : playbooks) {
            playbook.edition().rules().forEach(rule -> rules.put(rule.id(), playbook));
            playbook.edition().clauses().forEach(clause -> clauses.put(clause.id(), playbook));
        }
    }

    /** The pages by their paths, with forward slashes. */
    public static SortedMap<String, String> of(Library library, RuleFixtures fixtures, RuleExamples.Source examples) {
        DocPages pages = new DocPages(library, fixtures, examples);
        SortedMap<String, String> all = new TreeMap<>();
        all.put(INDEX, pages.index());
        pages.rules.forEach((id, playbook) -> all.put(RULES + file(id), pages.rule(id, playbook)));
        pages.clauses.forEach((id, playbook) -> all.put(CLAUSES + file(id), pages.clause(id, playbook)));
        return all;
    }

    private static String file(String id) {
        return id + ".md";
    }

    private String index() {
        Markdown page = new Markdown(DocsFolder.MARK).heading(1, "Rules and clauses");
        page.heading(2, "Editions").table(List.of("edition", "in force", "title"), rows(playbooks, playbook -> {
            Edition edition = playbook.edition();
            String to = library.inForceTo(edition.version())
                    .map(last -> " to " + last)
                    .orElse(" on");
            return Stream.of(edition.version(), "from " + edition.inForceFrom() + to, edition.title())
                    .map(Markdown::text)
                    .toList();
        }));
        page.heading(2, "Rules")
                .table(List.of("rule", "severity", "clause", "since", "state"), rows(rules.entrySet(), each -> {
                    Rule rule = rule(each);
                    return List.of(
                            Markdown.link(rule.id(), RULES + file(rule.id())),
                            rule.severity().word(),
                            clauseLink(rule.clause(), CLAUSES),
                            Markdown.text(editionsOfRule(rule.id()).get(0)),
                            Markdown.text(state(each.getValue())));
                }));
        page.heading(2, "Clauses")
                .table(List.of("clause", "title", "checked by", "since", "state"), rows(clauses.entrySet(), each -> {
                    TracedClause traced = traced(each.getKey(), each.getValue());
                    return List.of(
                            clauseLink(each.getKey(), CLAUSES),
                            Markdown.text(traced.clause().title()),
                            traced.check().word(),
                            Markdown.text(editionsOfClause(each.getKey()).get(0)),
                            Markdown.text(state(each.getValue())));
                }));
        return page.toString();
    }

    private String rule(String id, Playbook playbook) {
        Rule rule = playbook.edition().rule(id).orElseThrow();
        Explanation explanation = Explanation.of(library, playbook, rule);
        Markdown page = new Markdown(DocsFolder.MARK).heading(1, id).paragraph(rule.about());
        page.table(
                List.of("", ""),
                List.of(
                        List.of("severity", rule.severity().word()),
                        List.of("clause", clauseLink(rule.clause(), "../" + CLAUSES)),
                        List.of("binds", all(rule.roles(), "all roles")),
                        List.of("covers", all(rule.noteTypes(), "all note types")),
                        List.of("needs", all(rule.needs(), "nothing beside the text")),
                        List.of("judges", Markdown.text(judged(rule))),
                        List.of("editions", all(explanation.editions(), "")),
                        List.of("state", Markdown.text(state(playbook)))));
        List<String> sentences = explanation.violatedWhen();
        page.heading(2, sentences.size() == 1 ? "Violated when" : "Violated when all of these are true")
                .items(sentences)
                .block(rule.condition().lines().map(String::strip).toList());
        page.heading(2, "What it says").paragraph(rule.message());
        Clause clause = explanation.clause();
        if (clause != null) {
            clause(page.heading(2, "Clause " + clause.id() + ": " + clause.title()), clause);
        }
        RuleExamples shown = examples.of(playbook, rule, fixtures);
        example(page, "A note that violates it", shown.violating());
        example(page, "A note that passes it", shown.passing());
        page.heading(2, "Changes").items(changes(explanation));
        return page.toString();
    }

    private static String judged(Rule rule) {
        return rule.subject() == Rule.Subject.NOTE
                ? "each note"
                : "each " + rule.fact().toLowerCase(Locale.ROOT) + ", with the whole engagement";
    }

    private static List<String> changes(Explanation explanation) {
        List<String> changes = new ArrayList<>();
        changes.add("Since edition " + explanation.editions().get(0) + ".");
        explanation
                .changes()
                .forEach(
                        changed -> changed.details().forEach(detail -> changes.add(changed.version() + ", " + detail)));
        return changes;
    }

    private String clause(String id, Playbook playbook) {
        TracedClause traced = traced(id, playbook);
        Clause clause = traced.clause();
        Markdown page = new Markdown(DocsFolder.MARK).heading(1, id + ": " + clause.title());
        clause(page, clause);
        page.table(
                List.of("", ""),
                List.of(
                        List.of("checked by", traced.check().word()),
                        List.of("editions", all(editionsOfClause(id), "")),
                        List.of("state", Markdown.text(state(playbook)))));
        if (!traced.rules().isEmpty()) {
            page.heading(2, "Rules")
                    .table(
                            List.of("rule", "severity", "held against the clause"),
                            rows(
                                    traced.rules(),
                                    each -> List.of(
                                            Markdown.link(
                                                    each.rule().id(),
                                                    "../" + RULES
                                                            + file(each.rule().id())),
                                            each.rule().severity().word(),
                                            each.standing().word())));
            List<RuleExamples> shown = traced.rules().stream()
                    .map(TracedRule::rule)
                    .map(rule -> examples.of(playbook, rule, fixtures))
                    .toList();
            example(
                    page,
                    "A note that violates it",
                    shown.stream().flatMap(each -> each.violating().stream()).toList());
            example(
                    page,
                    "A note that passes it",
                    shown.stream().flatMap(each -> each.passing().stream()).toList());
        }
        return page.toString();
    }

    private static void clause(Markdown page, Clause clause) {
        page.paragraph(clause.text());
        clause.readings().forEach(reading -> page.paragraph("Reading: " + reading));
    }

    /** The first of them, where there is one. */
    private static void example(Markdown page, String title, List<Example> examples) {
        examples.stream()
                .findFirst()
                .ifPresent(first -> page.heading(2, title)
                        .paragraph("From the fixture " + first.file() + ":")
                        .block(first.lines()));
    }

    private Rule rule(Map.Entry<String, Playbook> each) {
        return each.getValue().edition().rule(each.getKey()).orElseThrow();
    }

    private TracedClause traced(String id, Playbook playbook) {
        Edition edition = playbook.edition();
        return TracedClause.of(edition.clause(id).orElseThrow(), edition, fixtures);
    }

    private String clauseLink(String id, String folder) {
        return clauses.containsKey(id) ? Markdown.link(id, folder + file(id)) : Markdown.text(id);
    }

    private List<String> editionsOfRule(String id) {
        return editions()
                .filter(each -> each.rule(id).isPresent())
                .map(Edition::version)
                .toList();
    }

    private List<String> editionsOfClause(String id) {
        return editions()
                .filter(each -> each.clause(id).isPresent())
                .map(Edition::version)
                .toList();
    }

    private Stream<Edition> editions() {
        return playbooks.stream().map(Playbook::edition);
    }

    private String state(Playbook latest) {
        String newest = playbooks.get(playbooks.size() - 1).edition().version();
        return latest.edition().version().equals(newest)
                ? "in the latest edition"
                : "retired, last in edition " + latest.edition().version();
    }

    private static String all(List<String> names, String none) {
        return names.isEmpty() ? none : Markdown.text(String.join(", ", names));
    }

    private static <T> List<List<String>> rows(Iterable<T> each, Function<T, List<String>> row) {
        List<List<String>> rows = new ArrayList<>();
        each.forEach(one -> rows.add(row.apply(one)));
        return rows;
    }
}
