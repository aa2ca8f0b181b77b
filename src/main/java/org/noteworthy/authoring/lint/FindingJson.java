package org.noteworthy.authoring.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Flaw;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.ReportJson;

/** Findings as one JSON object. Lines and columns count from 1, {@code endColumn} is exclusive; what is not known is absent. */
final class FindingJson {
    private FindingJson() {}

    static void write(OutputStream out, List<Linted> editions) throws IOException {
        JsonGenerator json = ReportJson.prettyGenerator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("editions");
        for (Linted edition : editions) {
            json.writeString(Characters.wellFormed(edition.edition().version()));
        }
        json.writeEndArray();
        json.writeNumberField("errors", count(editions, Severity.ERROR));
        json.writeNumberField("warnings", count(editions, Severity.WARNING));
        json.writeArrayFieldStart("findings");
        for (Linted edition : editions) {
            for (Finding finding : edition.findings()) {
                write(json, edition, finding);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    /** How many findings of that severity there are. */
    static long count(List<Linted> editions, Severity severity) {
        return editions.stream()
                .flatMap(edition -> edition.findings().stream())
                .filter(finding -> finding.code().severity() == severity)
                .count();
    }

    private static void write(JsonGenerator json, Linted edition, Finding finding) throws IOException {
        Flaw flaw = finding.flaw();
        json.writeStartObject();
        ReportJson.text(json, "file", edition.file(finding));
        writeRegion(json, edition, finding, new String[] {"line", "column", "endLine", "endColumn"});
        json.writeStringField("severity", finding.code().severity().word());
        json.writeStringField("code", finding.code().word());
        ReportJson.text(json, "message", flaw.sentence());
        json.writeEndObject();
    }

    /** Writes where a finding is, as far as that is known, under these names. */
    static void writeRegion(JsonGenerator json, Linted edition, Finding finding, String[] names) throws IOException {
        Flaw flaw = finding.flaw();
        if (flaw.line() == 0) {
            return;
        }
        json.writeNumberField(names[0], flaw.line());
        if (flaw.column() == 0) {
            return;
        }
        json.writeNumberField(names[1], flaw.column());
        String text = edition.text(finding).orElse(null);
        if (text != null && flaw.length() > 0) {
            Region region = Region.of(text, flaw);
            json.writeNumberField(names[2], region.endLine());
            json.writeNumberField(names[3], region.endColumn());
        }
    }
}
