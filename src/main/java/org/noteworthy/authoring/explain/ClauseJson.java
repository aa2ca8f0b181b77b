package org.noteworthy.authoring.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Confirmation;
import org.noteworthy.playbooks.edition.Edition;

/** Clauses with their rules and fixtures as JSON: the shape that the command line and the HTTP api share. */
public final class ClauseJson {
    private ClauseJson() {}

    /** Writes clauses of an edition as one object. */
    public static void write(JsonGenerator json, Edition edition, List<Clause> clauses, RuleFixtures fixtures)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("playbook", edition.version());
        json.writeStringField("digest", edition.digest());
        json.writeArrayFieldStart("clauses");
        for (Clause clause : clauses) {
            write(json, TracedClause.of(clause, edition, fixtures));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes one clause as an object. */
    public static void write(JsonGenerator json, TracedClause traced) throws IOException {
        Clause clause = traced.clause();
        json.writeStartObject();
        json.writeStringField("id", clause.id());
        json.writeStringField("title", clause.title());
        json.writeStringField("text", clause.text());
        RuleJson.texts(json, "readings", clause.readings());
        json.writeStringField("judgedBy", clause.judge().word());
        RuleJson.texts(
                json,
                "rules",
                traced.rules().stream().map(rule -> rule.rule().id()).toList());
        json.writeStringField("checkedBy", traced.check().word());
        json.writeStringField("hash", clause.hash());
        RuleJson.texts(json, "source", clause.source());
        json.writeArrayFieldStart("trace");
        for (TracedRule rule : traced.rules()) {
            write(json, rule);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TracedRule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", rule.rule().id());
        json.writeStringField("standing", rule.standing().word());
        if (rule.confirmation().isPresent()) {
            Confirmation confirmation = rule.confirmation().get();
            json.writeStringField("confirmedHash", confirmation.clauseHash());
            if (confirmation.on() != null) {
                json.writeStringField("confirmedOn", confirmation.on().toString());
            }
            if (!confirmation.by().isEmpty()) {
                json.writeStringField("confirmedBy", confirmation.by());
            }
        }
        RuleJson.texts(json, "fixtures", rule.fixtures());
        json.writeEndObject();
    }
}
