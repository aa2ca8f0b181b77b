package org.noteworthy.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;

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
        return new DecisionQueryBuilder()
                .with("from", from)
                .with("to", to)
                .with("edition", edition)
                .with("digest", digest)
                .with("rule", rule)
                .with("severity", severity)
                .with("role", role)
                .with("noteType", noteType)
                .with("author", author)
                .with("engagement", engagement)
                .with("caller", caller)
                .with("verdict", verdict)
                .with("note", note)
                .build();
    }
}
