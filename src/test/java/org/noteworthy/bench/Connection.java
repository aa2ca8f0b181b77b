package org.noteworthy.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to the service that is kept open: just enough of HTTP/1.1 to ask and to count what comes back, so that
 * the asking takes as little as possible from the cores that it shares with the service.
 */
final class Connection implements Closeable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int next;
    private int end;

    Connection(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    static byte[] get(String path) {
        return head("GET", path, "");
    }

    static byte[] post(String path, byte[] json) {
        byte[] head = head("POST", path, "Content-Type: application/json\r\nContent-Length: " + json.length + "\r\n");
        byte[] request = new byte[head.length + json.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    static byte[] postInChunks(String path, String type) {
        return head("POST", path, "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n");
    }

    private static byte[] head(String method, String path, String headers) {
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Reads an answer whose length its head tells. */
    void receive() throws IOException {
        long left = Long.parseLong(header("content-length"));
        while (left > 0) {
            int count = (int) Math.min(left, available());
            next += count;
            left -= count;
        }
    }

    /** Lines and bytes of an answer. */
    record Counts(long lines, long bytes) {}

    /** Reads an answer that comes in chunks, and counts its lines. */
    Counts receiveChunks() throws IOException {
        header("transfer-encoding");
        long lines = 0;
        long bytes = 0;
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            bytes += size;
            for (int left = size; left > 0; ) {
                int count = Math.min(left, available());
                for (int stop = next + count; next < stop; next++) {
                    lines += buffer[next] == '\n' ? 1 : 0;
                }
                left -= count;
            }
            line();
        }
        line();
        return new Counts(lines, bytes);
    }

    /** Reads the head of an answer, which must be a good one, for the value of a header. */
    private String header(String name) throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("The service answers " + status);
        }
        String value = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(name)) {
                value = header.substring(name.length() + 1).strip();
            }
        }
        return value;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        while (available() > 0) {
            char character = (char) buffer[next++];
            if (character == '\n') {
                break;
            }
            line.append(character);
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }

    /** How many bytes can be taken from the buffer; waits until there are some. */
    private int available() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(in.read(buffer), 0);
            if (end == 0) {
                throw new EOFException("The service closed the connection");
            }
        }
        return end - next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
