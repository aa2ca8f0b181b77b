package org.noteworthy.notes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    private static final NoteField[] ALL = values();

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
        Object value = switch (this) {
            case ROLE -> record;
            case NOTE_TYPE -> record.noteType();
            case TIME_TASK -> record.timeTask();
            case WRITTEN_ON -> record.writtenOn();
            case AUTHOR -> record.author();
            case ENGAGEMENT -> record.engagement();
            case INTERACTION -> record.interaction();
            case ACTIVITY -> record.activity();
            case COVID_ACCELERATED -> record.covidAccelerated();
            case DEPLOYMENT -> record.deployment();
            case ENTITLEMENT_STATUS -> record.entitlementStatus();
        };
        return value != null;
    }

    /** The fields that a record fills in, as a set of bits for {@link #isIn}. */
    public static int knownBits(NoteRecord record) {
        int bits = 0;
        for (NoteField field : ALL) {
            bits |= field.isKnown(record) ? field.bit() : 0;
        }
        return bits;
    }

    /** Whether the field is among those of {@link #knownBits}. */
    public boolean isIn(int bits) {
        return (bits & bit()) != 0;
    }

    @SuppressWarnings("EnumOrdinal") // a set of bits, never stored
    private int bit() {
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
