package org.noteworthy.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.format.ReportJson;
import org.noteworthy.checking.format.RuleJson;
import org.noteworthy.cli.RuleExamples.Example;
import org.noteworthy.notes.Nearest;
import org.noteworthy.playbooks.Edition;
import org.noteworthy.playbooks.Explanation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.Rule;
import org.noteworthy.playbooks.RuleFixtures;
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
final class ExplainCommand implements Callable<Integer> {
    private static final String FIXTURES = "test-fixtures";

    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(paramLabel = "RULE", description = "Id of a rule, such as status-allowed.")
    private String id = "";

    @Option(names = "--playbook", paramLabel = "V", description = "In this edition (default: the one in force today).")
    private @Nullable String playbook;

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Folder of the examples (default: " + FIXTURES + ", if it is there).")
    private @Nullable Path fixtures;

    ExplainCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        boolean json = format.json();
        if (fixtures != null && !Files.isDirectory(fixtures)) {
            throw new UnusableException("The folder " + fixtures + " is not there. Name another one with --fixtures.");
        }
        Library library = rules.open();
        Playbook explained =
                library.named(playbook == null ? library.versionInForceOn(LocalDate.now(clock)) : playbook);
        Edition edition = explained.edition();
        Rule rule = edition.rule(id).orElseThrow(() -> new UnusableException(unknown(edition)));
        Explanation explanation = Explanation.of(library, explained, rule);
        RuleExamples examples = new RuleExamples(fixtures == null ? Path.of(FIXTURES) : fixtures, explained, rule.id());
        List<Example> violating = examples.named(RuleExamples.VIOLATES, 2);
        List<Example> passing = examples.named(RuleExamples.PASSES, 1);
        if (json) {
            write(explanation, violating, passing);
        } else {
            Path file = library.folder().resolve(edition.version()).resolve(rule.file());
            new ExplanationText(terminal).print(explanation, file, violating, passing);
        }
        return Exit.FINE;
    }

    private String unknown(Edition edition) {
        List<String> ids = edition.rules().stream().map(Rule::id).toList();
        return "The edition " + edition.version() + " has no rule \"" + id + "\"." + Nearest.insteadOf(id, ids);
    }

    private void write(Explanation explanation, List<Example> violating, List<Example> passing) {
        try (JsonGenerator json = ReportJson.prettyGenerator(terminal.out())) {
            json.writeStartObject();
            RuleJson.writeFields(json, explanation, RuleFixtures.in(fixtures == null ? Path.of(FIXTURES) : fixtures));
            json.writeObjectFieldStart("examples");
            write(json, "violates", violating);
            write(json, "passes", passing);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Standard output cannot be written to", e);
        }
    }

    private static void write(JsonGenerator json, String field, List<Example> examples) throws IOException {
        json.writeArrayFieldStart(field);
        for (Example example : examples) {
            json.writeStartObject();
            json.writeStringField("file", example.shownFile());
            RuleJson.texts(json, "lines", example.lines());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
