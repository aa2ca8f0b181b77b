package org.noteworthy.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Facet;
import org.noteworthy.audit.Question;

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

    Question question() {
        return Question.asked(from, to, this::value);
    }

    private @Nullable String value(Facet facet) {
        return switch (facet) {
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
