package org.noteworthy.input.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.Problem.FieldError;
import org.noteworthy.input.EngagementIntake;
import org.noteworthy.input.Intake;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.SideKeys;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;

/**
 * Reads a note, or an engagement, that is written in JSON.
 *
 * <p>Strict: unknown fields, fields given twice, values of another type and anything after the record are refused, and
 * all wrong fields of a record are named at once; an engagement's are also told part by part. A field that is null is
 * absent. Refusals are 400 where it is not JSON, 413 where the text is over the limit, else 422.
 */
public final class JsonRecords {
    /** How deep brackets and braces may be nested, within unknown fields too. */
    static final int DEEPEST = 50;

    private final RecordLimits limits;
    private final JsonFactory factory;

    /** A reader of records within these limits; may be shared by threads. */
    public JsonRecords(RecordLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(limits.recordChars())
                        .maxNameLength(1_000)
                        .maxNumberLength(1_000)
                        .build())
                .build();
    }

    /** The limits that records are held to. */
    public RecordLimits limits() {
        return limits;
    }

    /** Reads one note. */
    public Intake<NoteRecord> note(String json, String defaultId) {
        return note(json, 1, defaultId);
    }

    /** Reads one note from a text that begins at that line of its input. */
    Intake<NoteRecord> note(String json, int firstLine, String defaultId) {
        NoteDraft draft = new NoteDraft(limits);
        return whole(json, firstLine, "note", parser -> {
            NoteJson.read(parser, draft);
            return draft.finish(defaultId);
        });
    }

    /** Reads one engagement with its notes and interactions. */
    public Intake<EngagementRecord> engagement(String json, String defaultId) {
        return engagement(json, defaultId, SideKeys.none());
    }

    /** Reads one engagement beside which these keys may stand. */
    public Intake<EngagementRecord> engagement(String json, String defaultId, SideKeys sideKeys) {
        return engagementInParts(json, defaultId, sideKeys).whole();
    }

    /** Reads as much of an engagement, beside which these keys may stand, as can be read. */
    public EngagementIntake engagementInParts(String json, String defaultId, SideKeys sideKeys) {
        EngagementJson reading = new EngagementJson(limits, sideKeys);
        return reading.inParts(whole(json, 1, "engagement", parser -> reading.read(parser, defaultId)));
    }

    /** Whether the JSON is an object with {@code notes}, as an engagement is; false too where it is not JSON. */
    public boolean isEngagement(String json) {
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("notes")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory failed to be read.", e);
        }
    }

    JsonParser parser(Reader reader) throws IOException {
        return factory.createParser(reader);
    }

    private <T> Intake<T> whole(String json, int firstLine, String what, Read<T> read) {
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() == null) {
                return refused(Problem.of(400, "Nothing there", "There is nothing to read; it takes " + example(what)));
            }
            if (!parser.isExpectedStartObjectToken()) {
                return refused(notAnObject(parser.currentToken(), what));
            }
            Intake<T> intake = read.from(parser);
            if (parser.nextToken() != null) {
                return refused(Malformed.trailing(parser.currentTokenLocation(), firstLine));
            }
            return intake;
        } catch (JsonProcessingException e) {
            return refused(Malformed.of(e, firstLine, limits));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory failed to be read.", e);
        }
    }

    private static <T> Intake<T> refused(Problem problem) {
        return new Intake.Refused<>(null, problem);
    }

    /** Something else stands where a note or an engagement should. */
    static Problem notAnObject(JsonToken token, String what) {
        String sentence = "This is " + JsonValues.describe(token) + "; it takes " + example(what);
        return new Problem(422, "Not a record", sentence, List.of(new FieldError("", sentence)));
    }

    private static String example(String what) {
        return what.equals("note")
                ? "a note: an object such as {\"text\": \"…\"}."
                : "an engagement: an object such as {\"engagement\": \"…\", \"notes\": […]}.";
    }

    /** Reads a record from a parser that stands at the start of its object. */
    @FunctionalInterface
    private interface Read<T> {
        Intake<T> from(JsonParser parser) throws IOException;
    }
}
