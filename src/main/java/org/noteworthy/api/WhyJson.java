package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.noteworthy.authoring.explain.OutcomeExplanation;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.report.DetailJson;
import org.noteworthy.report.PlacesJson;

/** A report in full which also tells why each rule ended as it did, and which words were read as what. */
final class WhyJson {
    private WhyJson() {}

    static void write(JsonGenerator json, Checked checked, Library library) throws IOException {
        json.writeStartObject();
        DetailJson.writeFields(json, checked);
        json.writeObjectFieldStart("reasons");
        var judged = library.serving(checked.report().playbook())
                .filter(playbook ->
                        playbook.edition().digest().equals(checked.report().digest()));
        if (judged.isPresent()) {
            for (Rule rule : judged.get().edition().rules()) {
                json.writeArrayFieldStart(rule.id());
                for (String sentence : OutcomeExplanation.of(judged.get(), rule, checked)) {
                    json.writeString(Characters.wellFormed(sentence));
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
        json.writeFieldName("places");
        PlacesJson.write(json, checked.note());
        json.writeEndObject();
    }
}
