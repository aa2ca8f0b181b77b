package org.noteworthy.audit.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms in which decisions are written out. */
public enum ExportFormat {
    /** A table with a row for each violation, and one for each decision without. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** The lines as they are recorded, byte for byte. */
    NDJSON("ndjson", "application/x-ndjson"),
    /** A workbook for spreadsheets. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** A report for people, in one page. */
    HTML("html", "text/html;charset=UTF-8");

    private final String word;
    private final String mediaType;

    ExportFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /** The name by which callers ask, which is the ending of a file too. */
    public String word() {
        return word;
    }

    /** How it is named in HTTP. */
    public String mediaType() {
        return mediaType;
    }

    /** The form of that name. */
    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ExportFormat::word).toList();
    }

    /** Begins to write into a stream. */
    public DecisionExport create(OutputStream out, About about) {
        return switch (this) {
            case CSV -> new CsvExport(out);
            case NDJSON -> new NdjsonExport(out);
            case XLSX -> new WorkbookExport(out, about);
            case HTML -> new HtmlExport(out, about);
        };
    }
}
