package org.noteworthy.api;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Hands the figures to collectors that ask for OpenMetrics in a certain version, as Prometheus does; the platform, which
 * answers all others, takes that for a form that it does not have.
 */
@ApplicationScoped
class CollectedFigures {
    private static final String OPEN = "application/openmetrics-text";
    private static final String PLAIN = "text/plain";
    private static final String ANSWER = OPEN + "; version=1.0.0; charset=utf-8";
    private static final int BEFORE_THE_PLATFORM = -1;

    @SuppressWarnings("deprecation") // the platform keeps its figures in this registry and has no newer one yet
    void at(@Observes Router router, PrometheusMeterRegistry registry) {
        router.get("/q/metrics").order(BEFORE_THE_PLATFORM).blockingHandler(context -> {
            if (wantsOpenMetrics(context)) {
                context.response().putHeader("Content-Type", ANSWER).end(registry.scrape(ANSWER));
            } else {
                context.next();
            }
        });
    }

    /** Whether that form is rather accepted than plain text; who takes both alike gets the platform's answer. */
    private static boolean wantsOpenMetrics(RoutingContext context) {
        return weight(context, OPEN) > weight(context, PLAIN);
    }

    private static float weight(RoutingContext context, String form) {
        float most = 0;
        for (MIMEHeader accepted : context.parsedHeaders().accept()) {
            most = name(accepted).equals(form) ? Math.max(most, accepted.weight()) : most;
        }
        return most;
    }

    private static String name(MIMEHeader accepted) {
        return accepted.component() + "/" + accepted.subComponent();
    }
}
