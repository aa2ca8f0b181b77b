package org.noteworthy.input;

/**
 * What sentences call the ways to say how an input is read: the options of the command line, or what else somebody has.
 *
 * @param orKind follows "Rename the file", where its kind can be named
 * @param whereEmptyIsFine a sentence for whoever is content with nothing, after a blank; empty where there is no such way
 */
public record OptionNames(String charset, String headerRow, String sheet, String orKind, String whereEmptyIsFine) {
    /** Those of the command line. */
    public static final OptionNames COMMAND_LINE = new OptionNames(
            "--charset",
            "--header-row",
            "--sheet",
            ", or name its kind with --input-format",
            " Say --allow-empty if that is fine.");
}
