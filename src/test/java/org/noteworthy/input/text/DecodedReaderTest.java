package org.noteworthy.input.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes to characters, in pieces of any size. */
class DecodedReaderTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void textSurvivesInAnyPieces(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int each = 0; each < 40_000; each++) {
            int character = random.nextInt(random.nextBoolean() ? 0x80 : 0x11_0000);
            if (character != 0xFEFF && (character < 0xD800 || character > 0xDFFF)) {
                text.appendCodePoint(character);
            }
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = ("\uFEFF" + text).getBytes(charset);
            DecodedReader reader = new DecodedReader(new ByteArrayInputStream(bytes), StandardCharsets.US_ASCII);
            assertThat(reader.charset()).isEqualTo(charset);
            assertThat(inPieces(reader, random)).isEqualTo(text.toString());
            assertThat(reader.badBytes()).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void badBytesStandWhereTheyStood(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = new byte[60_000];
        random.nextBytes(bytes);
        bytes[0] = 'x';
        DecodedReader reader = new DecodedReader(new ByteArrayInputStream(bytes), null);
        String read = inPieces(reader, random);
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        for (int at = 0; at < read.length(); ) {
            int character = read.codePointAt(at);
            at += Character.charCount(character);
            if (character >= 0xDC00 && character <= 0xDCFF) {
                back.write(character - 0xDC00);
            } else {
                back.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(back.toByteArray()).isEqualTo(bytes);
        assertThat(reader.badBytes()).isPositive();
    }

    @Test
    void aTextThatEndsWithinACharacterKeepsItsBytes() throws IOException {
        byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82};
        DecodedReader reader = new DecodedReader(new ByteArrayInputStream(bytes), null);
        assertThat(inPieces(reader, new Random(1))).isEqualTo("a\udce2\udc82");
        assertThat(DecodedReader.firstBadByte("a\udce2")).contains("byte 0xE2");
        assertThat(DecodedReader.firstBadByte("a\ud83d\ude00")).isEmpty();
    }

    @Test
    void nothingIsNothing() throws IOException {
        DecodedReader reader = new DecodedReader(new ByteArrayInputStream(new byte[0]), null);
        assertThat(reader.read()).isEqualTo(-1);
    }

    private static String inPieces(DecodedReader reader, Random random) throws IOException {
        StringBuilder read = new StringBuilder();
        char[] piece = new char[50];
        while (true) {
            int offset = random.nextInt(10);
            int count = reader.read(piece, offset, 1 + random.nextInt(40));
            if (count < 0) {
                return read.toString();
            }
            read.append(piece, offset, count);
        }
    }
}
