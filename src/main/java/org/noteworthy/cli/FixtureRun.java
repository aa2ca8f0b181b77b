package org.noteworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.Checked;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.CrossViolation;
import org.noteworthy.checking.FailedRule;
import org.noteworthy.checking.RuleOutcome.Outcome;
import org.noteworthy.checking.Together;
import org.noteworthy.checking.Violation;
import org.noteworthy.checking.intake.RecordLimits;
import org.noteworthy.cli.input.Fixture;
import org.noteworthy.cli.input.Fixtures;
import org.noteworthy.cli.input.InputKind;
import org.noteworthy.cli.input.UnreadableInputException;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;

/**
 * Judges every fixture of a folder by the editions it names and compares the violated rules with what it expects.
 *
 * <p>{@code rules/RULE/violates-*} must violate that rule, {@code rules/RULE/passes-*} must be judged by it and pass; a
 * fixture that names no editions is judged by all that have its rule. Fixtures under {@code notes/} are whole notes.
 */
final class FixtureRun implements AutoCloseable {
    private static final String RULES = "rules";
    private static final String NOTES = "notes";

    private final Library library;
    private final List<String> versions;
    private final Fixtures reader = new Fixtures(RecordLimits.DEFAULT);
    private final Map<String, Checker> checkers = new LinkedHashMap<>();
    private final Map<String, FixtureCoverage> coverages = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int fixtures;
    private int checks;

    FixtureRun(Library library, List<String> versions) {
        this.library = library;
        this.versions = versions;
        for (String version : versions) {
            checkers.put(version, new Checker(library.named(version)));
            coverages.put(version, new FixtureCoverage(library.named(version).edition()));
        }
    }

    void run(Path folder) {
        boolean found = false;
        for (String kind : List.of(RULES, NOTES)) {
            Path part = folder.resolve(kind);
            if (Files.isDirectory(part)) {
                found = true;
                files(part).forEach(file -> run(file, kind.equals(RULES) ? part.relativize(file) : null));
            }
        }
        if (!found) {
            throw new UnusableException("There are no fixtures in " + folder + ": it has neither a folder " + RULES
                    + " nor a folder " + NOTES + ". Name another one with --fixtures.");
        }
    }

    int fixtures() {
        return fixtures;
    }

    int checks() {
        return checks;
    }

    List<String> failures() {
        return failures;
    }

    FixtureCoverage coverage(String version) {
        FixtureCoverage coverage = coverages.get(version);
        if (coverage == null) {
            throw new IllegalArgumentException("The fixtures were not judged by " + version);
        }
        return coverage;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> InputKind.ofFile(path.toString()).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnusableException("The fixtures in " + folder + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private void run(Path file, @Nullable Path ofRule) {
        fixtures++;
        Fixture fixture;
        try {
            fixture = reader.read(file);
        } catch (UnreadableInputException e) {
            failures.add(String.valueOf(e.getMessage()));
            return;
        }
        String rule = ofRule == null || ofRule.getNameCount() < 2
                ? null
                : ofRule.getName(0).toString();
        if (rule != null && library.versions().stream().noneMatch(version -> has(version, rule))) {
            failures.add(file + ": no edition has a rule \"" + rule + "\". Rename the folder.");
            return;
        }
        for (String version : fixture.playbooks().isEmpty() ? library.versions() : fixture.playbooks()) {
            if (!library.versions().contains(version)) {
                failures.add(file + ": there is no edition \"" + version + "\". Correct the fixture's playbooks.");
            } else if (versions.contains(version) && (rule == null || has(version, rule))) {
                checks++;
                check(fixture, version, rule);
            }
        }
    }

    private boolean has(String version, String rule) {
        return library.compilation(version) instanceof Compilation.Compiled compiled
                && compiled.playbook().edition().rule(rule).isPresent();
    }

    private void check(Fixture fixture, String version, @Nullable String rule) {
        Checker checker = checkers.get(version);
        if (checker == null) {
            return;
        }
        List<NoteRecord> notes = fixture instanceof Fixture.OfNote one
                ? List.of(one.note())
                : ((Fixture.OfEngagement) fixture).engagement().notes();
        Set<String> violated = new TreeSet<>();
        Set<String> passed = new TreeSet<>();
        List<FailedRule> failed = new ArrayList<>();
        for (NoteRecord note : notes) {
            Checked checked = checker.checkInDetail(note);
            checked.report().violations().stream().map(Violation::rule).forEach(violated::add);
            failed.addAll(checked.report().gaps().failed());
            checked.ruleOutcomes().forEach((id, outcome) -> {
                if (outcome.outcome() == Outcome.PASSED) {
                    passed.add(id);
                }
            });
        }
        if (fixture instanceof Fixture.OfEngagement together) {
            Together seen = checker.checkTogether(together.engagement());
            seen.violations().stream().map(CrossViolation::rule).forEach(violated::add);
            failed.addAll(seen.gaps().failed());
            coverage(version).engagementRules().stream()
                    .filter(id -> !violated.contains(id))
                    .forEach(passed::add);
        }
        failed.stream().map(FailedRule::rule).forEach(passed::remove);
        coverage(version).saw(violated, passed);
        List<String> complaints = complaints(fixture, rule, violated, passed);
        failed.forEach(each -> complaints.add("  failed    " + each.rule() + ": " + each.reason()));
        if (!complaints.isEmpty()) {
            failures.add(fixture.file() + " under " + version + ":\n" + String.join("\n", complaints));
        }
    }

    private static List<String> complaints(
            Fixture fixture, @Nullable String rule, Set<String> violated, Set<String> passed) {
        List<String> complaints = new ArrayList<>();
        if (!violated.equals(fixture.expect())) {
            complaints.add("  expected  " + listed(fixture.expect()));
            complaints.add("  got       " + listed(violated));
        }
        String name = fixture.file().getFileName().toString();
        if (rule != null && name.startsWith("violates-") && !violated.contains(rule)) {
            complaints.add("  is named violates-… and does not violate " + rule);
        }
        if (rule != null && name.startsWith("passes-") && !passed.contains(rule)) {
            complaints.add(
                    "  is named passes-… and " + rule + " does not pass: it is violated or does not judge the note");
        }
        return complaints;
    }

    private static String listed(Set<String> rules) {
        return rules.isEmpty() ? "nothing" : String.join(", ", rules);
    }

    @Override
    public void close() {
        checkers.values().forEach(Checker::close);
    }
}
