package org.noteworthy.api.draft;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.noteworthy.api.Answers;
import org.noteworthy.api.answer.draft.StaleSave;
import org.noteworthy.authoring.form.FormException;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.drafts.DraftException;
import org.noteworthy.drafts.StaleSaveException;
import org.noteworthy.drafts.text.TableException;

/** What cannot be done with a draft, as an answer. */
final class DraftProblems {

    @ServerExceptionMapper
    Response of(DraftException e) {
        return switch (e.kind()) {
            case UNKNOWN -> answer(404, "No such draft", e);
            case CONFLICT -> answer(409, "Not as it stands", e);
            case INVALID -> answer(422, "Not a draft", e);
            case FORBIDDEN -> answer(403, "Not by you", e);
            case STALE -> answer(412, "Changed since", e);
            case UNCONDITIONAL -> answer(428, "State not named", e);
            case UNAVAILABLE -> answer(503, "Drafts out of reach", e);
        };
    }

    private static Response answer(int status, String title, DraftException e) {
        return Answers.problem(Problem.of(status, title, e.sentence()));
    }

    /** A save of what has changed since comes back with both states, so that nothing of it is lost. */
    @ServerExceptionMapper
    Response of(StaleSaveException e) {
        StaleSave stale = new StaleSave(
                "about:blank",
                "Changed since",
                412,
                e.sentence(),
                e.path(),
                e.current().orElse(null),
                e.difference().flatMap(each -> each.merged()).orElse(null),
                e.difference()
                        .map(each -> each.marked("your save", "the draft"))
                        .orElse(null));
        return Response.status(412)
                .type("application/problem+json")
                .entity(Answers.bytes(stale))
                .build();
    }

    @ServerExceptionMapper
    Response of(FormException e) {
        return Answers.problem(new Problem(
                422, "Not a form", e.sentence(), List.of(new Problem.FieldError(e.pointer(), e.sentence()))));
    }

    @ServerExceptionMapper
    Response of(TableException e) {
        return Answers.problem(
                e.stale()
                        ? Problem.of(409, "Row changed since", e.sentence())
                        : Problem.of(422, "Rows not changed", e.sentence()));
    }
}
