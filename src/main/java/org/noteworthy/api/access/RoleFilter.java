package org.noteworthy.api.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.noteworthy.access.CallTable;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.identity.CurrentIdentity;
import org.noteworthy.checking.outcome.Problem;

/** Holds a call against the table when it is known which one it is, and before anything of it is done. */
final class RoleFilter {
    private final Roles roles;
    private final SignInFailures failures;

    RoleFilter(Roles roles, SignInFailures failures) {
        this.roles = roles;
        this.failures = failures;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void look(SimpleResourceInfo matched, RoutingContext call) {
        // The methods are named as the calls are in their description.
        String operation = matched.getMethodName();
        if (CallTable.isOpen(operation)) {
            return;
        }
        if (!CurrentIdentity.isKnown(call)) {
            throw new ProblemException(failures.unknown(call));
        }
        Problem problem = roles.problem(operation, CurrentIdentity.of(call));
        if (problem != null) {
            throw new ProblemException(problem);
        }
    }
}
