package org.noteworthy.cli.authoring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.Explanation;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.authoring.explain.RuleJson;
import org.noteworthy.authoring.testing.FixtureExamples;
import org.noteworthy.cli.option.FixturesOption;
import org.noteworthy.cli.option.OutputOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy explain}: a rule in plain words, with its clause, examples and past. */
@Command(
        name = "explain",
        description =
                "Explains a rule in plain words: what it asks, of whom, by which clause, since when; with examples.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "RULE", description = "Id of a rule, such as status-allowed.")
    private String id = "";

    @Option(names = "--playbook", paramLabel = "V", description = "In this edition (default: the one in force today).")
    private @Nullable String playbook;

    @Mixin
    private FixturesOption fixtures = new FixturesOption();

    public ExplainCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        boolean json = output.json();
        Library library = rules.open();
        Playbook explained =
                library.named(playbook == null ? library.versionInForceOn(LocalDate.now(clock)) : playbook);
        Edition edition = explained.edition();
        Rule rule = edition.rule(id).orElseThrow(() -> new UsageException(unknown(edition)));
        Explanation explanation = Explanation.of(library, explained, rule);
        RuleFixtures files = fixtures.of(library);
        RuleExamples examples = new FixtureExamples().of(explained, rule, files);
        if (json) {
            OutputOption.write(terminal, each -> RuleJson.writeExplanation(each, explanation, files, examples));
        } else {
            Path file = library.folder()
                    .resolve(explained.files().home(rule.file()))
                    .resolve(rule.file());
            new ExplanationText(terminal).print(explanation, file, examples, files.folder());
        }
        return Exit.FINE;
    }

    private String unknown(Edition edition) {
        List<String> ids = edition.rules().stream().map(Rule::id).toList();
        return "The edition " + edition.version() + " has no rule \"" + id + "\"." + Nearest.insteadOf(id, ids);
    }
}
