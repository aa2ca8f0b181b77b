package org.noteworthy.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a call, which {@link Bodies} has read as a whole. */
public final class Body {
    private static final String KEY = Body.class.getName();

    private Body() {}

    /** Keeps the body with its call. */
    static void keep(RoutingContext call, Buffer body) {
        call.put(KEY, body);
    }

    /** Bytes of the body. */
    static int length(RoutingContext call) {
        Buffer body = call.get(KEY);
        return body == null ? 0 : body.length();
    }

    /** The body as it came; refused where it is longer than that. */
    public static byte[] bytes(RoutingContext call, int limit) {
        Buffer body = call.get(KEY);
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        if (bytes.length > limit) {
            throw ProblemException.of(
                    413, "Body too large", "The body is longer than " + limit + " bytes, the limit of this call.");
        }
        return bytes;
    }

    /** The body as text; refused where it is longer than that or no UTF-8. */
    public static String text(RoutingContext call, int limit) {
        byte[] bytes = bytes(call, limit);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.of(400, "Not UTF-8", "The body is not UTF-8 text. JSON is sent as UTF-8.");
        }
    }
}
