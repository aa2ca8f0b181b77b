package org.noteworthy.drafts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.authoring.lint.Code;
import org.noteworthy.authoring.lint.LintDiagnostic;
import org.noteworthy.authoring.lint.Linted;
import org.noteworthy.authoring.testing.FixtureFolder;
import org.noteworthy.authoring.testing.FixtureRun;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** Looks at one draft as it would be in the rules folder: lint, fixtures, and its effect on notes. */
final class CheckRun {
    private final Surroundings surroundings;
    private final Drafts drafts;
    private final Preview preview;

    CheckRun(Surroundings surroundings, Drafts drafts, Preview preview) {
        this.surroundings = surroundings;
        this.drafts = drafts;
        this.preview = preview;
    }

    /** The rules folder as it would be, and what lint says of the editions that would change. */
    record Linting(Draft draft, Library now, Library then, Checks checks) {}

    /** Reads and lints; compiles nothing. */
    Linting lint(Draft draft) {
        return lint(draft, drafts.editionFiles(draft), () -> false);
    }

    /**
     * The same of a draft that would have these files.
     *
     * @throws CancellationException if it is cancelled
     */
    Linting lint(Draft draft, SortedMap<String, byte[]> files, BooleanSupplier cancelled) {
        String base = draft.base().edition();
        String becomes = Preview.target(base, files.get(EditionFiles.SETTINGS));
        Library now = surroundings.library();
        stopIf(cancelled);
        Library then = preview.of(drafts.rules(), becomes, files);
        TreeSet<String> changes = new TreeSet<>(Preview.changed(now, then));
        if (!draft.ofWaivers()) {
            changes.add(becomes);
        }
        List<Linted> lint = new ArrayList<>();
        for (String version : changes) {
            stopIf(cancelled);
            lint.add(Linted.of(version, then.written(version)));
        }
        if (draft.ofWaivers()) {
            List<Linted> editions = then.versions().stream()
                    .map(version -> Linted.of(version, then.written(version)))
                    .toList();
            LocalDate today = LocalDate.now(surroundings.clock());
            lint.add(Linted.ofWaivers("rules", then.waivers(), editions, today));
        }
        String digest = draft.ofWaivers() ? waivers(files) : then.filesDigest(becomes);
        return new Linting(
                draft,
                now,
                then,
                new Checks(
                        draft.digest(),
                        becomes,
                        digest,
                        surroundings.clock().instant(),
                        List.copyOf(changes),
                        lint,
                        null,
                        null,
                        "",
                        true));
    }

    /** The edition that a draft would become, as its files say it. */
    WrittenEdition written(Draft draft, BooleanSupplier cancelled) {
        SortedMap<String, byte[]> files = drafts.editionFiles(draft);
        String becomes = Preview.target(draft.base().edition(), files.get(EditionFiles.SETTINGS));
        stopIf(cancelled);
        return preview.of(drafts.rules(), becomes, files).written(becomes);
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Nobody wants to know any more");
        }
    }

    /** The digest by which the audit log names waivers; of none, that of nothing. */
    static String waivers(SortedMap<String, byte[]> files) {
        return "sha256:" + Content.hashOf(files.getOrDefault(Draft.WAIVERS, new byte[0]));
    }

    /** Compiles, and adds what only the compiler sees. */
    Linting compile(Linting linting) {
        Library compiled = preview.compiled(linting.then());
        Checks checks = linting.checks();
        List<Linted> lint = checks.lint().stream()
                .map(linted -> checks.changes().contains(linted.folder())
                        ? withCompilation(linted, compiled.diagnostics(linted.folder()))
                        : linted)
                .toList();
        return new Linting(linting.draft(), linting.now(), compiled, checks.with(lint));
    }

    /** What only the compiler sees stands beside what lint sees. */
    private static Linted withCompilation(Linted linted, List<Diagnostic> compilation) {
        List<Diagnostic> known =
                linted.diagnostics().stream().map(LintDiagnostic::detail).toList();
        List<LintDiagnostic> all = new ArrayList<>(linted.diagnostics());
        compilation.stream()
                .filter(diagnostic -> !known.contains(diagnostic))
                .forEach(diagnostic -> all.add(new LintDiagnostic(Code.RULE, diagnostic)));
        return new Linted(
                linted.folder(), linted.edition(), all.stream().sorted().toList());
    }

    /** Judges the fixtures, as the draft has them, by the editions that would change. */
    Checks.Fixtures fixtures(Linting linting, BooleanSupplier cancelled) {
        Checks checks = linting.checks();
        List<String> versions = checks.changes().stream()
                .filter(version -> linting.then().diagnostics(version).isEmpty())
                .toList();
        Path folder = fixturesOf(linting.draft());
        boolean there = Files.isDirectory(folder.resolve("rules")) || Files.isDirectory(folder.resolve("notes"));
        if (!there || versions.isEmpty()) {
            return new Checks.Fixtures(0, 0, List.of(), List.of());
        }
        FixtureFolder fixtures = FixtureFolder.read(folder, linting.then(), versions);
        FixtureRun run = FixtureRun.of(fixtures, linting.then(), versions, cancelled);
        String home = folder + "/";
        return new Checks.Fixtures(
                run.fixtures(),
                run.checks(),
                run.failures().stream()
                        .map(failure -> failure.replace(home, Content.FIXTURES))
                        .toList(),
                run.coverages().stream()
                        .flatMap(coverage -> coverage.lines().stream())
                        .toList());
    }

    /** The folder of the fixtures or, where the draft changes some, a copy in which they are changed. */
    private Path fixturesOf(Draft draft) {
        TreeSet<String> touched = new TreeSet<>(draft.content().files().keySet());
        touched.addAll(draft.base().content().files().keySet());
        touched.removeIf(path -> !Content.isFixture(path));
        Path home = surroundings.fixtures();
        if (touched.isEmpty()) {
            return home;
        }
        Map<String, Optional<byte[]>> changed = new TreeMap<>();
        for (String path : touched) {
            changed.put(path, draft.content().hash(path).map(hash -> drafts.file(draft, path)));
        }
        Path copy = preview.fixtures();
        new FixtureFiles(home).copy(copy, changed);
        return copy;
    }

    /**
     * What the change does to recorded notes; {@code soFar} is told what it does to the latest of them before.
     *
     * @throws CancellationException if it is cancelled
     */
    UnaryOperator<Checks> effect(Linting linting, Consumer<Effect> soFar, BooleanSupplier cancelled) {
        String trouble = troubleOf(linting);
        if (!trouble.isEmpty()) {
            return checks -> checks.without(trouble);
        }
        try {
            Optional<AuditDatabase> audit = surroundings.audit();
            if (audit.isEmpty()) {
                return checks -> checks.without("Nothing is recorded here, so there are no notes to judge.");
            }
            try (Judges judges = judges(linting)) {
                String edition = linting.draft().ofWaivers()
                        ? ""
                        : linting.draft().base().edition();
                Effect whole = new EffectRun(judges::now, judges::then, digestNow(linting))
                        .onRecorded(audit.get(), edition, soFar, cancelled);
                return checks -> checks.with(whole);
            }
        } catch (AuditException e) {
            return checks -> checks.without(e.sentence());
        }
    }

    /** What the change does to these notes. */
    Effect effect(Linting linting, List<NoteRecord> notes) {
        String trouble = troubleOf(linting);
        if (!trouble.isEmpty()) {
            throw DraftException.conflict(trouble);
        }
        try (Judges judges = judges(linting)) {
            return new EffectRun(judges::now, judges::then, digestNow(linting)).on(notes);
        }
    }

    private static String troubleOf(Linting linting) {
        String base = linting.draft().base().edition();
        if (linting.draft().ofWaivers()) {
            return "";
        }
        if (linting.now().serving(base).isEmpty()) {
            return "The edition " + base + " does not judge now, so there is nothing to compare with.";
        }
        return linting.then().diagnostics(linting.checks().becomes()).isEmpty()
                ? ""
                : "The draft has errors, so it judges no note.";
    }

    /** Digest of the edition by which all notes are judged now; empty where there are several, or waivers count. */
    private static String digestNow(Linting linting) {
        boolean one = !linting.draft().ofWaivers()
                && linting.now().waivers().waivers().isEmpty();
        return one
                ? linting.now()
                        .named(linting.draft().base().edition())
                        .edition()
                        .digest()
                : "";
    }

    private Judges judges(Linting linting) {
        Reviewer now = new Reviewer(linting.now(), surroundings.clock(), TimeLimits.DEFAULT);
        Reviewer then = new Reviewer(linting.then(), surroundings.clock(), TimeLimits.DEFAULT);
        return linting.draft().ofWaivers()
                ? new Judges(now, then)
                : new Judges(
                        now.by(linting.draft().base().edition()),
                        then.by(linting.checks().becomes()));
    }

    /** What judges as it is now, and as it would be. */
    private record Judges(Reviewer before, Reviewer after) implements AutoCloseable {
        Report now(NoteRecord note) {
            return before.checkInDetail(note).report();
        }

        Report then(NoteRecord note) {
            return after.checkInDetail(note).report();
        }

        @Override
        public void close() {
            before.close();
            after.close();
        }
    }
}
