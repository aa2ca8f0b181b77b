package org.noteworthy.input.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.Days;
import org.noteworthy.input.EngagementIntake;
import org.noteworthy.input.EngagementIntake.Part;
import org.noteworthy.input.FieldErrors;
import org.noteworthy.input.Intake;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.SideKeys;
import org.noteworthy.input.text.Utf8;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;

/** One JSON object as an engagement: its notes, its interactions and what is wrong with any of them. */
final class EngagementJson {
    private static final List<String> NAMES = List.of("engagement", "notes", "interactions");
    private static final List<String> INTERACTION_NAMES = List.of("id", "on", "role", "author", "activity");

    private final RecordLimits limits;
    private final SideKeys sideKeys;
    private final FieldErrors ownErrors = new FieldErrors();
    private final FieldErrors partErrors = new FieldErrors();
    private final List<Part<NoteRecord>> notes = new ArrayList<>();
    private final List<Part<InteractionRecord>> interactions = new ArrayList<>();
    private @Nullable String engagement;
    private boolean notesGiven;
    private boolean ended;
    private String tooMany = "";

    EngagementJson(RecordLimits limits, SideKeys sideKeys) {
        this.limits = limits;
        this.sideKeys = sideKeys;
    }

    /** Reads from the object's start to its end. */
    Intake<EngagementRecord> read(JsonParser parser, String defaultId) throws IOException {
        Set<String> begun = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            boolean known = NAMES.contains(name) || sideKeys.allows(name);
            if (!known) {
                ownErrors.addUnknown("", "", name, NAMES);
                parser.skipChildren();
            } else if (!begun.add(name)) {
                ownErrors.add("/" + name, name + " is given twice; keep one of them.");
                parser.skipChildren();
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                value(parser, name);
            }
        }
        ended = true;
        return finish(defaultId);
    }

    /** All that was read, {@code whole} being what came of it in the end. */
    EngagementIntake inParts(Intake<EngagementRecord> whole) {
        Optional<Problem> ownProblem = ownErrors.isEmpty() ? Optional.empty() : Optional.of(ownErrors.problem());
        if (!(whole instanceof Intake.Refused<EngagementRecord> refused)) {
            return new EngagementIntake(whole, notes, interactions, ownProblem);
        }
        Problem problem = refused.problem();
        if (!ended) {
            ownProblem = Optional.of(Malformed.last(problem));
        } else if (problem.errors().isEmpty()) {
            ownProblem = Optional.of(problem);
        }
        return new EngagementIntake(new Intake.Refused<>(engagement, problem), notes, interactions, ownProblem);
    }

    private void value(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "engagement" -> engagement = words(parser, ownErrors, "/engagement", "engagement");
            case "notes" -> {
                notesGiven = true;
                elements(parser, name, this::note, notes);
            }
            case "interactions" -> elements(parser, name, this::interaction, interactions);
            default -> sideKey(parser, name);
        }
    }

    private Intake<EngagementRecord> finish(String defaultId) {
        if (!notesGiven) {
            ownErrors.add("/notes", "notes is missing; an engagement has a list of notes, which may be empty ([]).");
        }
        FieldErrors errors = new FieldErrors();
        errors.addAll("", ownErrors);
        errors.addAll("", partErrors);
        if (!tooMany.isEmpty()) {
            return new Intake.Refused<>(engagement, Problem.of(413, "Too many parts", tooMany));
        }
        if (!errors.isEmpty()) {
            return new Intake.Refused<>(engagement, errors.problem());
        }
        String id = engagement == null || engagement.isEmpty() ? defaultId : engagement;
        return new Intake.Accepted<>(new EngagementRecord(id, accepted(notes), accepted(interactions)));
    }

    private static <T> List<T> accepted(List<Part<T>> parts) {
        return parts.stream().flatMap(part -> part.record().accepted().stream()).toList();
    }

    private <T> void elements(JsonParser parser, String name, Element<T> element, List<Part<T>> parts)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            ownErrors.add("/" + name, JsonValues.mismatch(parser, name, "a list in brackets"));
            return;
        }
        int index = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index >= limits.parts()) {
                parser.skipChildren();
                continue;
            }
            String pointer = "/" + name + "/" + index;
            String place = name + "[" + index + "]";
            int line = parser.currentTokenLocation().getLineNr();
            FieldErrors errors = new FieldErrors();
            Intake<T> record;
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                record = element.read(parser, errors, pointer, place);
            } else {
                errors.add(pointer, JsonValues.mismatch(parser, "This", "an object in braces"));
                record = new Intake.Refused<>(null, errors.problem());
            }
            parts.add(new Part<>(place, line, record));
            partErrors.addAll("In " + place + ": ", errors);
        }
        if (index > limits.parts()) {
            tooMany = "This engagement has " + index + " " + name + ", and one may have " + limits.parts()
                    + ". Send its notes to /v1/check/batch, or a part of them that belongs together.";
        }
    }

    private Intake<NoteRecord> note(JsonParser parser, FieldErrors errors, String pointer, String place)
            throws IOException {
        NoteDraft draft = new NoteDraft(limits, errors, pointer);
        NoteJson.read(parser, draft);
        return draft.finish(place);
    }

    private Intake<InteractionRecord> interaction(JsonParser parser, FieldErrors errors, String pointer, String place)
            throws IOException {
        Map<String, String> values = new HashMap<>();
        Set<String> begun = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (!INTERACTION_NAMES.contains(name)) {
                errors.addUnknown(pointer, "", name, INTERACTION_NAMES);
                parser.skipChildren();
            } else if (!begun.add(name)) {
                errors.add(pointer + "/" + name, name + " is given twice; keep one of them.");
                parser.skipChildren();
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                String value = words(parser, errors, pointer + "/" + name, name);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
        LocalDate on = day(errors, pointer, values.get("on"));
        String id = values.get("id");
        if (id == null && !errors.has(pointer + "/id")) {
            errors.add(pointer + "/id", "id is missing; notes name interactions by it.");
        }
        return id == null || !errors.isEmpty()
                ? new Intake.Refused<>(id, errors.problem())
                : new Intake.Accepted<>(new InteractionRecord(
                        id, on, values.get("role"), values.get("author"), values.get("activity")));
    }

    private static @Nullable LocalDate day(FieldErrors errors, String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        Optional<LocalDate> day = Days.read(value);
        if (day.isEmpty()) {
            errors.add(pointer + "/on", Days.wrong("on", value));
        }
        return day.orElse(null);
    }

    private @Nullable String words(JsonParser parser, FieldErrors errors, String pointer, String name)
            throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            errors.add(pointer, JsonValues.mismatch(parser, name, "text in quotes"));
            return null;
        }
        String value = parser.getText();
        int unpaired = Utf8.firstUnpaired(value);
        if (unpaired >= 0) {
            errors.add(pointer, Utf8.unpaired(name, value, unpaired));
            return null;
        }
        if (Utf8.longerThan(value, limits.textBytes())) {
            errors.addTooLong(pointer, limits.tooLong(name));
            return null;
        }
        return value;
    }

    private void sideKey(JsonParser parser, String name) throws IOException {
        List<String> values = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                addName(parser, name, values);
            }
        } else {
            addName(parser, name, values);
        }
        sideKeys.put(name, values);
    }

    private void addName(JsonParser parser, String list, List<String> values) throws IOException {
        String value = words(parser, ownErrors, "/" + list, "each of " + list);
        if (value != null) {
            values.add(value);
        }
    }

    /** Reads one element of a list from a parser that stands at the start of its object. */
    @FunctionalInterface
    private interface Element<T> {
        Intake<T> read(JsonParser parser, FieldErrors errors, String pointer, String place) throws IOException;
    }
}
