package org.noteworthy.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.noteworthy.notes.text.Nearest;

/** Refuses a parameter that a call does not have: a misspelt one would otherwise be passed over in silence. */
final class KnownParameters {
    /** How often a parameter may be given that takes several values. */
    private static final int MOST = 100;

    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void look(ContainerRequestContext request, ResourceInfo call) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Map<String, Boolean> names = known.computeIfAbsent(call.getResourceMethod(), KnownParameters::names);
        given.forEach((name, values) -> {
            Boolean several = names.get(name);
            if (several == null) {
                throw ProblemException.of(400, "Unknown parameter", sentence(name, List.copyOf(names.keySet())));
            }
            if (several ? values.size() > MOST : values.size() > 1) {
                throw ProblemException.of(
                        400,
                        "Repeated parameter",
                        "The parameter " + name + " is given " + values.size() + " times, and this call takes it "
                                + (several ? "up to " + MOST + " times." : "once. Keep one."));
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

    private static boolean takesSeveral(AnnotatedElement parameter) {
        return parameter instanceof Parameter argument
                ? argument.getType() == List.class
                : ((Field) parameter).getType() == List.class;
    }

    /** Those that it has, each with whether it takes several values. */
    private static Map<String, Boolean> names(Method method) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .forEach(parameter ->
                        names.put(parameter.getAnnotation(QueryParam.class).value(), takesSeveral(parameter)));
        return names;
    }
}
