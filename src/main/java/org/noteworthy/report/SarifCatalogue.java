package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.Severity;

/**
 * The rules and clauses that a SARIF run refers to, gathered from the editions as results name them.
 *
 * <p>A rule is one entry of {@code tool.driver.rules}, whatever the number of editions that have it, since readers
 * track findings by rule id; it is described as the newest of the run's editions has it. What the edition at hand says
 * is found through a result's {@code taxa}: each edition is a taxonomy of its own, and its clauses are the taxa.
 */
public final class SarifCatalogue {
    private final Function<String, Edition> editions;
    private final Map<String, UsedEdition> used = new LinkedHashMap<>();
    private final Map<String, Integer> rules = new LinkedHashMap<>();

    SarifCatalogue(Function<String, Edition> editions) {
        this.editions = editions;
    }

    /** An edition that a result named, its id in the file, and the places of its clauses among its taxa. */
    private record UsedEdition(Edition edition, String guid, Map<String, Integer> clauses) {}

    /** Takes note of an edition, so that all its rules are listed. */
    void use(String version) {
        if (used.containsKey(version)) {
            return;
        }
        Edition edition = editions.apply(version);
        Map<String, Integer> clauses = new HashMap<>();
        for (Clause clause : edition.clauses()) {
            clauses.put(clause.id(), clauses.size());
        }
        String name = edition.version() + " " + edition.digest();
        String guid =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        used.put(version, new UsedEdition(edition, guid, clauses));
        for (Rule rule : edition.rules()) {
            ruleIndex(rule.id());
        }
    }

    /** Place of that rule in {@code tool.driver.rules}. */
    int ruleIndex(String rule) {
        return rules.computeIfAbsent(rule, id -> rules.size());
    }

    /** Writes the reference to a clause as its edition has it, as one object. */
    void writeClause(JsonGenerator json, String version, String clause) throws IOException {
        UsedEdition edition = used.get(version);
        json.writeStartObject();
        ReportJson.text(json, "id", clause);
        if (edition != null) {
            Integer index = edition.clauses().get(clause);
            if (index != null) {
                json.writeNumberField("index", index);
            }
            json.writeFieldName("toolComponent");
            writeReference(json, edition);
        }
        json.writeEndObject();
    }

    /** Writes {@code tool}. */
    void writeTool(JsonGenerator json, String productVersion) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Noteworthy");
        ReportJson.text(json, "version", productVersion);
        json.writeArrayFieldStart("rules");
        List<UsedEdition> newestFirst = new ArrayList<>(used.values());
        newestFirst.sort(
                Comparator.comparing((UsedEdition each) -> each.edition().inForceFrom())
                        .reversed());
        for (String rule : rules.keySet()) {
            writeRule(json, rule, newestFirst);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("supportedTaxonomies");
        for (UsedEdition edition : used.values()) {
            writeReference(json, edition);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeRule(JsonGenerator json, String id, List<UsedEdition> newestFirst) throws IOException {
        json.writeStartObject();
        ReportJson.text(json, "id", id);
        for (UsedEdition edition : newestFirst) {
            Rule rule = edition.edition().rule(id).orElse(null);
            if (rule != null) {
                writeRule(json, rule, edition.edition());
                break;
            }
        }
        json.writeEndObject();
    }

    private void writeRule(JsonGenerator json, Rule rule, Edition edition) throws IOException {
        String about = rule.about().isBlank() ? rule.message() : rule.about();
        Clause clause = edition.clause(rule.clause()).orElse(null);
        writeMessage(json, "shortDescription", firstSentence(about));
        writeMessage(json, "fullDescription", about);
        json.writeObjectFieldStart("help");
        ReportJson.text(json, "text", clause == null ? about : about + "\n\n" + SarifHelp.plain(clause));
        ReportJson.text(json, "markdown", clause == null ? about : about + "\n\n" + SarifHelp.markdown(clause));
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(rule.severity()));
        json.writeEndObject();
        json.writeArrayFieldStart("relationships");
        json.writeStartObject();
        json.writeFieldName("target");
        writeClause(json, edition.version(), rule.clause());
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        ReportJson.text(json, "playbook", edition.version());
        json.writeEndObject();
    }

    /** Writes {@code taxonomies}: the editions with their clauses. */
    void writeTaxonomies(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("taxonomies");
        for (UsedEdition each : used.values()) {
            Edition edition = each.edition();
            json.writeStartObject();
            ReportJson.text(json, "name", name(edition));
            json.writeStringField("guid", each.guid());
            ReportJson.text(json, "version", edition.version());
            json.writeStringField("releaseDateUtc", edition.inForceFrom().toString());
            writeMessage(json, "shortDescription", edition.title());
            writeMessage(json, "fullDescription", edition.source());
            json.writeBooleanField("isComprehensive", true);
            json.writeArrayFieldStart("taxa");
            for (Clause clause : edition.clauses()) {
                json.writeStartObject();
                ReportJson.text(json, "id", clause.id());
                writeMessage(json, "shortDescription", clause.title());
                writeMessage(json, "fullDescription", clause.text());
                json.writeObjectFieldStart("help");
                ReportJson.text(json, "text", SarifHelp.plain(clause));
                ReportJson.text(json, "markdown", SarifHelp.markdown(clause));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("properties");
            ReportJson.text(json, "digest", edition.digest());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes {@code editions}, the provenance of every verdict of the run. */
    void writeProvenance(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("editions");
        for (UsedEdition each : used.values()) {
            json.writeStartObject();
            ReportJson.text(json, "playbook", each.edition().version());
            ReportJson.text(json, "digest", each.edition().digest());
            json.writeStringField("inForceFrom", each.edition().inForceFrom().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The level that SARIF has for a severity. */
    public static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /**
     * Writes a field that is an object with the one field {@code text}. Where {@code [one](two)} would be a link for its
     * reader, the brackets are kept apart.
     */
    public static void writeMessage(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        ReportJson.text(json, "text", text.replace("](", "] ("));
        json.writeEndObject();
    }

    private static void writeReference(JsonGenerator json, UsedEdition edition) throws IOException {
        json.writeStartObject();
        ReportJson.text(json, "name", name(edition.edition()));
        json.writeStringField("guid", edition.guid());
        json.writeEndObject();
    }

    private static String name(Edition edition) {
        return "playbook " + edition.version();
    }

    private static String firstSentence(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i - 1) == '.' && Character.isWhitespace(text.charAt(i))) {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
