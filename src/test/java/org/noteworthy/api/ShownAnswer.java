package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as the description of the calls shows it, and as the service gives it. A problem is shown to the letter;
 * anything else has the same fields with values of the same kinds, so that editions may change without the examples.
 *
 * @param example a summary and, as value, what is shown
 */
record ShownAnswer(String type, JsonNode example, JsonNode real) {
    /** Where the examples lie: a folder for each body, in it a file for each example. */
    static final Path EXAMPLES = Path.of("src/main/resources/openapi");

    private static final Set<String> BY_RULE = Set.of("ruleOutcomes", "needs", "rules");
    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter PRETTY = JSON.writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonNode shown() {
        return example.get("value");
    }

    /** Fails where the service answers something that looks otherwise than what is shown. */
    void assertAlike() {
        boolean alike = type.contains("problem")
                ? ofEveryStart(shown()).equals(ofEveryStart(real))
                : alike("", parsed(shown()), parsed(real));
        assertThat(alike)
                .as("The example shows:\n%s\nThe service answers:\n%s", shown(), real)
                .isTrue();
    }

    /** Shows what the service answers, where that differs by more than a start of the service from the next. */
    void renew(String folder, String name) throws IOException {
        if (!ofEveryStart(shown()).equals(ofEveryStart(real))) {
            ObjectNode written = JSON.createObjectNode();
            written.set("summary", example.get("summary"));
            written.set("value", real);
            Files.writeString(
                    EXAMPLES.resolve(folder).resolve(name + ".json"), PRETTY.writeValueAsString(written) + "\n");
        }
    }

    private static boolean alike(String field, JsonNode shown, JsonNode real) {
        if (shown.isObject() && real.isObject()) {
            return BY_RULE.contains(field)
                    || Set.copyOf(shown.propertyNames()).equals(Set.copyOf(real.propertyNames()))
                            && shown.properties().stream()
                                    .allMatch(each -> alike(each.getKey(), each.getValue(), real.get(each.getKey())));
        }
        if (shown.isArray() && real.isArray()) {
            return shown.isEmpty() == real.isEmpty()
                    && elements(shown).stream()
                            .allMatch(each -> elements(real).stream().anyMatch(other -> alike("", each, other)));
        }
        return shown.getNodeType() == real.getNodeType();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Lines of JSON as a list. */
    private JsonNode parsed(JsonNode value) {
        if (!type.endsWith("ndjson")) {
            return value;
        }
        return JSON.readTree("[" + String.join(",", value.asString().lines().toList()) + "]");
    }

    /** Without what differs from one start of the service to the next, and the places in rules that are wrong. */
    private static String ofEveryStart(JsonNode value) {
        return sorted(value)
                .toString()
                .replaceAll(
                        "\"(since|looked|time|id|next|previous|record|hash|week|asked|created|at|changed|used|until|csrf|key)\":\"[^\"]*\"",
                        "\"$1\":\"…\"")
                .replaceAll("\"(micros|recorded|meanMicroseconds)\":[0-9.E]+", "\"$1\":0")
                .replaceAll("\\.drl:[0-9]+:[0-9]+", ".drl")
                .replaceAll("[0-9-]{10}T[0-9:.]+Z", "…")
                .replaceAll("draft-[0-9]+-[0-9]+", "draft-…");
    }

    /** What was looked at of the health of the service comes in no certain order. */
    private static JsonNode sorted(JsonNode value) {
        if (!value.path("checks").isArray()) {
            return value;
        }
        List<JsonNode> checks = new ArrayList<>(elements(value.get("checks")));
        checks.sort(Comparator.comparing(check -> check.get("name").asString()));
        ObjectNode sorted = value.asObject().deepCopy();
        sorted.putArray("checks").addAll(checks);
        return sorted;
    }
}
