package org.noteworthy.api;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods an address takes, for whoever called it by another one. */
final class AllowedMethods {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final List<Call> CALLS =
            CallsResource.CALLS.stream().map(Call::of).toList();

    private AllowedMethods() {}

    private record Call(String method, Pattern path) {
        static Call of(String written) {
            int blank = written.indexOf(' ');
            String path = Arrays.stream(written.substring(blank + 1).split("/", -1))
                    .map(part ->
                            part.equals("{path}") ? ".+" : NAME.matcher(part).replaceAll("[^/]+"))
                    .collect(Collectors.joining("/"));
            return new Call(written.substring(0, blank), Pattern.compile(path + "/?"));
        }
    }

    /** Whether an address takes that method. */
    static boolean take(String path, String method) {
        return CALLS.stream()
                .anyMatch(call -> call.method().equals(method)
                        && call.path().matcher(path).matches());
    }

    /** The value of {@code Allow} for an address; what only shows something takes GET. */
    static String at(String path) {
        List<String> methods = CALLS.stream()
                .filter(call -> call.path().matcher(path).matches())
                .map(Call::method)
                .toList();
        return (methods.isEmpty() ? Stream.of("GET") : methods.stream())
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
