package org.noteworthy.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Serves the pages. They are the same for everybody, hold no data, and are written once: who reads one is known only to the
 * calls that it makes.
 */
@ApplicationScoped
class Pages {
    /** Holds the language that somebody has chosen. */
    private static final String LANGUAGE = "noteworthy-language";

    private final Map<Page, Map<String, Written>> written = new EnumMap<>(Page.class);

    private record Written(String text, String tag) {}

    Pages(Bundle bundle) {
        Template template = Engine.builder()
                .addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build()
                .parse(layout(), Variant.forContentType(Variant.TEXT_HTML), "page");
        for (Page page : Page.values()) {
            Map<String, Written> languages = new LinkedHashMap<>();
            for (String language : Texts.LANGUAGES) {
                languages.put(language, write(template, bundle, page, Texts.of(page, language)));
            }
            written.put(page, languages);
        }
    }

    private static Written write(Template template, Bundle bundle, Page page, Texts texts) {
        String text = template.data("page", page.word())
                .data("pages", links(page, texts))
                .data("language", texts.language())
                .data("texts", texts.all())
                .data("script", bundle.script(page.word()))
                .data("style", bundle.style(page.word()))
                .data("json", new RawString(json(texts)))
                .render();
        return new Written(text, "\"" + Integer.toHexString(text.hashCode()) + "\"");
    }

    private static List<Map<String, Object>> links(Page shown, Texts texts) {
        return Arrays.stream(Page.values())
                .map(page -> Map.<String, Object>of(
                        "path", page.path(), "title", texts.get("page." + page.word()), "shown", page == shown))
                .toList();
    }

    /** For a block of data in a page, which ends at the first "<" that could begin its end. */
    private static String json(Texts texts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> each : texts.all().entrySet()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("<", "\\u003c");
    }

    private static String layout() {
        try (InputStream resource = Objects.requireNonNull(Pages.class.getResourceAsStream("page.html"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("What is in the product can be read", e);
        }
    }

    void at(@Observes Router router) {
        for (Page page : Page.values()) {
            router.get(page.path()).handler(call -> answer(call, page));
        }
    }

    private void answer(RoutingContext call, Page page) {
        Cookie chosen = call.request().getCookie(LANGUAGE);
        String language = Texts.language(
                chosen == null ? null : chosen.getValue(), call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Written text =
                Objects.requireNonNull(Objects.requireNonNull(written.get(page)).get(language));
        call.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, "Accept-Language, Cookie")
                .putHeader(HttpHeaders.ETAG, text.tag());
        if (text.tag().equals(call.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            call.response().setStatusCode(304).end();
            return;
        }
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .end(text.text());
    }
}
