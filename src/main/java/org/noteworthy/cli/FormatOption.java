package org.noteworthy.cli;

import picocli.CommandLine.Option;

/** Whether an answer is for people or for programs, an option of the verbs that tell of rules. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private String format = "text";

    boolean json() {
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new UnusableException("There is no format \"" + format + "\"; there is text and json.");
        };
    }
}
