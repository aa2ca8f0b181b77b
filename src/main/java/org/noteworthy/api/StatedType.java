package org.noteworthy.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that does not say that it is JSON, or the bytes of a file: guessing would judge something else than was meant, and what a form of
 * any web page can send is not taken.
 */
final class StatedType {
    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final Set<String> KINDS = Set.of("json", "x-ndjson", "ndjson", "jsonl", "octet-stream");

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void look(ContainerRequestContext request) {
        if (WITH_BODY.contains(request.getMethod())
                && AllowedMethods.take(request.getUriInfo().getPath(), request.getMethod())
                && !isJson(request.getHeaderString("Content-Type"))) {
            throw new ProblemException(Problems.ofStatus(415));
        }
    }

    private static boolean isJson(@Nullable String stated) {
        if (stated == null) {
            return false;
        }
        try {
            MediaType type = MediaType.valueOf(stated);
            String kind = type.getSubtype().toLowerCase(Locale.ROOT);
            return type.getType().equalsIgnoreCase("application") && (KINDS.contains(kind) || kind.endsWith("+json"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
