package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noteworthy.checking.intake.RecordLimits;
import org.noteworthy.cli.input.Fixture;
import org.noteworthy.cli.input.Fixtures;
import org.noteworthy.cli.input.InputKind;
import org.noteworthy.cli.input.UnreadableInputException;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteField;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;

/** A few fixtures of a rule, the plainest first: those that show nothing but it, in English. */
final class RuleExamples {
    static final String VIOLATES = "violates-";
    static final String PASSES = "passes-";
    private static final int LINES = 6;

    private final Path folder;
    private final Playbook playbook;
    private final String rule;
    private final Fixtures reader = new Fixtures(RecordLimits.DEFAULT);

    RuleExamples(Path fixtures, Playbook playbook, String rule) {
        folder = fixtures.resolve("rules").resolve(rule);
        this.playbook = playbook;
        this.rule = rule;
    }

    /**
     * One of them.
     *
     * @param lines what is known beside the text, and how the text begins
     */
    record Example(Path file, List<String> lines) {
        Example {
            lines = List.copyOf(lines);
        }

        /** The file's path with forward slashes, as people type it anywhere. */
        String shownFile() {
            return file.toString().replace('\\', '/');
        }
    }

    /** At most that many of the fixtures whose names begin so. */
    List<Example> named(String beginning, int most) {
        return fixtures(beginning).stream()
                .filter(this::ofThisEdition)
                .sorted(Comparator.<Fixture, Boolean>comparing(fixture -> !showsOnlyTheRule(fixture))
                        .thenComparing(fixture -> !inEnglish(fixture))
                        .thenComparing(Fixture::file))
                .limit(most)
                .map(fixture -> new Example(fixture.file(), lines(fixture)))
                .toList();
    }

    private List<Fixture> fixtures(String beginning) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Fixture> fixtures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .filter(file -> InputKind.ofFile(file.toString()).isPresent())
                    .forEach(file -> fixtures.addAll(reader.readAll(file)));
        } catch (IOException | UnreadableInputException e) {
            throw new UnusableException("The fixtures in " + folder + " cannot be read: " + e.getMessage()
                    + " Mend them, or name another folder with --fixtures.");
        }
        return fixtures;
    }

    private boolean ofThisEdition(Fixture fixture) {
        return fixture.playbooks().isEmpty()
                || fixture.playbooks().contains(playbook.edition().version());
    }

    private boolean showsOnlyTheRule(Fixture fixture) {
        return fixture.expect().stream().allMatch(rule::equals);
    }

    private boolean inEnglish(Fixture fixture) {
        return fixture instanceof Fixture.OfEngagement
                || fixture instanceof Fixture.OfNote ofNote
                        && playbook.parser().parse(ofNote.note()).language().equals("en");
    }

    private static List<String> lines(Fixture fixture) {
        return fixture instanceof Fixture.OfNote ofNote
                ? lines(ofNote.note())
                : lines(((Fixture.OfEngagement) fixture).engagement());
    }

    private static List<String> lines(NoteRecord note) {
        List<String> lines = new ArrayList<>();
        String known = Stream.of(NoteField.values())
                .flatMap(field -> field.shown(note).stream().map(value -> field.key() + ": " + value))
                .collect(Collectors.joining(", "));
        if (!known.isEmpty()) {
            lines.add("(" + known + ")");
        }
        List<String> text = note.text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
        lines.addAll(text.subList(0, Math.min(LINES, text.size())));
        if (text.size() > LINES) {
            lines.add("…");
        }
        return lines;
    }

    private static List<String> lines(EngagementRecord engagement) {
        List<String> lines = new ArrayList<>();
        engagement.interactions().stream().limit(LINES).map(RuleExamples::line).forEach(lines::add);
        engagement.notes().stream().limit(LINES).map(RuleExamples::line).forEach(lines::add);
        return lines;
    }

    private static String line(InteractionRecord interaction) {
        return "interaction " + interaction.id() + (interaction.author() == null ? "" : " of " + interaction.author());
    }

    private static String line(NoteRecord note) {
        return "note " + note.id() + (note.author() == null ? "" : " by " + note.author())
                + (note.interaction() == null ? "" : " on " + note.interaction());
    }
}
