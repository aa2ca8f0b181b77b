package org.noteworthy.authoring.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.InputKind;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;

/**
 * The fixtures of a folder, and by which editions each is judged.
 *
 * <p>{@code rules/RULE/violates-*} must violate that rule, {@code rules/RULE/passes-*} must be judged by it and pass, and
 * {@code rules/RULE/needs-person-*} must lack a fact that it needs; a fixture that names no editions is judged by all that
 * have its rule. Fixtures under {@code notes/} are whole notes. What a fixture expects of a rule that an edition lacks and
 * another one has is not asked of the first: so a rule can be retired without touching the fixtures of others.
 */
public final class FixtureFolder {
    private static final String RULES = "rules";
    private static final String NOTES = "notes";

    private final Library library;
    private final List<String> versions;
    private final Fixtures reader = new Fixtures(RecordLimits.DEFAULT);
    private final List<FixtureCase> cases = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> known;
    private final Map<String, SortedMap<String, Integer>> leftOut = new HashMap<>();
    private int fixtures;

    private FixtureFolder(Library library, List<String> versions) {
        this.library = library;
        this.versions = versions;
        known = library.ruleNames();
    }

    /** Reads a folder for these editions of a library. */
    public static FixtureFolder read(Path folder, Library library, List<String> versions) {
        FixtureFolder read = new FixtureFolder(library, versions);
        boolean found = false;
        for (String kind : List.of(RULES, NOTES)) {
            Path part = folder.resolve(kind);
            if (Files.isDirectory(part)) {
                found = true;
                files(part).forEach(file -> read.read(file, kind.equals(RULES) ? part.relativize(file) : null));
            }
        }
        if (!found) {
            throw new UsageException("There are no fixtures in " + folder + ": it has neither a folder " + RULES
                    + " nor a folder " + NOTES + ". Name another one with --fixtures.");
        }
        return read;
    }

    /** How many fixtures there are. */
    int fixtures() {
        return fixtures;
    }

    /** What to judge by what. */
    public List<FixtureCase> cases() {
        return cases;
    }

    /** Rules that an edition lacks and fixtures expect of it because others have them, with how many fixtures do. */
    public SortedMap<String, Integer> leftOut(String version) {
        return leftOut.getOrDefault(version, Collections.emptySortedMap());
    }

    /** The rule that is most likely meant by a name that no edition has, as a sentence; empty where none is near. */
    String maybe(String name) {
        return Nearest.maybe(name, known);
    }

    /** What is wrong with the fixtures themselves. */
    List<String> complaints() {
        return complaints;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> InputKind.ofFile(path.toString()).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageException("The fixtures in " + folder + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private void read(Path file, @Nullable Path ofRule) {
        List<Fixture> ofFile;
        try {
            ofFile = reader.readAll(file);
        } catch (UnreadableInputException e) {
            fixtures++;
            complaints.add(String.valueOf(e.getMessage()));
            return;
        }
        fixtures += ofFile.size();
        String rule = ofRule == null || ofRule.getNameCount() < 2
                ? null
                : ofRule.getName(0).toString();
        if (rule != null && !known.contains(rule)) {
            complaints.add(file + ": no edition has a rule \"" + rule + "\". Rename the folder." + maybe(rule));
            return;
        }
        ofFile.forEach(fixture -> add(fixture, rule));
    }

    private void add(Fixture fixture, @Nullable String rule) {
        List<String> wrong = fixture.playbooks().stream()
                .map(written -> EditionRange.of(written).complaint(library.versions()))
                .filter(complaint -> !complaint.isEmpty())
                .toList();
        wrong.forEach(complaint -> complaints.add(fixture.place() + ": " + complaint));
        if (!wrong.isEmpty()) {
            return;
        }
        for (String version : versions) {
            if (EditionRange.covers(fixture, version) && (rule == null || has(version, rule))) {
                cases.add(new FixtureCase(fixture, version, rule, expected(fixture, version)));
            }
        }
    }

    /** What is expected of an edition: rules that only others have are left out, those that none has are not. */
    private Set<String> expected(Fixture fixture, String version) {
        Set<String> expected = new TreeSet<>(fixture.expect());
        for (String id : fixture.expect()) {
            if (known.contains(id) && !has(version, id)) {
                expected.remove(id);
                leftOut.computeIfAbsent(version, each -> new TreeMap<>()).merge(id, 1, Integer::sum);
            }
        }
        return expected;
    }

    private boolean has(String version, String rule) {
        return library.compilation(version) instanceof Compilation.Compiled compiled
                && compiled.playbook().edition().rule(rule).isPresent();
    }
}
