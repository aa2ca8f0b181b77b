package org.noteworthy.api;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Hands the figures to collectors that name OpenMetrics, as Prometheus does, and to whoever asks for some of them by name
 * ({@code name[]}, as exporters take it); the platform, which answers all others, refuses its versions and lists of both
 * forms, and always hands out all figures.
 */
@ApplicationScoped
class OpenMetrics {
    private static final String OPEN = "application/openmetrics-text";
    private static final String PLAIN = "text/plain";
    private static final String IN_OPEN = OPEN + "; version=1.0.0; charset=utf-8";
    private static final String IN_PLAIN = PLAIN + "; version=0.0.4; charset=utf-8";
    private static final String NAME = "name[]";
    private static final int BEFORE_THE_PLATFORM = -1;

    @SuppressWarnings("deprecation") // the platform keeps its figures in this registry and has no newer one yet
    void at(@Observes Router router, PrometheusMeterRegistry registry) {
        router.get("/q/metrics").order(BEFORE_THE_PLATFORM).blockingHandler(context -> {
            Set<String> names = Set.copyOf(context.queryParam(NAME));
            float open = weight(context, OPEN);
            if (open == 0 && names.isEmpty()) {
                context.next();
                return;
            }
            float plain = weight(context, PLAIN);
            // Who takes both alike gets the plain one: clients made from the description expect it.
            String type = open > plain || open + plain == 0 ? IN_OPEN : IN_PLAIN;
            context.response().putHeader("Content-Type", type).end(registry.scrape(type, names));
        });
    }

    private static float weight(RoutingContext context, String form) {
        float most = 0;
        for (MIMEHeader accepted : context.parsedHeaders().accept()) {
            float weight = accepted.weight(); // first: a header of one form has no name until its weight was asked for
            most = name(accepted).equals(form) ? Math.max(most, weight) : most;
        }
        return most;
    }

    private static String name(MIMEHeader accepted) {
        return accepted.component() + "/" + accepted.subComponent();
    }
}
