package org.noteworthy.authoring.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.input.InputKind;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.OptionNames;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.SideKeys;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.file.JsonInput;
import org.noteworthy.input.file.TextInput;
import org.noteworthy.input.json.JsonRecords;
import org.noteworthy.input.text.DecodedReader;

/** Reads fixtures: {@code .md} and {@code .txt} notes, {@code .json} engagements, {@code .csv} tables of notes. */
public final class Fixtures {
    private final RecordLimits limits;

    /** Reads fixtures whose records are within these limits. */
    public Fixtures(RecordLimits limits) {
        this.limits = limits;
    }

    /** The fixtures of a file, several of a table; {@link UnreadableInputException} where the file is none. */
    public List<Fixture> readAll(Path file) {
        if (InputKind.ofFile(file.toString()).equals(Optional.of(InputKind.CSV))) {
            try (InputStream in = Files.newInputStream(file);
                    DecodedReader reader = new DecodedReader(in, null)) {
                return FixtureTable.read(file, reader, options());
            } catch (IOException e) {
                throw Unreadable.because(file.toString(), e);
            }
        }
        return List.of(read(file));
    }

    /** The fixture of a file that holds one; {@link UnreadableInputException} where it does not. */
    public Fixture read(Path file) {
        SideKeys sideKeys = SideKeys.ofFixture();
        List<Entry> entries = entries(file, sideKeys);
        Entry entry = entries.get(0);
        Set<String> expect = new LinkedHashSet<>(sideKeys.get(SideKeys.EXPECT).orElse(List.of()));
        List<String> playbooks = sideKeys.get(SideKeys.PLAYBOOKS).orElse(List.of());
        if (entries.stream().anyMatch(Entry.Refused.class::isInstance)) {
            throw new UnreadableInputException(file.toString(), whatIsWrong(entries));
        } else if (entry instanceof Entry.Note note) {
            Set<String> fixes = Set.copyOf(sideKeys.get(SideKeys.FIXES).orElse(List.of()));
            return new Fixture.OfNote(file, note.note(), expect, playbooks, fixes);
        }
        return new Fixture.OfEngagement(file, ((Entry.Engagement) entry).engagement(), expect, playbooks);
    }

    private static String whatIsWrong(List<Entry> entries) {
        return entries.stream()
                .filter(Entry.Refused.class::isInstance)
                .map(Entry.Refused.class::cast)
                .map(refused -> (refused.origin().entry() == null
                                ? ""
                                : "In " + refused.origin().entry() + ": ")
                        + refused.problem().detail())
                .collect(Collectors.joining(" "));
    }

    private InputOptions options() {
        return InputOptions.of(warning -> {}, InputStream.nullInputStream()).withLimits(limits);
    }

    private List<Entry> entries(Path file, SideKeys sideKeys) {
        String name = file.toString();
        Path last = file.getFileName();
        String id = last == null ? name : last.toString();
        InputKind kind = InputKind.ofFile(id).orElseThrow(() -> Unreadable.unknownKind(name, OptionNames.COMMAND_LINE));
        try (InputStream in = Files.newInputStream(file);
                DecodedReader reader = new DecodedReader(in, null)) {
            return switch (kind) {
                case TEXT -> List.of(TextInput.read(name, id, reader, options(), sideKeys));
                case JSON -> JsonInput.whole(name, id, new BufferedReader(reader), new JsonRecords(limits), sideKeys);
                default ->
                    throw new UnreadableInputException(
                            name,
                            "a fixture is a note in .md or .txt, an engagement in .json, or a table of notes in .csv.");
            };
        } catch (IOException e) {
            throw Unreadable.because(name, e);
        }
    }
}
