package org.noteworthy.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** Pages of lines packed into parts that a database takes as one value each. */
public final class Packing {
    /** The most bytes of a part before it is packed, and about the most after. */
    static final int PART = 1_000_000;

    private static final LZ4Factory LZ4 = fastest();
    private static final LZ4Compressor PACK = LZ4.fastCompressor();
    private static final LZ4SafeDecompressor UNPACK = LZ4.safeDecompressor();

    private Packing() {}

    /** Native code where there is some for this machine, three times as fast; else Java without tricks. */
    private static LZ4Factory fastest() {
        try {
            return LZ4Factory.nativeInstance();
        } catch (LinkageError | AssertionError | RuntimeException e) {
            return LZ4Factory.safeInstance();
        }
    }

    /** A part of a page: how long it is when unpacked, and its packed content. */
    public static final class Part {
        private final int unpacked;
        private final byte[] content;

        public Part(int unpacked, byte[] content) {
            this.unpacked = unpacked;
            this.content = content;
        }

        public int unpacked() {
            return unpacked;
        }

        public byte[] content() {
            return content;
        }
    }

    public static List<Part> pack(Bytes lines) {
        List<Part> parts = new ArrayList<>(1);
        byte[] packed = new byte[PACK.maxCompressedLength(Math.min(PART, lines.size()))];
        for (int from = 0; from < lines.size(); from += PART) {
            int length = Math.min(PART, lines.size() - from);
            int size = PACK.compress(lines.array(), from, length, packed, 0, packed.length);
            parts.add(new Part(length, Arrays.copyOf(packed, size)));
        }
        return parts;
    }

    /** The lines of a page, or nothing where a part is not what was packed. */
    public static byte[] unpack(List<Part> parts) throws SpoiltException {
        int size = 0;
        for (Part part : parts) {
            if (part.unpacked() < 0 || part.unpacked() > PART) {
                throw new SpoiltException();
            }
            size += part.unpacked();
        }
        byte[] lines = new byte[size];
        int at = 0;
        for (Part part : parts) {
            try {
                int length = UNPACK.decompress(part.content(), 0, part.content().length, lines, at, part.unpacked());
                if (length != part.unpacked()) {
                    throw new SpoiltException();
                }
            } catch (LZ4Exception e) {
                throw new SpoiltException();
            }
            at += part.unpacked();
        }
        return lines;
    }

    /** A page cannot be unpacked: somebody has changed it. */
    public static final class SpoiltException extends Exception {
        private static final long serialVersionUID = 1;

        SpoiltException() {
            super("A page of the audit log cannot be unpacked");
        }
    }
}
