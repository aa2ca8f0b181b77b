package org.noteworthy.input.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.Intake;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.OptionNames;
import org.noteworthy.input.RecordField;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.SideKeys;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.notes.NoteRecord;

/**
 * A text file as one note: everything, or everything under the front matter, with its line ends as they are.
 *
 * <p>The origin's line and offset say where the text begins in the file: the line after the closing {@code ---}, and
 * the UTF-16 offset in the decoded file, in which a byte-order mark does not count.
 */
public final class TextInput {
    private TextInput() {}

    static NoteInput open(String name, String id, DecodedReader reader, InputOptions options) throws IOException {
        SideKeys sideKeys = SideKeys.ofFixture();
        Iterator<Entry> entry =
                List.of(read(name, id, reader, options, sideKeys)).iterator();
        return new NoteInput(name, () -> entry.hasNext() ? Optional.of(entry.next()) : Optional.empty(), reader);
    }

    /** The note of the file; the side keys take what its front matter says beside the fields. */
    public static Entry read(String name, String id, DecodedReader reader, InputOptions options, SideKeys sideKeys)
            throws IOException {
        RecordLimits limits = options.limits();
        String content = content(reader, limits);
        if (content == null) {
            return refused(name, id, Problem.of(413, "Text too long", limits.tooLong("text")));
        }
        refuseOtherThanText(name, content, reader, options.names());
        FrontMatter.Split split = FrontMatter.split(content);
        NoteDraft draft = new NoteDraft(limits);
        if (split.problem() != null) {
            return refused(name, id, split.problem());
        }
        if (split.yaml() != null) {
            Optional<Problem> problem = FrontMatter.read(split.yaml(), draft, sideKeys);
            if (problem.isPresent()) {
                return refused(name, id, problem.get());
            }
        }
        draft.put(RecordField.TEXT, content.substring(split.textStart()));
        Intake<NoteRecord> intake = draft.finish(id);
        if (intake instanceof Intake.Refused<NoteRecord> refused) {
            return refused(name, refused.id() == null ? id : refused.id(), refused.problem());
        }
        NoteRecord note = ((Intake.Accepted<NoteRecord>) intake).record();
        return new Entry.Note(new Origin(name, null, split.textLine(), split.textStart(), true), note);
    }

    private static Entry refused(String name, String id, Problem problem) {
        return new Entry.Refused(new Origin(name, null, 1, 0, false), id, problem);
    }

    /** The whole file, or null where it is longer than any note within the limits. */
    private static @Nullable String content(Reader reader, RecordLimits limits) throws IOException {
        long most = (long) limits.textBytes() + FrontMatter.MOST_CHARS;
        StringBuilder content = new StringBuilder();
        char[] buffer = new char[16 * 1024];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            content.append(buffer, 0, count);
            if (content.length() > most) {
                return null;
            }
        }
        return content.toString();
    }

    private static void refuseOtherThanText(String name, String content, DecodedReader reader, OptionNames names) {
        if (content.indexOf('\0') >= 0) {
            throw Unreadable.binary(name, names);
        }
        Optional<String> badByte = reader.badBytes() == 0 ? Optional.empty() : DecodedReader.firstBadByte(content);
        if (badByte.isPresent()) {
            throw Unreadable.charset(
                    name,
                    "line " + lineOfBadByte(content),
                    badByte.get(),
                    reader.charset().name(),
                    names);
        }
    }

    private static long lineOfBadByte(String content) {
        return 1
                + content.lines()
                        .takeWhile(line -> DecodedReader.firstBadByte(line).isEmpty())
                        .count();
    }
}
