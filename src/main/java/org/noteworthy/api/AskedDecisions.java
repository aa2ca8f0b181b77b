package org.noteworthy.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;

/** The parameters that say which decisions are asked for. */
public record AskedDecisions(
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("edition") @Nullable String edition,
        @QueryParam("digest") @Nullable String digest,
        @QueryParam("rule") @Nullable String rule,
        @QueryParam("severity") @Nullable String severity,
        @QueryParam("role") @Nullable String role,
        @QueryParam("noteType") @Nullable String noteType,
        @QueryParam("author") @Nullable String author,
        @QueryParam("engagement") @Nullable String engagement,
        @QueryParam("caller") @Nullable String caller,
        @QueryParam("verdict") @Nullable String verdict,
        @QueryParam("note") @Nullable String note) {

    DecisionQuery query() {
        return DecisionQuery.asked(from, to, this::value);
    }

    private @Nullable String value(DecisionField field) {
        return switch (field) {
            case EDITION -> edition;
            case DIGEST -> digest;
            case RULE -> rule;
            case SEVERITY -> severity;
            case ROLE -> role;
            case NOTE_TYPE -> noteType;
            case AUTHOR -> author;
            case ENGAGEMENT -> engagement;
            case CALLER -> caller;
            case VERDICT -> verdict;
            case NOTE -> note;
        };
    }
}
