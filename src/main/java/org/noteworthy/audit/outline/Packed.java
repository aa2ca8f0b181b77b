package org.noteworthy.audit.outline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Bytes;

/** Numbers and texts in few bytes: each text once, each number in as many bytes as it needs. */
final class Packed {
    private static final int LARGEST = 1 << 25;

    private Packed() {}

    /** Writes. */
    static final class Writer {
        private final Bytes bytes = new Bytes(1 << 14);
        private final Map<String, Integer> texts = new LinkedHashMap<>();

        void number(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        /** A number that may be below zero. */
        void difference(long value) {
            number(value << 1 ^ value >> 63);
        }

        /** The number of a text, from 1; 0 for none. */
        void text(@Nullable String text) {
            number(text == null ? 0 : texts.computeIfAbsent(text, any -> texts.size() + 1));
        }

        /** All of it, with the texts in front. */
        byte[] packed() {
            Writer whole = new Writer();
            whole.number(texts.size());
            for (String text : texts.keySet()) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                whole.number(encoded.length);
                whole.bytes.append(encoded);
            }
            whole.bytes.append(bytes.array(), 0, bytes.size());
            return deflated(whole.bytes);
        }
    }

    private static byte[] deflated(Bytes plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain.array(), 0, plain.size());
            deflater.finish();
            Bytes packed = new Bytes(plain.size() / 2 + 64);
            byte[] portion = new byte[1 << 13];
            while (!deflater.finished()) {
                packed.append(portion, 0, deflater.deflate(portion));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] packed) throws SpoiltOutlineException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            Bytes plain = new Bytes(packed.length * 4 + 64);
            byte[] portion = new byte[1 << 14];
            while (!inflater.finished()) {
                int length = inflater.inflate(portion);
                if (length == 0 || plain.size() > LARGEST) {
                    throw new SpoiltOutlineException();
                }
                plain.append(portion, 0, length);
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new SpoiltOutlineException();
        } finally {
            inflater.end();
        }
    }

    /** Whether two hold the same, however they were deflated. */
    static boolean same(byte[] one, byte[] other) {
        try {
            return Arrays.equals(inflated(one), inflated(other));
        } catch (SpoiltOutlineException e) {
            return false;
        }
    }

    /** Reads. */
    static final class Reader {
        private final byte[] bytes;
        private final List<String> texts = new ArrayList<>();
        private int at;

        Reader(byte[] packed) throws SpoiltOutlineException {
            bytes = inflated(packed);
            int count = count();
            for (int i = 0; i < count; i++) {
                int length = count();
                texts.add(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }

        long number() throws SpoiltOutlineException {
            long value = 0;
            for (int shift = 0; shift < 64 && at < bytes.length; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new SpoiltOutlineException();
        }

        /** A number of things each of which takes at least a byte of what follows. */
        int count() throws SpoiltOutlineException {
            long count = number();
            if (count < 0 || count > bytes.length - at) {
                throw new SpoiltOutlineException();
            }
            return (int) count;
        }

        /** A number below that. */
        int below(int bound) throws SpoiltOutlineException {
            long number = number();
            if (number < 0 || number >= bound) {
                throw new SpoiltOutlineException();
            }
            return (int) number;
        }

        long difference() throws SpoiltOutlineException {
            long value = number();
            return value >>> 1 ^ -(value & 1);
        }

        /** The number of a text, from 1; 0 for none. */
        int text() throws SpoiltOutlineException {
            return below(texts.size() + 1);
        }

        @Nullable
        String text(int number) {
            return number == 0 ? null : texts.get(number - 1);
        }

        String someText() throws SpoiltOutlineException {
            String text = text(text());
            if (text == null) {
                throw new SpoiltOutlineException();
            }
            return text;
        }

        void end() throws SpoiltOutlineException {
            if (at != bytes.length) {
                throw new SpoiltOutlineException();
            }
        }
    }
}
