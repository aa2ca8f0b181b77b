package org.noteworthy.audit.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;

/** A summary as JSON: field names and order that every caller can rely on. */
public final class SummaryJson {
    private SummaryJson() {}

    /** Writes it, as one object, with the time that was asked for. */
    public static void write(JsonGenerator json, DecisionQuery query, Summary summary) throws IOException {
        write(json, query, summary, null);
    }

    /** The same with groups, where there are any. */
    public static void write(JsonGenerator json, DecisionQuery query, Summary summary, @Nullable Groups groups)
            throws IOException {
        json.writeStartObject();
        if (query.from() != null) {
            json.writeStringField("from", query.from().toString());
        }
        if (query.to() != null) {
            json.writeStringField("to", query.to().toString());
        }
        for (Map.Entry<DecisionField, String> wanted : query.wanted().entrySet()) {
            json.writeStringField(wanted.getKey().word(), wanted.getValue());
        }
        json.writeObjectFieldStart("notes");
        write(json, summary.notes());
        json.writeEndObject();
        json.writeObjectFieldStart("engagements");
        write(json, summary.engagements());
        json.writeEndObject();
        json.writeArrayFieldStart("byRule");
        for (Summary.RuleCount each : summary.rules()) {
            json.writeStartObject();
            json.writeStringField("rule", each.rule());
            json.writeStringField("severity", each.severity());
            json.writeNumberField("notes", each.notes());
            json.writeNumberField("engagements", each.engagements());
            json.writeNumberField("violations", each.violations());
            writeWaived(json, each.waived());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(json, "byRole", DecisionField.ROLE.word(), summary.roles());
        write(json, "byNoteType", DecisionField.NOTE_TYPE.word(), summary.noteTypes());
        write(json, "byEdition", DecisionField.EDITION.word(), summary.editions());
        write(json, "byWeek", "week", summary.weeks());
        if (groups != null) {
            write(json, groups);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Groups groups) throws IOException {
        json.writeArrayFieldStart("by");
        for (Dimension each : groups.by()) {
            json.writeString(each.word());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("groups");
        for (Groups.Group group : groups.all()) {
            json.writeStartObject();
            for (int i = 0; i < group.values().size(); i++) {
                if (!group.values().get(i).isEmpty()) {
                    json.writeStringField(
                            groups.by().get(i).word(), group.values().get(i));
                }
            }
            if (group.count() != null) {
                write(json, group.count());
            }
            if (group.found() != null) {
                json.writeNumberField("judged", group.found().judged());
                json.writeNumberField("notes", group.found().notes());
                json.writeNumberField("engagements", group.found().engagements());
                json.writeNumberField("violations", group.found().violations());
                writeWaived(json, group.found().waived());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String field, String name, List<Summary.Named> counts)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (Summary.Named each : counts) {
            json.writeStartObject();
            if (each.name() != null) {
                json.writeStringField(name, each.name());
            }
            write(json, each.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Count count) throws IOException {
        json.writeNumberField("judged", count.judged());
        json.writeNumberField("compliant", count.compliant());
        if (count.rate().isPresent()) {
            json.writeNumberField("rate", count.rate().get());
        }
        json.writeNumberField("concerned", count.concerned());
        json.writeNumberField("violations", count.violations());
        writeWaived(json, count.waived());
    }

    private static void writeWaived(JsonGenerator json, long waived) throws IOException {
        if (waived > 0) {
            json.writeNumberField("waived", waived);
        }
    }
}
