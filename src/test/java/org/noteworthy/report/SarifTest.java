package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.playbooks.edition.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SARIF against the schema of its standard, and what a schema cannot say. */
final class SarifTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream schema = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Objects.requireNonNull(schema), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Result> everything() {
        List<Result> results = new ArrayList<>(Samples.verbatim());
        results.addAll(Samples.container());
        results.addAll(Samples.unjudged());
        results.add(Samples.engagement());
        results.add(Samples.fixElsewhere());
        results.addAll(Samples.gaps());
        return results;
    }

    private static void assertValid(String sarif) {
        assertThat(SCHEMA.validate(
                        sarif,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
    }

    private static JsonNode run(List<Result> results) {
        return new JsonMapper()
                .readTree(Written.as(FormatName.SARIF, results))
                .get("runs")
                .get(0);
    }

    @Test
    void noMessageIsALink() {
        ViolationDraft finding =
                ViolationDraft.at("x", "mood", Severity.INFO, "Say [this](https://example.org) or [[that]](a:b).");
        List<Result> results = List.of(Samples.judged(Samples.file("a", 1, 0), "a", "x", finding));
        assertThat(run(results).at("/results/0/message/text").asString())
                .isEqualTo("Say [this] (https://example.org) or [[that]] (a:b).");
    }

    @Test
    void isValid() {
        assertValid(Written.as(FormatName.SARIF, everything()));
        assertValid(Written.as(FormatName.SARIF, List.of()));
    }

    @Test
    void schemaNoticesAMistake() {
        String wrong = Written.as(FormatName.SARIF, everything()).replace("\"level\": \"note\"", "\"level\": \"info\"");
        assertThat(SCHEMA.validate(wrong, InputFormat.JSON)).isNotEmpty();
        String gap = Written.as(FormatName.SARIF, everything()).replace("below%20front", "below front");
        assertThat(SCHEMA.validate(
                        gap,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode run = run(everything());
        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(run.get("results")).hasSizeGreaterThan(20);
        for (JsonNode result : run.get("results")) {
            String rule = result.get("ruleId").asString();
            assertThat(rules.get(result.get("ruleIndex").asInt()).get("id").asString())
                    .isEqualTo(rule);
            assertClauseExists(run, result.at("/taxa/0"));
        }
        for (JsonNode rule : rules) {
            assertClauseExists(run, rule.at("/relationships/0/target"));
        }
    }

    private static void assertClauseExists(JsonNode run, JsonNode reference) {
        String guid = reference.at("/toolComponent/guid").asString();
        for (JsonNode taxonomy : run.get("taxonomies")) {
            if (taxonomy.get("guid").asString().equals(guid)) {
                JsonNode clause =
                        taxonomy.get("taxa").get(reference.get("index").asInt());
                assertThat(clause.get("id")).isEqualTo(reference.get("id"));
                return;
            }
        }
        throw new AssertionError("No taxonomy for " + reference);
    }

    @Test
    void ruleIsToldAsTheNewestEditionHasIt() {
        List<Result> oldLast =
                List.of(Samples.container().get(0), Samples.container().get(1));
        JsonNode run = run(oldLast);
        assertThat(run.at("/tool/driver/rules")).hasSize(4);
        assertThat(run.at("/tool/driver/rules/1/properties/playbook").asString())
                .isEqualTo("2020-03-25");
        assertThat(run.at("/results/2/properties/playbook").asString()).isEqualTo("2019-09-27");
        assertThat(run.at("/results/2/taxa/0/toolComponent/name").asString()).isEqualTo("playbook 2019-09-27");
        assertThat(run.get("taxonomies")).hasSize(2);
    }

    @Test
    void applyingTheReplacementToTheFileMendsIt() {
        String frontMatter = "---\nrole: any\n---\n";
        String text = "Hello\r\nMOOD: 🙂 gloomy\r\n";
        String file = frontMatter + text;
        ViolationDraft mood =
                ViolationDraft.at("gloomy", "mood", Severity.ERROR, "Amiss.").mendedBy("fine");
        JsonNode result = run(List.of(
                        Samples.judged(Samples.file("a.md", 4, frontMatter.length()), "a.md", text, mood)))
                .at("/results/0");
        JsonNode region = result.at("/fixes/0/artifactChanges/0/replacements/0/deletedRegion");
        int start = region.get("charOffset").asInt();
        int end = start + region.get("charLength").asInt();
        assertThat(file.substring(0, start) + "fine" + file.substring(end)).isEqualTo(file.replace("gloomy", "fine"));

        List<String> lines = file.lines().toList();
        JsonNode found = result.at("/locations/0/physicalLocation/region");
        assertThat(lines.get(found.get("startLine").asInt() - 1)
                        .substring(
                                found.get("startColumn").asInt() - 1,
                                found.get("endColumn").asInt() - 1))
                .isEqualTo("gloomy");
        assertThat(found).isEqualTo(region);
    }

    @Test
    void executionFailsWhereARuleFailedAndNamesIt() {
        JsonNode run = run(Samples.gaps());
        List<String> failed = new ArrayList<>();
        for (JsonNode notification : run.at("/invocations/0/toolExecutionNotifications")) {
            JsonNode rule = notification.path("associatedRule");
            assertThat(rule.isMissingNode())
                    .isEqualTo(notification.get("level").asString().equals("warning"));
            if (!rule.isMissingNode()) {
                failed.add(rule.get("id").asString());
                assertThat(run.at("/tool/driver/rules/" + rule.get("index").asInt() + "/id"))
                        .isEqualTo(rule.get("id"));
            }
        }
        assertThat(failed).containsExactly("order", "greeting", "order", "greeting", "order", "order", "together");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(run(Samples.gaps().subList(3, 4))
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void executionFailsWhereAnEntryCouldNotBeJudged() {
        assertThat(run(Samples.unjudged())
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isFalse();
        assertThat(run(Samples.unjudged()).at("/invocations/0/toolExecutionNotifications"))
                .hasSize(5);
        assertThat(run(Samples.container())
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
    }
}
