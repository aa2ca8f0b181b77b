package org.noteworthy.audit;

import java.io.ByteArrayOutputStream;

/** Bytes that grow and can be read in place. */
public final class Bytes extends ByteArrayOutputStream {
    public Bytes(int size) {
        super(size);
    }

    /** The bytes written so far, and more behind them; valid until the next is written. */
    public byte[] array() {
        return buf;
    }

    public void append(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    public void append(byte[] bytes, int from, int to) {
        write(bytes, from, to - from);
    }
}
