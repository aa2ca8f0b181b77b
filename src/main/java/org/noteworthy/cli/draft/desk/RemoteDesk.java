package org.noteworthy.cli.draft.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.DifferenceView;
import org.noteworthy.cli.draft.view.DraftList;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.draft.view.EffectView;
import org.noteworthy.cli.draft.view.FileView;
import org.noteworthy.cli.draft.view.RebasedView;
import org.noteworthy.cli.draft.view.RowEdit;
import org.noteworthy.cli.draft.view.TableView;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.report.RecordJson;
import org.noteworthy.report.ReportJson;

/** The drafts that a service keeps; what somebody may do there is decided there. */
public final class RemoteDesk implements DraftDesk {
    private static final int MISSING = 404;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ServiceCalls service;

    /** Calls that service with a key, or without. */
    public RemoteDesk(ServiceAddress service, @Nullable String key) {
        this.service = new ServiceCalls(service, key);
    }

    @Override
    public boolean verifies() {
        return true;
    }

    private HttpRequest.Builder draft(String name, String... more) {
        List<String> segments = new ArrayList<>(List.of("drafts", name));
        segments.addAll(List.of(more));
        return service.call(segments, "");
    }

    private DraftView post(String name, String what, Map<String, Object> body) {
        return service.answer(ServiceCalls.with(draft(name, what), "POST", body), DraftView.class);
    }

    private static Map<String, Object> said(String field, @Nullable Object value, String other, @Nullable Object more) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (value != null) {
            body.put(field, value);
        }
        if (more != null) {
            body.put(other, more);
        }
        return body;
    }

    @Override
    public DraftList list(@Nullable String state) {
        String query = state == null ? "" : "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        return service.answer(service.call(List.of("drafts"), query), DraftList.class);
    }

    @Override
    public DraftView create(String name, @Nullable String title, String from, @Nullable String inForceFrom) {
        Map<String, Object> body = said("name", name, "from", from);
        body.putAll(said("title", title, "inForceFrom", inForceFrom));
        return service.answer(ServiceCalls.with(service.call(List.of("drafts"), ""), "POST", body), DraftView.class);
    }

    @Override
    public DraftView show(String name) {
        return service.answer(draft(name), DraftView.class);
    }

    @Override
    public DifferenceView difference(String name) {
        return service.answer(draft(name, "difference"), DifferenceView.class);
    }

    private HttpRequest.Builder fileCall(String name, String path) {
        List<String> segments = new ArrayList<>(List.of("drafts", name, "files"));
        segments.addAll(ServiceAddress.segments(path));
        return service.call(segments, "");
    }

    @Override
    public Optional<FileView> file(String name, String path) {
        HttpResponse<byte[]> answer;
        try {
            answer = service.answer(fileCall(name, path));
        } catch (ServiceException e) {
            if (e.status() != MISSING) {
                throw e;
            }
            show(name); // which says so where it is the draft that is not there
            return Optional.empty();
        }
        String tag = answer.headers().firstValue("ETag").orElse("").replace("\"", "");
        if (!tag.matches("[0-9a-f]{64}")) {
            throw new ServiceException(
                    "The service does not say which state of " + path + " that is.", answer.statusCode());
        }
        return Optional.of(FileView.of(answer.body(), tag));
    }

    private static HttpRequest.Builder expecting(HttpRequest.Builder call, String expected) {
        return expected.equals(ABSENT)
                ? call.header("If-None-Match", "*")
                : call.header("If-Match", '"' + expected + '"');
    }

    @Override
    public DraftView put(String name, String path, String expected, byte[] content) {
        return service.answer(
                expecting(fileCall(name, path), expected)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(content)),
                DraftView.class);
    }

    @Override
    public DraftView delete(String name, String path, String expected) {
        return service.answer(expecting(fileCall(name, path), expected).DELETE(), DraftView.class);
    }

    @Override
    public TableView table(String name, String table) {
        return service.answer(draft(name, "tables", table), TableView.class);
    }

    @Override
    public TableView edit(String name, String table, List<RowEdit> edits) {
        return service.answer(
                ServiceCalls.with(draft(name, "tables", table), "PATCH", Map.of("operations", edits)), TableView.class);
    }

    @Override
    public ChecksView checks(String name, Duration patience) {
        Duration wait = patience.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : patience;
        return service.answer(service.call(List.of("drafts", name, "checks"), "?wait=" + wait), ChecksView.class);
    }

    @Override
    public EffectView effect(String name, List<NoteRecord> notes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            for (NoteRecord note : notes) {
                try (JsonGenerator json = ReportJson.generator(lines)) {
                    RecordJson.write(json, note);
                }
                lines.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return service.answer(
                draft(name, "impact")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(lines.toByteArray())),
                EffectView.class);
    }

    @Override
    public DraftView submit(String name, String reason) {
        return post(name, "submit", said("reason", reason, "", null));
    }

    @Override
    public DraftView approve(String name, String digest, String comment) {
        return post(name, "approve", said("digest", digest, "comment", comment));
    }

    @Override
    public DraftView withdraw(String name) {
        return post(name, "withdraw", Map.of());
    }

    @Override
    public DraftView comment(String name, String text) {
        return post(name, "comments", said("text", text, "", null));
    }

    @Override
    public DraftView publish(String name, String reason, @Nullable String inForceFrom) {
        return post(name, "publish", said("reason", reason, "inForceFrom", inForceFrom));
    }

    @Override
    public DraftView discard(String name) {
        return service.answer(draft(name).DELETE(), DraftView.class);
    }

    @Override
    public RebasedView rebase(String name, boolean keepMine) {
        return service.answer(
                ServiceCalls.with(draft(name, "rebase"), "POST", Map.of("keepMine", keepMine)), RebasedView.class);
    }

    @Override
    public DraftView rollBack(String edition, @Nullable String digest, String reason) {
        Map<String, Object> body = said("edition", edition, "digest", digest);
        body.put("reason", reason);
        return service.answer(ServiceCalls.with(service.call(List.of("rollbacks"), ""), "POST", body), DraftView.class);
    }

    @Override
    public void close() {
        // a client of Java 17 ends with its process
    }
}
