package org.noteworthy.authoring.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.noteworthy.authoring.explain.RuleExamples.Example;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.report.RecordJson;

/** Rules as JSON, the same over HTTP and from the command line. */
public final class RuleJson {
    private RuleJson() {}

    /** Writes an explanation as one object. */
    public static void writeExplanation(
            JsonGenerator json, Explanation explanation, RuleFixtures fixtures, RuleExamples examples)
            throws IOException {
        Edition edition = explanation.edition();
        Clause clause = explanation.clause();
        json.writeStartObject();
        json.writeStringField("playbook", edition.version());
        json.writeStringField("digest", edition.digest());
        json.writeFieldName("rule");
        write(json, explanation.rule(), explanation.violatedWhen());
        texts(json, "violatedWhen", explanation.violatedWhen());
        if (clause != null) {
            json.writeFieldName("clause");
            ClauseJson.write(json, TracedClause.of(clause, edition, fixtures));
        }
        texts(json, "editions", explanation.editions());
        json.writeArrayFieldStart("changes");
        for (Explanation.Changed changed : explanation.changes()) {
            json.writeStartObject();
            json.writeStringField("playbook", changed.version());
            texts(json, "details", changed.details());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("examples");
        examples(json, "violates", examples.violating());
        examples(json, "passes", examples.passing());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void examples(JsonGenerator json, String field, List<Example> examples) throws IOException {
        json.writeArrayFieldStart(field);
        for (Example example : examples) {
            json.writeStartObject();
            json.writeStringField("file", example.file());
            texts(json, "lines", example.lines());
            if (example.note() != null) {
                json.writeFieldName("note");
                RecordJson.write(json, example.note());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the rules of an edition as one object. */
    public static void write(JsonGenerator json, Playbook playbook) throws IOException {
        Edition edition = playbook.edition();
        json.writeStartObject();
        json.writeStringField("playbook", edition.version());
        json.writeStringField("digest", edition.digest());
        json.writeArrayFieldStart("rules");
        for (Rule rule : edition.rules()) {
            write(json, rule, Explanation.violatedWhen(playbook, rule));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Rule rule, List<String> violatedWhen) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("severity", rule.severity().word());
        json.writeStringField("clause", rule.clause());
        json.writeStringField("about", rule.about());
        json.writeStringField("judges", rule.subject().name().toLowerCase(Locale.ROOT));
        texts(json, "roles", rule.roles());
        texts(json, "noteTypes", rule.noteTypes());
        texts(json, "needs", rule.needs());
        json.writeStringField("condition", rule.condition().strip());
        texts(json, "violatedWhen", violatedWhen);
        json.writeStringField("message", rule.message());
        json.writeStringField("file", rule.file());
        json.writeNumberField("line", rule.line());
        json.writeEndObject();
    }

    /** Writes a list of texts as a field. */
    public static void texts(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
