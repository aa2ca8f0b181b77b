package org.noteworthy.api.openapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.noteworthy.api.Problems;

/**
 * Hands out the description of the calls as the build has written it. The platform would read all of it at each start and
 * write it again in both forms, asked for or not, which takes as long as opening the editions; {@code serve} hides it.
 */
@ApplicationScoped
public class DescriptionFiles {
    private static final String PATH = "/q/openapi";
    private static final String JSON = "JSON";
    private static final int BEFORE_THE_PLATFORM = -1;

    void at(@Observes Router router) {
        for (String end : new String[] {"", ".json", ".yaml", ".yml"}) {
            Route description = router.route(PATH + end).order(BEFORE_THE_PLATFORM);
            description.method(HttpMethod.GET).method(HttpMethod.HEAD).blockingHandler(this::answer);
            Route others = router.route(PATH + end).order(BEFORE_THE_PLATFORM);
            others.handler(call -> Problems.answer(call, Problems.ofStatus(405)));
        }
    }

    private void answer(RoutingContext call) {
        String form = isJson(call) ? JSON : "YAML";
        call.response()
                .putHeader("Content-Type", "application/" + form.toLowerCase(Locale.ROOT) + ";charset=UTF-8")
                .end(Buffer.buffer(read(form)));
    }

    private static boolean isJson(RoutingContext call) {
        String format = call.request().getParam("format");
        String accept = call.request().getHeader("Accept");
        return call.normalizedPath().endsWith(".json")
                || call.normalizedPath().equals(PATH)
                        && (format == null
                                ? accept != null && accept.contains("application/json")
                                : format.equalsIgnoreCase(JSON));
    }

    private static byte[] read(String form) {
        String name = "META-INF/quarkus-generated-openapi-doc." + form;
        try (InputStream written = DescriptionFiles.class.getClassLoader().getResourceAsStream(name)) {
            return Objects.requireNonNull(written, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
