package org.noteworthy.authoring.scaffold;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.PlaybookRefusedException;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Confirmation;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.language.Identifier;
import org.noteworthy.report.Words;

/**
 * Writes a rule that finds its own name in a note, and nothing else, with a fixture that violates it and one that passes:
 * no note is judged otherwise before its owner says what the rule asks.
 */
public final class NewRule {
    private static final int WIDTH = 118;

    private final Library library;
    private final RuleCache cache;
    private final RuleFixtures fixtures;
    private final Playbook playbook;

    private NewRule(Library library, RuleCache cache, RuleFixtures fixtures, Playbook playbook) {
        this.library = library;
        this.cache = cache;
        this.fixtures = fixtures;
        this.playbook = playbook;
    }

    /**
     * Writes a rule into an edition.
     *
     * @param clause id of the clause that it stands for
     * @param like id of a rule to begin it from; null for none
     */
    public static Scaffold write(
            Library library,
            RuleCache cache,
            RuleFixtures fixtures,
            String version,
            String name,
            String clause,
            @Nullable String like) {
        if (!library.diagnostics(version).isEmpty()) {
            throw new PlaybookRefusedException(version, library.diagnostics(version));
        }
        return new NewRule(library, cache, fixtures, library.named(version)).write(name, clause, like);
    }

    private Scaffold write(String name, String clauseId, @Nullable String likeId) {
        Edition edition = playbook.edition();
        requireFreeName(name);
        Clause clause = edition.clause(clauseId)
                .orElseThrow(() -> new UsageException("The edition " + edition.version() + " has no clause \""
                        + clauseId
                        + "\"."
                        + Nearest.insteadOf(
                                clauseId,
                                edition.clauses().stream().map(Clause::id).toList())));
        Rule like = likeId == null ? null : ExistingRule.in(edition, likeId);
        Path file = library.folder().resolve(edition.version()).resolve(name + ".drl");
        Path folder = fixtures.folder().resolve(RuleFixtures.RULES).resolve(name);
        String text = text(name, clause, like);
        Playbook changed = compiled(name, text);
        try (Staged rule = Staged.file(file, text);
                Staged examples = Staged.folder(folder);
                Models models = Models.of(fixtures, models(edition, like), List.of(changed))) {
            List<Path> written = new ArrayList<>(List.of(file));
            models.invent(name, examples).forEach(each -> written.add(folder.resolve(each)));
            rule.publish();
            if (written.size() > 1) {
                examples.publish();
            }
            return new Scaffold(written, next(file, folder, written.size() > 1, name, clause));
        }
    }

    private void requireFreeName(String name) {
        if (name.length() > Identifier.LONGEST || !Identifier.isOne(name, "-")) {
            throw new UsageException(
                    "\"" + name + "\" is not a name of a rule. It has small letters, digits and hyphens, at" + " most "
                            + Identifier.LONGEST + ", like status-allowed.");
        }
        for (String version : library.versions()) {
            if (library.written(version).rules().stream()
                    .anyMatch(rule -> rule.written().name().equals(name))) {
                throw new UsageException("The edition " + version + " has a rule \"" + name
                        + "\" already. Choose another name, or copy that rule.");
            }
        }
    }

    private static Stream<String> models(Edition edition, @Nullable Rule like) {
        return like == null
                ? edition.rules().stream()
                        .filter(rule -> rule.subject() == Rule.Subject.NOTE)
                        .map(Rule::id)
                : Stream.of(like.id());
    }

    private Playbook compiled(String name, String text) {
        Compilation compilation = Library.compile(
                playbook.files().with(Map.of(name + ".drl", text.getBytes(StandardCharsets.UTF_8))),
                cache,
                playbook,
                new Diagnostics(playbook.edition().version()));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.playbook();
        }
        throw new PlaybookRefusedException(
                playbook.edition().version(), ((Compilation.Refused) compilation).diagnostics());
    }

    private String text(String name, Clause clause, @Nullable Rule like) {
        Optional<Rule> model = like == null
                ? playbook.edition().rulesFor(clause).stream()
                        .filter(rule -> rule.subject() == Rule.Subject.NOTE)
                        .findFirst()
                : Optional.of(like);
        String about =
                "Write here what the rule asks, and what it lets pass. Until then it finds its own name in notes."
                        + (like == null
                                ? ""
                                : " The condition of " + like.id() + " is: "
                                        + like.condition().strip().replaceAll("\\s+", " "));
        boolean ofNote = like == null || like.subject() == Rule.Subject.NOTE;
        String fact = ofNote ? "$note" : "$interaction";
        return String.join("\n", Words.wrapped(about, WIDTH, "// ")).replace("//  ", "// ") + "\n"
                + "rule \"" + name + "\"\n"
                + "    @severity(\"" + (like == null ? Severity.INFO : like.severity()).word() + "\")  @clause(\""
                + clause.id() + "\")"
                + list("roles", model.map(Rule::roles).orElse(List.of()))
                + list("noteTypes", like == null ? List.of() : like.noteTypes())
                + list("needs", like == null ? List.of() : like.needs()) + "\n"
                + "when\n"
                + "    " + fact
                + (ofNote ? " : Note( text contains \"" : " : Interaction( id contains \"") + name + "\" )\n"
                + "then\n"
                + "    report.violation( " + fact + ",\n"
                + "        \"This holds " + name + ". Write here what is wrong and what to do.\" );\n"
                + "end\n";
    }

    private static String list(String annotation, List<String> values) {
        return values.isEmpty() ? "" : "  @" + annotation + "(\"" + String.join(", ", values) + "\")";
    }

    private List<String> next(Path file, Path folder, boolean withFixtures, String name, Clause clause) {
        String version = playbook.edition().version();
        List<String> next = new ArrayList<>();
        next.add("Write the condition and the message in " + file
                + ". \"noteworthy vocabulary\" lists what a rule may ask.");
        next.add(
                withFixtures
                        ? "Change the fixtures in " + folder + " with it, and rename them by what they show."
                        : "Write a fixture that violates it, " + folder.resolve("violates-….md")
                                + ", and one that passes, " + folder.resolve("passes-….md") + ".");
        next.add("noteworthy lint " + file.getParent());
        next.add("noteworthy test --playbook " + version);
        next.add("A second person compares the rule with its clause, and adds a row to "
                + file.resolveSibling(Confirmation.FILE) + ": " + name + "," + clause.hash()
                + ",DATE,NAME");
        return next;
    }
}
