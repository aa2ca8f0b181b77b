package org.noteworthy.cli.authoring;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.WaiverUse;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.waiver.Waiver;
import org.noteworthy.playbooks.waiver.Waiver.State;
import org.noteworthy.playbooks.waiver.Waiver.Subject;
import org.noteworthy.playbooks.waiver.WaiverFile;
import org.noteworthy.report.ReportJson;
import org.noteworthy.report.Words;

/**
 * Waivers for people and for programs.
 *
 * @param rules names of the rules of any edition
 * @param use how many violations each lets stand; null where no notes are at hand
 */
record WaiverList(
        LocalDate day,
        List<Waiver> waivers,
        Set<String> rules,
        @Nullable WaiverUse use) {

    void writeText(PrintStream out) {
        for (Waiver waiver : waivers) {
            String unknown = rules.contains(waiver.rule()) ? "" : ", but no edition has this rule";
            line(
                    out,
                    waiver.rule() + " for " + told(waiver.subject()) + ": "
                            + waiver.on(day).words() + unknown);
            line(
                    out,
                    "  " + waiver.from() + " to " + waiver.until() + ", owner " + waiver.owner() + ", "
                            + WaiverFile.NAME + ":" + waiver.line());
            line(out, "  " + waiver.justification());
            if (use != null && waiver.on(day) == State.IN_FORCE) {
                line(out, "  waives " + Words.count(use.of(waiver), "violation") + " of these notes");
            }
        }
        List<String> states = new ArrayList<>();
        for (State state : State.values()) {
            long count =
                    waivers.stream().filter(waiver -> waiver.on(day) == state).count();
            if (count > 0) {
                states.add(count + " " + state.words());
            }
        }
        line(
                out,
                Words.count(waivers.size(), "waiver")
                        + (states.isEmpty() ? "" : " on " + day + ": ")
                        + String.join(", ", states));
    }

    private static String told(Subject subject) {
        List<String> parts = new ArrayList<>();
        if (subject.engagement() != null) {
            parts.add("engagement " + subject.engagement());
        }
        if (subject.note() != null) {
            parts.add("note " + subject.note());
        }
        if (subject.author() != null) {
            parts.add("author " + subject.author());
        }
        return String.join(", ", parts);
    }

    private static void line(PrintStream out, String line) {
        out.print(Characters.harmless(line) + "\n");
    }

    void writeJson(PrintStream out) throws IOException {
        JsonGenerator json = ReportJson.prettyGenerator(out);
        json.writeStartObject();
        json.writeStringField("on", day.toString());
        json.writeArrayFieldStart("waivers");
        for (Waiver waiver : waivers) {
            json.writeStartObject();
            json.writeNumberField("line", waiver.line());
            json.writeStringField("state", waiver.on(day).word());
            ReportJson.text(json, "rule", waiver.rule());
            if (!rules.contains(waiver.rule())) {
                json.writeBooleanField("known", false);
            }
            ReportJson.text(json, "engagement", waiver.subject().engagement());
            ReportJson.text(json, "note", waiver.subject().note());
            ReportJson.text(json, "author", waiver.subject().author());
            ReportJson.text(json, "justification", waiver.justification());
            ReportJson.text(json, "owner", waiver.owner());
            json.writeStringField("from", waiver.from().toString());
            json.writeStringField("until", waiver.until().toString());
            if (use != null) {
                json.writeNumberField("violations", use.of(waiver));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
