package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Concerns;
import org.noteworthy.notes.Covid;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Prefix;
import org.noteworthy.notes.Spot;

/** Which words of a note were read as what, each with its place in the text as it was written. */
public final class PlacesJson {
    private final JsonGenerator json;
    private final Note note;

    private PlacesJson(JsonGenerator json, Note note) {
        this.json = json;
        this.note = note;
    }

    /** Writes them as an array of objects, those of every block of the note; what concerns all blocks once. */
    public static void write(JsonGenerator json, Note note) throws IOException {
        json.writeStartArray();
        PlacesJson first = new PlacesJson(json, note);
        first.block();
        for (Note further : note.further()) {
            new PlacesJson(json, further).block();
        }
        first.tags();
        json.writeEndArray();
    }

    private void block() throws IOException {
        for (Prefix.CodeUse code : note.prefix().codes()) {
            place("prefix.workloads", code.start(), code.end(), code.workload() == null ? null : code.spelling());
        }
        if (note.nextAction().present() && !note.nextAction().dated()) {
            for (Spot spot : note.nextAction().lookalike().spots()) {
                place("nextAction.lookalike", spot.start(), spot.end(), null);
            }
        }
        range("concerns.firstPartyWords", note.concerns().firstPartyAt());
        range("concerns.defectWords", note.concerns().defectAt());
    }

    private void tags() throws IOException {
        for (Covid.TagUse use : note.covid().uses()) {
            place("covid.tags", use.start(), use.end(), note.covid().tag());
        }
        mention(note.covid().slip());
        mention(note.covid().word());
    }

    private void mention(Covid.@Nullable TagUse use) throws IOException {
        if (use != null) {
            place("covid.mention", use.start(), use.end(), null);
        }
    }

    private void range(String property, Concerns.@Nullable Range range) throws IOException {
        if (range != null) {
            place(property, range.start(), range.end(), null);
        }
    }

    private void place(String property, int start, int end, @Nullable String value) throws IOException {
        Spot spot = note.visible().written(new Spot(null, start, end, null, List.of(), null, null));
        if (spot.end() > spot.start()) {
            json.writeStartObject();
            json.writeStringField("property", property);
            json.writeNumberField("start", spot.start());
            json.writeNumberField("end", spot.end());
            ReportJson.text(json, "value", value);
            json.writeEndObject();
        }
    }
}
