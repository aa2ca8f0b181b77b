package org.noteworthy.api.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jspecify.annotations.Nullable;

/** The examples of what calls take and answer: a folder for each body, and in it a file for each example. */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds the examples of that folder to a body: texts where it is text, the others where it is JSON. */
    void addTo(String folder, @Nullable Content content) {
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replace(".json", "");
            Example example = read(file);
            if (content != null) {
                content.getMediaTypes().forEach((type, body) -> {
                    if (example.getValue() instanceof String != isJson(type)) {
                        body.addExample(name, example);
                    }
                });
            }
        }
    }

    private static boolean isJson(String type) {
        return type.endsWith("/json") || type.endsWith("+json");
    }

    private static List<Path> files(String folder) {
        URL place = Examples.class.getResource("/openapi/" + folder);
        if (place == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Example read(Path file) {
        try {
            Map<?, ?> written = JSON.readValue(file.toFile(), Map.class);
            return OASFactory.createExample()
                    .summary(String.valueOf(written.get("summary")))
                    .value(written.get("value"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
