package org.noteworthy.api;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.failure.UserException;

/**
 * Whatever keeps a call from being answered as asked, as one form of answer: a problem in JSON (RFC 9457). What is our
 * own fault is logged under a number that the caller is told; nothing else of it leaves the service.
 */
public final class Problems {
    private static final Logger LOG = Logger.getLogger("noteworthy.problems");
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Map<Integer, Problem> OF_STATUS = Map.of(
            400, Problem.of(400, "Malformed request", "The path, a parameter or a header of this call cannot be read."),
            404,
                    Problem.of(
                            404,
                            "No such call",
                            "There is nothing at this address. /v1 lists the calls, /q/swagger-ui shows them."),
            405,
                    Problem.of(
                            405,
                            "Method not allowed",
                            "This address takes another method: checks and replays are POST, playbooks and the audit log are GET,"
                                    + " holds and drafts take others too."),
            406,
                    Problem.of(
                            406,
                            "Not acceptable",
                            "This call answers in application/json, batches in application/x-ndjson too, files in text/plain, decisions in application/x-ndjson and text/csv too. Change Accept."),
            413, Problem.of(413, "Too large", "This call is larger than the service takes."),
            415,
                    Problem.of(
                            415,
                            "Unsupported media type",
                            "This call takes application/json, batches and folders application/x-ndjson too, files application/octet-stream. Set Content-Type."));

    @ServerExceptionMapper
    Response of(ProblemException e) {
        return Answers.problem(e.problem());
    }

    /** What a caller can get wrong, and what the owners of the rules or of the audit log have to mend. */
    @ServerExceptionMapper
    Response of(UserException e) {
        if (e instanceof InvalidQueryException) {
            return Answers.problem(Problem.of(400, "Unanswerable question", e.sentence()));
        }
        if (e instanceof AuditException) {
            LOG.warnf("The audit log cannot be read: %s", e.getMessage());
            return Answers.problem(Problem.of(503, "The audit log cannot be read", e.sentence()));
        }
        return Answers.problem(Reviewer.problem(e));
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo address) {
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return ours(e);
        }
        Response problem = Answers.problem(ofStatus(status));
        if (status == METHOD_NOT_ALLOWED) {
            problem.getHeaders().putSingle(HttpHeaders.ALLOW, AllowedMethods.at(address.getPath()));
        }
        return problem;
    }

    /** Whoever sent the body has broken off; hardly anybody is there to read this. */
    @ServerExceptionMapper
    Response brokenOff(IOException e) {
        LOG.debugf(e, "A call broke off");
        return Answers.problem(Problem.of(400, "Broken off", "The body of this call ended before it was complete."));
    }

    /** One call needed more memory than there was; the others go on. */
    @ServerExceptionMapper
    Response outOfMemory(OutOfMemoryError e) {
        LOG.errorf("A call needed more memory than there is, and was ended: %s", e.getMessage());
        return Answers.problem(
                Problem.of(
                        Answers.BUSY,
                        "No memory left",
                        "This call needed more memory than the service has left. Send less at once, or try again in a moment."));
    }

    @ServerExceptionMapper
    Response ours(Throwable e) {
        return Answers.problem(logged(e));
    }

    /** What goes wrong before a call is found: paths that cannot be read, addresses of nothing. */
    void atTheDoor(@Observes Router router) {
        OF_STATUS.forEach((status, problem) -> router.errorHandler(status, context -> answer(context, problem)));
        router.errorHandler(500, context -> answer(context, logged(context.failure())));
    }

    private static Problem logged(Throwable e) {
        String number = UUID.randomUUID().toString();
        LOG.errorf(e, "Fault %s", number);
        return Problem.of(
                500, "Internal error", "Something went wrong inside the service. Its log has it under " + number + ".");
    }

    /** What a caller is told where nothing more than the status is known. */
    public static Problem ofStatus(int status) {
        return OF_STATUS.getOrDefault(
                status, Problem.of(status, "Refused", "The service does not take this call as it is."));
    }

    /** The answer to a call whose body is not taken. */
    static Response last(RoutingContext call, Problem problem) {
        endAfter(call);
        return Answers.problem(problem);
    }

    /** Answers a call whose body is not taken, where no call was looked for yet. */
    public static void answerAndClose(RoutingContext call, Problem problem) {
        endAfter(call);
        answer(call, problem);
    }

    /** Over HTTP/2 other calls come by the same connection. */
    private static void endAfter(RoutingContext call) {
        if (call.request().version() != HttpVersion.HTTP_2) {
            call.response().putHeader("Connection", "close");
        }
    }

    /** Answers a call with what is wrong with it. */
    public static void answer(RoutingContext context, Problem problem) {
        if (!context.response().ended()) {
            if (problem.status() == METHOD_NOT_ALLOWED) {
                context.response().putHeader(HttpHeaders.ALLOW, AllowedMethods.at(context.normalizedPath()));
            }
            context.response().setStatusCode(problem.status()).putHeader("Content-Type", Answers.PROBLEM);
            if (problem.status() == Answers.BUSY) {
                context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Answers.RETRY_AFTER));
            }
            context.response().end(io.vertx.core.buffer.Buffer.buffer(Answers.bytes(problem)));
        }
    }
}
