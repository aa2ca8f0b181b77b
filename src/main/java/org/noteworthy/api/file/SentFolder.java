package org.noteworthy.api.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.input.text.BoundedLines;
import org.noteworthy.input.text.DecodedReader;

/** The files of a folder as they are sent: one a line, as {@code {"name": "a.md", "text": "…"}}. */
final class SentFolder implements Iterator<Supplier<NoteInput>> {
    private static final ObjectMapper FILES = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final BoundedLines lines;
    private final NoteInputs inputs;
    private boolean ahead;

    /** A file as it is sent. */
    private record SentFile(@Nullable String name, @Nullable String text) {}

    SentFolder(DecodedReader reader, int longestLine, NoteInputs inputs) {
        lines = new BoundedLines(reader, longestLine);
        this.inputs = inputs;
    }

    @Override
    public boolean hasNext() {
        try {
            while (!ahead && lines.advance()) {
                ahead = lines.tooLong() || !lines.line().isBlank();
            }
            return ahead;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Supplier<NoteInput> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There is no further file.");
        }
        ahead = false;
        String place = "line " + lines.number();
        boolean tooLong = lines.tooLong();
        String line = lines.line();
        return () -> {
            SentFile file = tooLong ? null : read(line, place);
            if (file == null || file.text() == null) {
                throw new UnreadableInputException(
                        place,
                        tooLong
                                ? "this line is longer than any file with notes may be."
                                : "a file is sent as {\"name\": \"a.md\", \"text\": \"…\"}, and this line has no text.");
            }
            Optional<String> wrong = SentName.wrong(file.name());
            if (wrong.isPresent()) {
                throw new UnreadableInputException(place, wrong.get());
            }
            return inputs.openText(String.valueOf(file.name()), file.text());
        };
    }

    private static SentFile read(String line, String place) {
        try {
            SentFile file = FILES.readValue(line, SentFile.class);
            return file == null ? new SentFile(null, null) : file;
        } catch (JsonProcessingException e) {
            throw new UnreadableInputException(
                    place, "a file is sent as {\"name\": \"a.md\", \"text\": \"…\"}, and this line is not.", e);
        }
    }
}
