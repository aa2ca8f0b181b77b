package org.noteworthy.authoring.scaffold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.authoring.testing.Fixture;
import org.noteworthy.authoring.testing.FixtureCase;
import org.noteworthy.authoring.testing.Fixtures;
import org.noteworthy.checking.Checker;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.playbooks.Playbook;

/** Existing fixtures from which new ones are made; each new one is checked before anybody sees it. */
final class Models implements AutoCloseable {
    static final String PASSES = "passes-";
    static final String VIOLATES = "violates-";
    private static final String NEW = "new";
    private static final String JSON = ".json";
    private static final long LARGEST = 1 << 16;
    private static final int MOST = 200;
    private static final Pattern NOTHING = Pattern.compile("(?m)(^expect: \\[|\"expect\"\\s*:\\s*\\[)\\s*]");
    private static final String RANGE = "(?m)^playbooks:.*\\R";

    private final List<Path> files;
    private final List<Checker> checkers;
    private final Fixtures reader = new Fixtures(RecordLimits.DEFAULT);

    private Models(List<Path> files, List<Checker> checkers) {
        this.files = files;
        this.checkers = checkers;
    }

    /** The fixtures of these rules, to be judged by these editions. */
    static Models of(RuleFixtures fixtures, Stream<String> rules, List<Playbook> playbooks) {
        return new Models(
                rules.flatMap(rule -> fixtures.of(rule).stream())
                        .map(fixtures.folder()::resolve)
                        .filter(file -> file.toString().matches(".*\\.(md|txt|json)"))
                        .limit(MOST)
                        .toList(),
                playbooks.stream().map(Checker::new).toList());
    }

    /** Writes a copy of the first fixture that shows a rule in that manner; its name, if there is one. */
    Optional<String> copy(String rule, String manner, Staged folder) {
        return files.stream()
                .filter(model -> {
                    String name = model.getFileName().toString();
                    return name.startsWith(PASSES) || name.startsWith(VIOLATES);
                })
                .filter(model -> holds(rule, folder.write(manner + NEW + kind(model), bytes(text(model)))))
                .map(model -> manner + NEW + kind(model))
                .findFirst();
    }

    /**
     * Writes a fixture that passes a new rule, and one that violates it since it holds the rule's name.
     *
     * @return their names; none where no model is right for it
     */
    List<String> invent(String rule, Staged folder) {
        for (Path model : files) {
            String text = text(model).replaceAll(RANGE, "");
            Matcher nothing = NOTHING.matcher(text);
            if (nothing.find()) {
                String passes = PASSES + NEW + kind(model);
                String violates = VIOLATES + NEW + kind(model);
                String expected = kind(model).equals(JSON) ? "\"" + rule + "\"" : rule;
                String expecting = nothing.replaceFirst("$1" + expected + "]");
                Path passing = folder.write(passes, bytes(text));
                if (holds(rule, passing)
                        && holding(rule, expecting, passing)
                                .anyMatch(each -> holds(rule, folder.write(violates, bytes(each))))) {
                    return List.of(passes, violates);
                }
            }
        }
        return List.of();
    }

    /** The text with the rule's name at the end of each line of a note in turn, or as the id of each interaction. */
    private Stream<String> holding(String rule, String text, Path file) {
        if (fixture(file).orElse(null) instanceof Fixture.OfEngagement of) {
            return of.engagement().interactions().stream()
                    .map(interaction -> text.replace("\"" + interaction.id() + "\"", "\"" + rule + "\""));
        }
        List<String> lines = text.lines().toList();
        int first = lines.lastIndexOf("---") + 1;
        return IntStream.range(first, lines.size())
                .map(i -> first + lines.size() - 1 - i)
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> {
                    List<String> changed = new ArrayList<>(lines);
                    changed.set(i, lines.get(i) + " " + rule);
                    return String.join("\n", changed) + "\n";
                });
    }

    /** Whether a fixture is as it says by every edition that it is for, one at least. */
    private boolean holds(String rule, Path file) {
        Fixture fixture = fixture(file).orElse(null);
        if (fixture == null) {
            return false;
        }
        List<Checker> judging = checkers.stream()
                .filter(checker -> fixture.isFor(version(checker)))
                .toList();
        return !judging.isEmpty()
                && judging.stream()
                        .allMatch(checker ->
                                new FixtureCase(fixture, version(checker), rule, fixture.expect()).holds(checker));
    }

    private static String version(Checker checker) {
        return checker.playbook().edition().version();
    }

    private Optional<Fixture> fixture(Path file) {
        try {
            return Optional.of(reader.read(file));
        } catch (UnreadableInputException e) {
            return Optional.empty();
        }
    }

    private static String kind(Path file) {
        return file.toString().substring(file.toString().lastIndexOf('.'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A small text; empty where it is none. */
    private static String text(Path file) {
        try {
            return Files.size(file) > LARGEST ? "" : Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        checkers.forEach(Checker::close);
    }
}
