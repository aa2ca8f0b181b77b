package org.noteworthy.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.noteworthy.notes.text.Nearest;

/** Refuses a parameter that a call does not have: a misspelt one would otherwise be passed over in silence. */
final class KnownParameters {
    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void look(ContainerRequestContext request, ResourceInfo call) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        List<String> names = known.computeIfAbsent(call.getResourceMethod(), KnownParameters::names);
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw ProblemException.of(400, "Unknown parameter", sentence(name, names));
            }
            if (values.size() > 1) {
                throw ProblemException.of(
                        400,
                        "Repeated parameter",
                        "The parameter " + name + " is given " + values.size()
                                + " times, and this call takes it once. Keep one.");
            }
        });
    }

    private static String sentence(String name, List<String> names) {
        String begun = "This call has no parameter \"" + name + "\".";
        if (names.isEmpty()) {
            return begun + " It has none.";
        }
        return begun + Nearest.maybe(name, names, " It has " + String.join(", ", names) + ".");
    }

    private static List<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(parameter -> parameter != null)
                .map(QueryParam::value)
                .toList();
    }
}
