package org.noteworthy.cli.draft.desk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Characters;

/** Calls of a service: redirects are not followed, and neither time nor the length of an answer is without end. */
final class ServiceCalls {
    private static final int LONGEST = 64 << 20;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** Publishing looks at the whole of a draft first. */
    private static final Duration TO_ANSWER = Duration.ofMinutes(5);

    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;
    private static final int STALE = 412;

    private final ServiceAddress service;
    private final @Nullable String key;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    ServiceCalls(ServiceAddress service, @Nullable String key) {
        if (key != null && !service.isPrivate()) {
            throw new UsageException("A key is sent by https, or to this machine, and " + service
                    + " is neither. Name the address that begins with https.");
        }
        if (key != null && !key.matches("[!-~]{1,4096}")) {
            throw new UsageException(
                    "A key is one line of letters, digits and signs. Look at the file or the variable.");
        }
        this.service = service;
        this.key = key;
    }

    /** One call. */
    HttpRequest.Builder call(List<String> segments, String query) {
        URI address = service.call(segments, query);
        HttpRequest.Builder call =
                HttpRequest.newBuilder(address).timeout(TO_ANSWER).header("Accept", "application/json, */*;q=0.5");
        if (key != null) {
            call.header("Authorization", "Bearer " + key);
        }
        return call;
    }

    /** Sends a record as the body of a call. */
    static HttpRequest.Builder with(HttpRequest.Builder call, String method, Object body) {
        return call.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    /** What a call answers that was understood, as a record. */
    <T extends Record> T answer(HttpRequest.Builder call, Class<T> type) {
        byte[] body = answer(call).body();
        try {
            return Json.read(body, type);
        } catch (IOException e) {
            throw new ServiceException(
                    "What answers at " + service + " is no noteworthy service, or one of another version.", e);
        }
    }

    /** What a call answers that was understood. */
    HttpResponse<byte[]> answer(HttpRequest.Builder call) {
        HttpResponse<byte[]> answer = sent(call.build());
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return answer;
        }
        if (status >= 300 && status < 400) {
            throw new ServiceException(
                    "The service at " + service + " sends elsewhere (" + status
                            + "), which is not followed. Name the address at which it answers itself.",
                    status);
        }
        String said = Json.text(answer.body(), "detail")
                .map(detail -> detail.substring(0, Math.min(detail.length(), LONGEST_SENTENCE)))
                .orElse("What answers at " + service + " says no more than that.");
        throw new ServiceException(
                Characters.harmless(said) + " (HTTP " + status + ")" + wayOut(status, answer.body()), status);
    }

    private String wayOut(int status, byte[] body) {
        if (status == UNKNOWN || status == FORBIDDEN && key == null) {
            return " Give a key of this service in the variable NOTEWORTHY_KEY, or in a file with --key-file.";
        }
        if (status == FORBIDDEN) {
            return " Who has another role can do it with a key of theirs.";
        }
        if (status == STALE) {
            return Json.text(body, "marked")
                    .map(marked -> "\n" + Characters.harmlessLines(marked))
                    .orElse("");
        }
        return "";
    }

    private HttpResponse<byte[]> sent(HttpRequest call) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(call, head -> new Bounded(LONGEST));
        try {
            return answer.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw notReached(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw notReached(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("The call was broken off.", e);
        }
    }

    private ServiceException notReached(@Nullable Throwable failure) {
        if (failure instanceof ConnectException) {
            return new ServiceException(
                    "Nothing answers at " + service + ". Start the service, or name another address with --server.",
                    failure);
        }
        if (failure instanceof HttpTimeoutException || failure instanceof TimeoutException) {
            return new ServiceException(
                    "The service at " + service
                            + " takes too long to answer. Look with draft show at what came of it before you try again.",
                    failure);
        }
        String message = failure == null ? null : failure.getMessage();
        return new ServiceException(
                "The service at " + service + " cannot be used: "
                        + (message == null ? "the connection broke" : Characters.harmless(message)) + ".",
                failure);
    }
}
