package org.noteworthy.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses a body that does not say what it is: guessing would judge something else than was meant. */
final class StatedType {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void look(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST) && !isType(request.getHeaderString("Content-Type"))) {
            throw new ProblemException(Problems.ofStatus(415));
        }
    }

    private static boolean isType(@Nullable String stated) {
        if (stated == null) {
            return false;
        }
        try {
            return MediaType.valueOf(stated) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
