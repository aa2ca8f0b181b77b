package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The description of the calls as the service hands it out: its calls, its examples, and its schemas to validate by. */
final class Description {
    private static final JsonMapper JSON = new JsonMapper();
    /** What is answered before it is known which call it is. */
    static final Set<String> AT_THE_GATE = Set.of("401", "403", "421", "429");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode document;
    private final Map<String, JsonNode> operations = new HashMap<>();
    private final Set<String> calls = new TreeSet<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    Description(String json) {
        document = JSON.readTree(json);
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            calls.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                            operations.put(
                                    operation.getValue().get("operationId").asString(), operation.getValue());
                        }));
    }

    /** Every call as method and address, e.g. {@code GET /v1/playbooks}. */
    Set<String> calls() {
        return calls;
    }

    /**
     * Every status of every call, e.g. {@code getRule 404}; without those that the platform answers in its own way, and
     * those that are answered at the gate.
     */
    Set<String> statuses() {
        Set<String> statuses = new TreeSet<>();
        operations.forEach((id, operation) -> operation.get("responses").properties().stream()
                .filter(response -> !response.getKey().endsWith("XX")
                        && !(AT_THE_GATE.contains(response.getKey())
                                && response.getValue().has("$ref")))
                .forEach(response -> statuses.add(id + " " + response.getKey())));
        return statuses;
    }

    /** Every operation that is described, by its method and address, e.g. {@code GET /v1/playbooks} is listPlaybooks. */
    Map<String, String> operationIds() {
        Map<String, String> ids = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> ids.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().get("operationId").asString())));
        return ids;
    }

    /** The example of what that call takes. */
    String request(String operation, String type, String example) {
        JsonNode value = operation(operation)
                .get("requestBody")
                .get("content")
                .get(type)
                .get("examples")
                .get(example)
                .get("value");
        return value.isString() ? value.asString() : value.toString();
    }

    /** What an answer of that call, status and media type may be: schema and examples. */
    JsonNode content(String operation, int status, String type) {
        JsonNode content = response(operation, status).path("content").path(type);
        assertThat(content.isObject())
                .as("%s %s in %s is described", operation, status, type)
                .isTrue();
        return content;
    }

    /** The examples of that name among the answers of a call. */
    List<JsonNode> examples(String operation, int status, String name) {
        List<JsonNode> examples = new ArrayList<>();
        for (JsonNode content : response(operation, status).path("content")) {
            if (content.has("examples") && content.get("examples").has(name)) {
                examples.add(content.get("examples").get(name).get("value"));
            }
        }
        return examples;
    }

    /** Everything that has a schema and examples of it: parameters, what calls take, what they answer. */
    List<Exemplified> exemplified() {
        List<Exemplified> found = new ArrayList<>();
        gather(document, "", found);
        return found;
    }

    /** A schema and one example of it, with its place in the document. */
    record Exemplified(String place, JsonNode schema, JsonNode value) {}

    private static void gather(JsonNode node, String place, List<Exemplified> found) {
        if (node.isObject() && node.has("schema")) {
            if (node.has("example")) {
                found.add(new Exemplified(place + "/example", node.get("schema"), node.get("example")));
            }
            if (node.has("examples")) {
                node.get("examples")
                        .properties()
                        .forEach(example -> found.add(new Exemplified(
                                place + "/examples/" + example.getKey(),
                                node.get("schema"),
                                example.getValue().get("value"))));
            }
        }
        node.properties().forEach(child -> gather(child.getValue(), place + "/" + child.getKey(), found));
    }

    /** Holds a value against a schema of the document. */
    void assertValid(JsonNode schema, JsonNode value) {
        Schema compiled = schemas.computeIfAbsent(schema, each -> {
            ObjectNode whole = JSON.createObjectNode();
            whole.putArray("allOf").add(each);
            whole.set("components", document.get("components"));
            return registry.getSchema(whole);
        });
        assertThat(compiled.validate(
                        value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s by %s", value, schema)
                .isEmpty();
    }

    /** One of the schemas by name. */
    static JsonNode schema(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** A body as a value: of JSON what it says, else the text. */
    static JsonNode value(String type, String body) {
        return type.endsWith("json") && !type.endsWith("ndjson") ? JSON.readTree(body) : StringNode.valueOf(body);
    }

    /** The folder in which the build finds the examples of that answer, below those of all. */
    String folder(String operation, int status) {
        JsonNode response = operation(operation).path("responses").path(String.valueOf(status));
        return response.has("$ref") ? response.get("$ref").asString().replaceAll(".*/", "") : operation + "/" + status;
    }

    private JsonNode response(String operation, int status) {
        JsonNode response = operation(operation).path("responses").path(String.valueOf(status));
        return response.has("$ref")
                ? document.at(response.get("$ref").asString().substring(1))
                : response;
    }

    private JsonNode operation(String id) {
        return Objects.requireNonNull(operations.get(id), () -> id + " is not described");
    }
}
