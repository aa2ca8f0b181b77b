package org.noteworthy.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers to callers who ask again and again: those who know the answer already are told only that it is the same. */
public final class Tagged {
    private static final int BYTES_OF_TAG = 16;

    private Tagged() {}

    /** An answer, or that it is as it was. */
    public static Response ok(HttpServerRequest request, Record answer) {
        return ok(request, Answers.bytes(answer), answer);
    }

    /** An answer of which only a part tells whether anything is new. */
    static Response ok(HttpServerRequest request, byte[] json, Record whatCounts) {
        String tag = "W/\"" + hash(Answers.bytes(whatCounts)) + '"';
        Response.ResponseBuilder response =
                isKnown(request, tag) ? Response.notModified() : Response.ok(json, MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, tag).build();
    }

    private static boolean isKnown(HttpServerRequest request, String tag) {
        return request.headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(known -> Arrays.stream(known.split(",", -1)))
                .anyMatch(known -> known.strip().equals(tag) || tag.equals("W/" + known.strip()));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, BYTES_OF_TAG);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
