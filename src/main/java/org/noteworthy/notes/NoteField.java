package org.noteworthy.notes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a note record that may be unknown, so that a rule can say which of them it needs. */
public enum NoteField {
    ROLE("role"),
    NOTE_TYPE("noteType"),
    TIME_TASK("timeTask"),
    WRITTEN_ON("writtenOn"),
    AUTHOR("author"),
    ENGAGEMENT("engagement"),
    INTERACTION("interaction"),
    ACTIVITY("activity"),
    COVID_ACCELERATED("covidAccelerated"),
    DEPLOYMENT("deployment"),
    ENTITLEMENT_STATUS("entitlementStatus");

    private final String key;

    NoteField(String key) {
        this.key = key;
    }

    /** Name of the field in a note record. */
    public String key() {
        return key;
    }

    /** Whether the record fills it in; a role that is left out is assumed, and so is known. */
    public boolean isKnown(NoteRecord record) {
        return isIn(knownBits(record));
    }

    /** What a record says in this field, as a person writes it; empty if it says nothing. */
    public Optional<String> shown(NoteRecord record) {
        return Optional.ofNullable(
                switch (this) {
                    case ROLE -> record.role();
                    case NOTE_TYPE -> record.noteType();
                    case TIME_TASK -> record.timeTask();
                    case WRITTEN_ON -> text(record.writtenOn());
                    case AUTHOR -> record.author();
                    case ENGAGEMENT -> record.engagement();
                    case INTERACTION -> record.interaction();
                    case ACTIVITY -> record.activity();
                    case COVID_ACCELERATED -> text(record.covidAccelerated());
                    case DEPLOYMENT -> text(record.deployment());
                    case ENTITLEMENT_STATUS -> levels(record.entitlementStatus());
                });
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String levels(@Nullable EntitlementStatus status) {
        return status == null
                ? null
                : Stream.of(status.l1(), status.l2(), status.l3())
                        .map(level -> level == null || level.isBlank() ? "—" : level)
                        .collect(Collectors.joining(" / "));
    }

    /** The fields that a record fills in, as a set of bits for {@link #isIn}. */
    public static int knownBits(NoteRecord record) {
        int bits = ROLE.bit();
        bits |= record.noteType() == null ? 0 : NOTE_TYPE.bit();
        bits |= record.timeTask() == null ? 0 : TIME_TASK.bit();
        bits |= record.writtenOn() == null ? 0 : WRITTEN_ON.bit();
        bits |= record.author() == null ? 0 : AUTHOR.bit();
        bits |= record.engagement() == null ? 0 : ENGAGEMENT.bit();
        bits |= record.interaction() == null ? 0 : INTERACTION.bit();
        bits |= record.activity() == null ? 0 : ACTIVITY.bit();
        bits |= record.covidAccelerated() == null ? 0 : COVID_ACCELERATED.bit();
        bits |= record.deployment() == null ? 0 : DEPLOYMENT.bit();
        bits |= record.entitlementStatus() == null ? 0 : ENTITLEMENT_STATUS.bit();
        return bits;
    }

    /** Whether the field is among those of {@link #knownBits}. */
    public boolean isIn(int bits) {
        return (bits & bit()) != 0;
    }

    /** The set of bits that holds this field alone. */
    @SuppressWarnings("EnumOrdinal") // a set of bits, never stored
    public int bit() {
        return 1 << ordinal();
    }

    /** The field of that name. */
    public static Optional<NoteField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** Names of all fields. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(NoteField::key).toList();
    }
}
