package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Fix;

/**
 * Locations, regions and fixes of SARIF.
 *
 * <p>Where a note stands in the file verbatim, a region is exact to the character and a fix can be applied to the file.
 * In a container such as CSV the text is quoted or escaped, so the region is the line at which the entry begins, a
 * logical location names entry and note, and there is no fix.
 */
final class SarifPlaces {
    private SarifPlaces() {}

    /** Writes {@code locations} for a violation of a note. */
    static void write(JsonGenerator json, Origin origin, String note, String text, Violation violation)
            throws IOException {
        if (!origin.verbatim()) {
            writeEntry(json, origin, "note", note);
            return;
        }
        begin(json, origin);
        json.writeFieldName("region");
        Place start = Place.of(violation);
        if (violation.found() == null) {
            json.writeStartObject();
            json.writeNumberField("startLine", start.inFile(origin).line());
            json.writeEndObject();
        } else {
            Place end = start.walk(text, violation.start(), violation.end());
            writeRegion(json, origin, new Range(start, violation.start(), end, violation.end()));
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Writes {@code locations} for what is one of many in its input; {@code kind} says what {@code name} names. */
    static void writeEntry(JsonGenerator json, Origin origin, String kind, @Nullable String name) throws IOException {
        begin(json, origin);
        if (origin.line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", origin.line());
            json.writeEndObject();
        }
        json.writeEndObject();
        String entry = origin.entry();
        if (entry != null || name != null) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            ReportJson.text(json, "name", name == null ? entry : name);
            ReportJson.text(json, "fullyQualifiedName", entry == null || name == null ? null : entry + "/" + name);
            ReportJson.text(json, "kind", name == null ? "entry" : kind);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Writes {@code fixes}, where one edit of the file mends the violation. */
    static void writeFix(JsonGenerator json, Origin origin, String text, Violation violation) throws IOException {
        Fix fix = violation.fix();
        if (fix == null || !origin.verbatim()) {
            return;
        }
        Place start = new Place(1, 1).walk(text, 0, fix.start());
        Place end = start.walk(text, fix.start(), fix.end());
        json.writeArrayFieldStart("fixes");
        json.writeStartObject();
        SarifCatalogue.writeMessage(json, "description", Wording.description(fix));
        json.writeArrayFieldStart("artifactChanges");
        json.writeStartObject();
        writeArtifact(json, origin);
        json.writeArrayFieldStart("replacements");
        json.writeStartObject();
        json.writeFieldName("deletedRegion");
        writeRegion(json, origin, new Range(start, fix.start(), end, fix.end()));
        SarifCatalogue.writeMessage(json, "insertedContent", fix.text());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeStringField("kind", fix.kind().word());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** A range of the note's text: its two ends as places and as offsets. */
    private record Range(Place from, int start, Place to, int end) {}

    private static void writeRegion(JsonGenerator json, Origin origin, Range range) throws IOException {
        Place from = range.from().inFile(origin);
        Place to = range.to().inFile(origin);
        json.writeStartObject();
        json.writeNumberField("startLine", from.line());
        json.writeNumberField("startColumn", from.column());
        json.writeNumberField("endLine", to.line());
        json.writeNumberField("endColumn", to.column());
        json.writeNumberField("charOffset", origin.offset() + range.start());
        json.writeNumberField("charLength", range.end() - range.start());
        json.writeEndObject();
    }

    private static void begin(JsonGenerator json, Origin origin) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        writeArtifact(json, origin);
    }

    private static void writeArtifact(JsonGenerator json, Origin origin) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", ArtifactUri.of(origin.input()));
        json.writeEndObject();
    }
}
