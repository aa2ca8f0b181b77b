package org.noteworthy.authoring.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.report.ArtifactUri;
import org.noteworthy.report.Fingerprint;
import org.noteworthy.report.ReportJson;
import org.noteworthy.report.SarifCatalogue;
import org.noteworthy.report.SarifFormat;

/** Diagnostics as SARIF 2.1.0: one run, a rule for each code, a result for each diagnostic. */
final class DiagnosticSarif {
    private DiagnosticSarif() {}

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
            for (LintDiagnostic diagnostic : edition.diagnostics()) {
                write(json, edition, diagnostic);
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

    private static void write(JsonGenerator json, Linted edition, LintDiagnostic diagnostic) throws IOException {
        Diagnostic detail = diagnostic.detail();
        json.writeStartObject();
        json.writeStringField("ruleId", diagnostic.code().word());
        json.writeNumberField("ruleIndex", List.of(Code.values()).indexOf(diagnostic.code()));
        json.writeStringField("level", SarifCatalogue.level(diagnostic.code().severity()));
        SarifCatalogue.writeMessage(json, "message", detail.sentence());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", ArtifactUri.of(edition.file(diagnostic)));
        json.writeEndObject();
        if (detail.line() > 0) {
            json.writeObjectFieldStart("region");
            DiagnosticJson.writeRegion(
                    json, edition, diagnostic, new String[] {"startLine", "startColumn", "endLine", "endColumn"});
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(
                "noteworthyFinding/v1", Fingerprint.of(diagnostic.code().word(), detail.file(), detail.sentence()));
        json.writeEndObject();
        json.writeEndObject();
    }
}
