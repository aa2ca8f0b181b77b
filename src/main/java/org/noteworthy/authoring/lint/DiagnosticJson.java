package org.noteworthy.authoring.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.ReportJson;

/** LintDiagnostics as one JSON object. Lines and columns count from 1, {@code endColumn} is exclusive; what is not known is absent. */
final class DiagnosticJson {
    private DiagnosticJson() {}

    static void write(OutputStream out, List<Linted> editions) throws IOException {
        JsonGenerator json = ReportJson.prettyGenerator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("editions");
        for (Linted edition : editions.stream().filter(Linted::isEdition).toList()) {
            json.writeString(Characters.wellFormed(edition.edition().version()));
        }
        json.writeEndArray();
        json.writeNumberField("errors", count(editions, Severity.ERROR));
        json.writeNumberField("warnings", count(editions, Severity.WARNING));
        json.writeArrayFieldStart("findings");
        for (Linted edition : editions) {
            for (LintDiagnostic diagnostic : edition.diagnostics()) {
                write(json, edition, diagnostic);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    /** How many diagnostics of that severity there are. */
    static long count(List<Linted> editions, Severity severity) {
        return editions.stream()
                .flatMap(edition -> edition.diagnostics().stream())
                .filter(diagnostic -> diagnostic.code().severity() == severity)
                .count();
    }

    private static void write(JsonGenerator json, Linted edition, LintDiagnostic diagnostic) throws IOException {
        Diagnostic detail = diagnostic.detail();
        json.writeStartObject();
        ReportJson.text(json, "file", edition.file(diagnostic));
        writeRegion(json, edition, diagnostic, new String[] {"line", "column", "endLine", "endColumn"});
        json.writeStringField("severity", diagnostic.code().severity().word());
        json.writeStringField("code", diagnostic.code().word());
        ReportJson.text(json, "message", detail.sentence());
        json.writeEndObject();
    }

    /** Writes where a diagnostic is, as far as that is known, under these names. */
    static void writeRegion(JsonGenerator json, Linted edition, LintDiagnostic diagnostic, String[] names)
            throws IOException {
        Diagnostic detail = diagnostic.detail();
        if (detail.line() == 0) {
            return;
        }
        json.writeNumberField(names[0], detail.line());
        if (detail.column() == 0) {
            return;
        }
        json.writeNumberField(names[1], detail.column());
        String text = edition.text(diagnostic).orElse(null);
        if (text != null && detail.length() > 0) {
            Region region = Region.of(text, detail);
            json.writeNumberField(names[2], region.endLine());
            json.writeNumberField(names[3], region.endColumn());
        }
    }
}
