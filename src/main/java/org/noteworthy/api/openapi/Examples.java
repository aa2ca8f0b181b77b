package org.noteworthy.api.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;

/** The examples of what calls take and answer: a folder for each body, and in it a file for each example. */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds the examples of that folder to a body: texts where it is text, the others where it is JSON. */
    void addTo(String folder, Content content) {
        URL place = Examples.class.getResource("/openapi/" + folder);
        if (place != null) {
            ClassPathUtils.consumeAsPath(place, path -> files(path).forEach(file -> add(file, content)));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Path file, Content content) {
        String name = file.getFileName().toString().replace(".json", "");
        Example example = read(file);
        content.getMediaTypes().forEach((type, body) -> {
            if (example.getValue() instanceof String != isJson(type)) {
                body.addExample(name, example);
            }
        });
    }

    private static boolean isJson(String type) {
        return type.endsWith("/json") || type.endsWith("+json");
    }

    private static Example read(Path file) {
        try {
            Map<?, ?> written = JSON.readValue(Files.readAllBytes(file), Map.class);
            return OASFactory.createExample()
                    .summary(String.valueOf(written.get("summary")))
                    .value(written.get("value"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
