package org.noteworthy.audit;

import java.io.ByteArrayOutputStream;

/** Bytes that grow and can be read in place. */
final class Bytes extends ByteArrayOutputStream {
    Bytes(int size) {
        super(size);
    }

    /** The bytes written so far, and more behind them; valid until the next is written. */
    byte[] array() {
        return buf;
    }

    void append(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    void append(byte[] bytes, int from, int to) {
        write(bytes, from, to - from);
    }
}
