package org.noteworthy.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms of input, by the extensions of their files. */
public enum InputKind {
    TEXT,
    JSON,
    NDJSON,
    CSV,
    XLSX;

    private List<String> extensions() {
        return switch (this) {
            case TEXT -> List.of("md", "txt");
            case JSON -> List.of("json");
            case NDJSON -> List.of("ndjson", "jsonl");
            case CSV -> List.of("csv", "tsv");
            case XLSX -> List.of("xlsx");
        };
    }

    /** The form that a file of that name has, if its extension is known; in any case. */
    public static Optional<InputKind> ofFile(String name) {
        return named(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The form that goes by that extension, as {@code --input-format} names it. */
    public static Optional<InputKind> named(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.extensions().contains(lower))
                .findFirst();
    }

    /** All known extensions in a sentence: {@code .md, .txt, …}. */
    public static String known() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.extensions().stream())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(", "));
    }
}
