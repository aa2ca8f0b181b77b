package org.noteworthy.authoring.testing;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleExamples.Example;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.input.InputKind;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteField;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;

/** Chooses examples among the fixtures of a rule, the plainest first: those that show nothing but it, in English. */
@Singleton
public final class FixtureExamples implements RuleExamples.Source {
    private static final int VIOLATING = 2;
    private static final int PASSING = 1;
    private static final int LINES = 6;

    private final Fixtures reader = new Fixtures(RecordLimits.DEFAULT);

    @Override
    public RuleExamples of(Playbook playbook, Rule rule, RuleFixtures fixtures) {
        return new RuleExamples(
                named("violates-", VIOLATING, playbook, rule.id(), fixtures),
                named("passes-", PASSING, playbook, rule.id(), fixtures));
    }

    /** At most that many of the fixtures whose names begin so. */
    private List<Example> named(String beginning, int most, Playbook playbook, String rule, RuleFixtures fixtures) {
        return fixtures.of(rule).stream()
                .map(fixtures.folder()::resolve)
                .filter(file -> file.getFileName().toString().startsWith(beginning))
                .flatMap(this::read)
                .filter(fixture ->
                        EditionRange.covers(fixture, playbook.edition().version()))
                .sorted(Comparator.<Fixture, Boolean>comparing(fixture -> !showsOnly(rule, fixture))
                        .thenComparing(fixture -> !inEnglish(playbook, fixture))
                        .thenComparing(Fixture::file))
                .limit(most)
                .map(fixture -> example(fixtures, fixture))
                .toList();
    }

    /** The fixtures of a file; none where it cannot be read, of which {@code noteworthy test} tells why. */
    private Stream<Fixture> read(Path file) {
        if (InputKind.ofFile(file.toString()).isEmpty()) {
            return Stream.empty();
        }
        try {
            return reader.readAll(file).stream();
        } catch (UnreadableInputException e) {
            return Stream.empty();
        }
    }

    private static Example example(RuleFixtures fixtures, Fixture fixture) {
        return new Example(
                fixtures.nameOf(fixture.file()),
                lines(fixture),
                fixture instanceof Fixture.OfNote ofNote ? ofNote.note() : null);
    }

    private static boolean showsOnly(String rule, Fixture fixture) {
        return fixture.expect().stream().allMatch(rule::equals);
    }

    private static boolean inEnglish(Playbook playbook, Fixture fixture) {
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
                .flatMap(field -> field.shown(note).stream()
                        .map(value -> field.key() + ": " + (value.isEmpty() ? "\"\"" : value)))
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
        engagement.interactions().stream()
                .limit(LINES)
                .map(FixtureExamples::line)
                .forEach(lines::add);
        engagement.notes().stream().limit(LINES).map(FixtureExamples::line).forEach(lines::add);
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
