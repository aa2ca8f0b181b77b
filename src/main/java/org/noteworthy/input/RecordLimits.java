package org.noteworthy.input;

/**
 * How much one record may hold.
 *
 * @param textBytes the note text, in bytes of UTF-8
 * @param recordChars one record as it is written, in UTF-16 characters: a line, a row, an engagement
 * @param parts the notes of an engagement, and likewise its interactions
 */
public record RecordLimits(int textBytes, int recordChars, int parts) {
    private static final int PARTS = 5_000;

    /** 64 KiB of text; 9 Mi characters a record, which leaves room for a request of 8 MiB; 5,000 notes an engagement. */
    public static final RecordLimits DEFAULT = new RecordLimits(64 * 1024, 9 * 1024 * 1024, PARTS);

    public RecordLimits {
        if (textBytes < 1 || recordChars < 1 || parts < 1) {
            throw new IllegalArgumentException("RecordLimits are at least 1; these are " + textBytes + " bytes, "
                    + recordChars + " characters and " + parts + " parts.");
        }
    }

    /** With as many notes an engagement as by default. */
    public RecordLimits(int textBytes, int recordChars) {
        this(textBytes, recordChars, PARTS);
    }

    /** The sentence for a text over the limit. */
    public String tooLong(String field) {
        return field + " is longer than " + textBytes + " bytes of UTF-8, the limit; shorten it or split the note.";
    }
}
