package org.noteworthy.input;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.playbooks.Library;

/** Entries as lines of text, for comparing them whole. */
public final class Shown {
    private Shown() {}

    /** Every warning, entry and failure of the input, a line each, with places in the input as the caller named it. */
    public static List<String> all(String input, InputOptions options) {
        List<String> lines = new ArrayList<>();
        InputOptions listening = options.withWarnings(warning -> lines.add("warning " + warning));
        try (NoteInput entries = new NoteInputs(listening).open(input)) {
            while (entries.hasNext()) {
                lines.addAll(of(entries.next()));
            }
        } catch (UnreadableInputException e) {
            lines.add("unreadable " + e.getMessage());
        }
        return lines;
    }

    public static InputOptions options() {
        return InputOptions.of(warning -> {}, InputStream.nullInputStream())
                .withWords(FieldWords.once(() ->
                        List.of(Library.written(Path.of("rules/2020-05-12")).tables())));
    }

    static List<String> of(Entry entry) {
        List<String> lines = new ArrayList<>();
        if (entry instanceof Entry.Note note) {
            lines.add("note " + place(note.origin()) + fields(note.note()));
        } else if (entry instanceof Entry.Engagement engagement) {
            lines.add("engagement " + place(engagement.origin())
                    + engagement.engagement().engagement());
            engagement.engagement().notes().forEach(note -> lines.add("  note" + fields(note)));
            engagement.engagement().interactions().forEach(each -> lines.add("  interaction" + fields(each)));
        } else if (entry instanceof Entry.Refused refused) {
            Problem problem = refused.problem();
            lines.add("refused " + place(refused.origin())
                    + (refused.kind() == RecordKind.NOTE ? "" : refused.kind().word() + " ") + refused.id() + " "
                    + problem.status() + " "
                    + problem.title());
            lines.add("  " + problem.detail());
            problem.errors().forEach(error -> lines.add("  " + error.pointer() + " " + error.detail()));
        }
        return lines;
    }

    private static String place(Origin origin) {
        return origin.input() + ":" + origin.line()
                + (origin.verbatim() ? "@" + origin.offset() : "")
                + (origin.entry() == null ? "" : " (" + origin.entry() + ")") + ": ";
    }

    private static String fields(Record of) {
        StringBuilder fields = new StringBuilder();
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(of);
                if (value != null) {
                    fields.append(' ').append(component.getName()).append('=').append(printed(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return fields.toString();
    }

    private static String printed(Object value) {
        if (value instanceof Record nested) {
            return "{" + fields(nested).strip() + "}";
        }
        return value instanceof String text
                ? "\"" + text.replace("\r", "\\r").replace("\n", "\\n") + "\""
                : value.toString();
    }
}
