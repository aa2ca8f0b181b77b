package org.noteworthy.authoring.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.noteworthy.playbooks.edition.Flaw;
import org.noteworthy.report.ArtifactUri;
import org.noteworthy.report.Fingerprint;
import org.noteworthy.report.ReportJson;
import org.noteworthy.report.SarifCatalogue;
import org.noteworthy.report.SarifFormat;

/** Findings as SARIF 2.1.0: one run, a rule for each code, a result for each finding. */
final class FindingSarif {
    private FindingSarif() {}

    static void write(OutputStream out, List<Linted> editions, String productVersion) throws IOException {
        JsonGenerator json = ReportJson.prettyGenerator(out);
        json.writeStartObject();
        json.writeStringField("$schema", SarifFormat.SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        writeTool(json, productVersion);
        json.writeArrayFieldStart("results");
        for (Linted edition : editions) {
            for (Finding finding : edition.findings()) {
                write(json, edition, finding);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static void writeTool(JsonGenerator json, String productVersion) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Noteworthy lint");
        ReportJson.text(json, "version", productVersion);
        json.writeArrayFieldStart("rules");
        for (Code code : Code.values()) {
            json.writeStartObject();
            json.writeStringField("id", code.word());
            SarifCatalogue.writeMessage(json, "shortDescription", code.about());
            SarifCatalogue.writeMessage(json, "fullDescription", code.about() + " " + code.why());
            json.writeObjectFieldStart("help");
            json.writeStringField("text", code.about() + " " + code.why() + "\n\n" + code.wayOut());
            json.writeStringField("markdown", "**" + code.about() + "** " + code.why() + "\n\n" + code.wayOut());
            json.writeEndObject();
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", SarifCatalogue.level(code.severity()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Linted edition, Finding finding) throws IOException {
        Flaw flaw = finding.flaw();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.code().word());
        json.writeNumberField("ruleIndex", List.of(Code.values()).indexOf(finding.code()));
        json.writeStringField("level", SarifCatalogue.level(finding.code().severity()));
        SarifCatalogue.writeMessage(json, "message", flaw.sentence());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", ArtifactUri.of(edition.file(finding)));
        json.writeEndObject();
        if (flaw.line() > 0) {
            json.writeObjectFieldStart("region");
            FindingJson.writeRegion(
                    json, edition, finding, new String[] {"startLine", "startColumn", "endLine", "endColumn"});
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(
                "noteworthyFinding/v1", Fingerprint.of(finding.code().word(), flaw.file(), flaw.sentence()));
        json.writeEndObject();
        json.writeEndObject();
    }
}
