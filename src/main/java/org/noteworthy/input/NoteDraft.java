package org.noteworthy.input;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.input.text.Utf8;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.text.Nearest;

/** A note record while its fields are being read: takes each value in the words of the source, and all complaints. */
public final class NoteDraft {
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "pt", "ja", "zh");
    private static final List<String> DEPLOYMENTS = List.of("active", "paused", "stopped");

    private final RecordLimits limits;
    private final FieldErrors errors;
    private final String at;
    private final Set<RecordField> begun = EnumSet.noneOf(RecordField.class);
    private final Map<RecordField, String> words = new EnumMap<>(RecordField.class);
    private boolean entitlementGiven;
    private @Nullable LocalDate writtenOn;
    private @Nullable Boolean covidAccelerated;
    private @Nullable Deployment deployment;

    /** An empty draft of a record by itself. */
    public NoteDraft(RecordLimits limits) {
        this(limits, new FieldErrors(), "");
    }

    /** An empty draft of the record that stands {@code at} that JSON pointer; its complaints go to {@code errors}. */
    public NoteDraft(RecordLimits limits, FieldErrors errors, String at) {
        this.limits = limits;
        this.errors = errors;
        this.at = at;
    }

    /** Announces a field; false, with a complaint, where it was announced before. */
    public boolean begin(RecordField field) {
        if (!begun.add(field)) {
            wrong(field, field.path() + " is given twice; keep one of them.");
            return false;
        }
        return true;
    }

    /** Announces the object of entitlement levels; false, with a complaint, where it was announced before. */
    public boolean beginEntitlement() {
        if (entitlementGiven) {
            errors.add(
                    at + "/" + RecordField.ENTITLEMENT, RecordField.ENTITLEMENT + " is given twice; keep one of them.");
            return false;
        }
        entitlementGiven = true;
        return true;
    }

    /** Takes back that there is an entitlement, where its value turned out to be null. */
    public void entitlementUnknown() {
        entitlementGiven = false;
    }

    /**
     * Takes the value of a table's cell: as {@link #put}, save that emptiness is unknown where it says nothing, and that
     * days, and yes and no, may be written as those words have it.
     */
    public void cell(RecordField field, String value, Supplier<FieldWords> fieldWords) {
        boolean empty = field.form() == RecordField.Form.WORDS ? value.isEmpty() : value.isBlank();
        if (empty && !field.emptyCounts()) {
            return;
        }
        if (field.form() == RecordField.Form.DAY) {
            putDay(field, value, fieldWords);
        } else if (field.form() == RecordField.Form.YES_OR_NO && yesOrNo(value).isEmpty()) {
            fieldWords
                    .get()
                    .yesOrNo(value)
                    .ifPresentOrElse(answer -> covidAccelerated = answer, () -> put(field, value));
        } else {
            put(field, value);
        }
    }

    private void putDay(RecordField field, String value, Supplier<FieldWords> fieldWords) {
        Optional<LocalDate> written = Days.read(value);
        if (written.isPresent()) {
            writtenOn = written.get();
            return;
        }
        WrittenDay day = WrittenDay.read(value, fieldWords.get());
        writtenOn = day.date();
        if (day.problem() != null) {
            wrong(field, field.path() + day.problem());
        }
    }

    /** Takes a value as it is written; what is wrong with it goes to the complaints. */
    public void put(RecordField field, String value) {
        int unpaired = Utf8.firstUnpaired(value);
        if (unpaired >= 0) {
            wrong(field, Utf8.unpaired(field.path(), value, unpaired));
            return;
        }
        switch (field.form()) {
            case WORDS -> putWords(field, value);
            case DAY -> {
                Optional<LocalDate> day = Days.read(value);
                writtenOn = day.orElse(null);
                if (day.isEmpty()) {
                    wrong(field, Days.wrong(field.path(), value));
                }
            }
            case YES_OR_NO -> {
                Optional<Boolean> answer = yesOrNo(value);
                covidAccelerated = answer.orElse(null);
                if (answer.isEmpty()) {
                    wrong(field, field.path() + " must be true or false, not " + Quoted.of(value) + ".");
                }
            }
            case DEPLOYMENT ->
                oneOf(field, value, DEPLOYMENTS)
                        .ifPresent(word -> deployment = Deployment.valueOf(word.toUpperCase(Locale.ROOT)));
            case LANGUAGE -> oneOf(field, value, LANGUAGES).ifPresent(language -> words.put(field, language));
        }
    }

    private void putWords(RecordField field, String value) {
        if (Utf8.longerThan(value, limits.textBytes())) {
            errors.addTooLong(at + field.pointer(), limits.tooLong(field.path()));
        } else {
            words.put(field, value);
        }
    }

    private static Optional<Boolean> yesOrNo(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> Optional.of(true);
            case "false", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Optional<String> oneOf(RecordField field, String value, List<String> known) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (known.contains(word)) {
            return Optional.of(word);
        }
        String maybe = Nearest.among(value, known)
                .map(nearest -> "; maybe you mean " + nearest)
                .orElse("");
        wrong(
                field,
                field.path() + " must be one of " + String.join(", ", known) + ", not " + Quoted.of(value) + maybe
                        + ".");
        return Optional.empty();
    }

    /** Complains of a field's value in a whole sentence. */
    public void wrong(RecordField field, String sentence) {
        errors.add(at + field.pointer(), sentence);
    }

    /** Complains of what stands at a place of the record that is not a {@link RecordField}. */
    public void wrong(String pointer, String sentence) {
        errors.add(at + pointer, sentence);
    }

    /** Complains of a name that is no field of a note. */
    public void unknown(String name) {
        errors.addUnknown(at, "", name, RecordField.names());
    }

    /** Complains of a name that is no level of the entitlement. */
    public void unknownLevel(String name) {
        errors.addUnknown(
                at + "/" + RecordField.ENTITLEMENT, " in " + RecordField.ENTITLEMENT, name, RecordField.LEVELS);
    }

    /** The record, under {@code defaultId} where it has no id of its own; or all complaints. */
    public Intake<NoteRecord> finish(String defaultId) {
        String text = words.get(RecordField.TEXT);
        if (text == null && !errors.has(at + RecordField.TEXT.pointer())) {
            wrong(RecordField.TEXT, "text is missing; it may be empty (\"\") but it must be there.");
        }
        String given = words.get(RecordField.ID);
        String id = given == null || given.isEmpty() ? null : given;
        if (text == null || !errors.isEmpty()) {
            return new Intake.Refused<>(id, errors.problem());
        }
        return new Intake.Accepted<>(record(id == null ? defaultId : id, text));
    }

    private NoteRecord record(String id, String text) {
        return new NoteRecord(
                id,
                text,
                words.get(RecordField.ROLE),
                words.get(RecordField.NOTE_TYPE),
                words.get(RecordField.TIME_TASK),
                writtenOn,
                words.get(RecordField.AUTHOR),
                words.get(RecordField.ENGAGEMENT),
                words.get(RecordField.INTERACTION),
                words.get(RecordField.ACTIVITY),
                covidAccelerated,
                deployment,
                entitlement(),
                words.get(RecordField.LANGUAGE));
    }

    private @Nullable EntitlementStatus entitlement() {
        String l1 = words.get(RecordField.ENTITLEMENT_L1);
        String l2 = words.get(RecordField.ENTITLEMENT_L2);
        String l3 = words.get(RecordField.ENTITLEMENT_L3);
        boolean known = entitlementGiven || l1 != null || l2 != null || l3 != null;
        return known ? new EntitlementStatus(l1, l2, l3) : null;
    }
}
