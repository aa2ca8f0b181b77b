package org.noteworthy.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.ProblemException;
import org.noteworthy.input.ColumnMap;
import org.noteworthy.input.FieldWords;
import org.noteworthy.input.InputKind;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.OptionNames;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.report.FormatName;

/** Reads what was sent by the readers of the command line; what is wrong is told in the words of the calls. */
final class SentFiles {
    private static final Logger LOG = Logger.getLogger("noteworthy.files");

    /** What the calls have for the options of the command line. */
    static final OptionNames PARAMETERS =
            new OptionNames("the parameter charset", "headerRow", "the parameter sheet", "", "");

    private final PlaybookService playbooks;

    SentFiles(PlaybookService playbooks) {
        this.playbooks = playbooks;
    }

    /** The form of report of that word; NDJSON where none was asked for. */
    static FormatName format(@Nullable String word) {
        return word == null
                ? FormatName.NDJSON
                : FormatName.of(word)
                        .orElseThrow(() -> ProblemException.of(
                                400,
                                "Unknown format",
                                "format takes "
                                        + Arrays.stream(FormatName.values())
                                                .map(FormatName::word)
                                                .collect(Collectors.joining(", "))
                                        + ", and not \"" + word + "\"; or leave it out, which is ndjson."));
    }

    /** What reads a file as its caller says. */
    NoteInputs inputs(HowToRead reading, Library library, @Nullable String playbook) {
        InputOptions options = reading.applied(options(library, playbook));
        boolean table = InputKind.ofFile(reading.checkedName())
                .filter(kind -> kind != InputKind.CSV && kind != InputKind.XLSX)
                .isEmpty();
        if (!table && (options.columns() != ColumnMap.NONE || options.headerRow() > 0)) {
            throw ProblemException.of(
                    400,
                    "No table",
                    "map and headerRow are for tables, and this file is none by its name. Leave them out.");
        }
        return new NoteInputs(options);
    }

    /** What reads files of which nothing more is said. */
    NoteInputs inputs(Library library, @Nullable String playbook) {
        return new NoteInputs(options(library, playbook));
    }

    private InputOptions options(Library library, @Nullable String playbook) {
        List<String> editions = playbook == null ? library.versions() : List.of(playbook);
        return InputOptions.of(sentence -> LOG.debugf("%s", sentence), InputStream.nullInputStream())
                .withLimits(playbooks.records().limits())
                .withNames(PARAMETERS)
                .withWords(FieldWords.once(() -> editions.stream()
                        .flatMap(edition -> library.serving(edition).stream())
                        .map(Playbook::tables)
                        .toList()));
    }

    /** The longest line of a folder, in characters. */
    int longestLine() {
        return playbooks.records().limits().recordChars();
    }

    /** Where nothing of a file can be read, the call is answered with the reason. */
    static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableInputException e) {
            throw new ProblemException(e.problem());
        }
    }

    /** The text of a file. */
    static DecodedReader reader(Path file) throws IOException {
        return new DecodedReader(Files.newInputStream(file), null);
    }

    static void close(DecodedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            LOG.debugf(e, "What was read is closed already");
        }
    }
}
