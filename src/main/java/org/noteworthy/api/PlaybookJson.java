package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.EditionDiff;
import org.noteworthy.authoring.explain.RuleJson;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/** Editions, rules and differences as JSON: field names and order that every caller can rely on. */
final class PlaybookJson {
    private final PlaybookSnapshot now;
    private final @Nullable String inForce;

    PlaybookJson(PlaybookSnapshot now, LocalDate today) {
        this.now = now;
        inForce = now.library().inForceOn(today).orElse(null);
    }

    /** Every edition, oldest first, and when the folder was last looked at. */
    void write(JsonGenerator json, Instant looked) throws IOException {
        json.writeStartObject();
        text(json, "inForce", inForce);
        text(json, "problem", now.lost());
        json.writeStringField("looked", looked.toString());
        json.writeArrayFieldStart("playbooks");
        for (String version : now.library().versions()) {
            json.writeStartObject();
            writeStanding(json, version);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One edition with the list of its files. */
    void writeWithFiles(JsonGenerator json, String version) throws IOException {
        json.writeStartObject();
        writeStanding(json, version);
        json.writeArrayFieldStart("files");
        Playbook playbook = now.library().serving(version).orElse(null);
        for (String file :
                playbook == null ? List.<String>of() : playbook.files().names()) {
            json.writeString(file);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeStanding(JsonGenerator json, String version) throws IOException {
        Library library = now.library();
        List<Diagnostic> diagnostics = library.diagnostics(version);
        Playbook playbook = library.serving(version).orElse(null);
        json.writeStringField("version", version);
        json.writeStringField("state", diagnostics.isEmpty() ? "active" : "rejected");
        json.writeBooleanField("serving", playbook != null);
        json.writeBooleanField("inForce", version.equals(inForce));
        text(
                json,
                "inForceFrom",
                library.inForceFrom(version).map(LocalDate::toString).orElse(null));
        text(
                json,
                "inForceTo",
                library.inForceTo(version).map(LocalDate::toString).orElse(null));
        if (playbook != null) {
            Edition edition = playbook.edition();
            json.writeStringField("title", edition.title());
            json.writeStringField("source", edition.source());
            json.writeStringField("digest", edition.digest());
            json.writeStringField("since", String.valueOf(now.since().get(version)));
            json.writeNumberField("rules", edition.rules().size());
            json.writeNumberField("clauses", edition.clauses().size());
        }
        json.writeArrayFieldStart("reasons");
        for (Diagnostic diagnostic : diagnostics) {
            json.writeStartObject();
            json.writeStringField("file", diagnostic.file());
            if (diagnostic.line() > 0) {
                json.writeNumberField("line", diagnostic.line());
            }
            if (diagnostic.column() > 0) {
                json.writeNumberField("column", diagnostic.column());
            }
            json.writeStringField("detail", diagnostic.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeRules(JsonGenerator json, Edition edition) throws IOException {
        begin(json, edition);
        json.writeArrayFieldStart("rules");
        for (Rule rule : edition.rules()) {
            RuleJson.write(json, rule);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, String from, String to, EditionDiff diff) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", from);
        json.writeStringField("to", to);
        json.writeArrayFieldStart("changes");
        for (EditionDiff.Change change : diff.changes()) {
            json.writeStartObject();
            json.writeStringField("kind", change.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("what", change.what());
            json.writeStringField("name", change.name());
            RuleJson.texts(json, "details", change.details());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void begin(JsonGenerator json, Edition edition) throws IOException {
        json.writeStartObject();
        json.writeStringField("playbook", edition.version());
        json.writeStringField("digest", edition.digest());
    }

    private static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }
}
