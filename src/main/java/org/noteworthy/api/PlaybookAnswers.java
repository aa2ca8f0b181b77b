package org.noteworthy.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.answer.Change;
import org.noteworthy.api.answer.ChangedCell;
import org.noteworthy.api.answer.ChangedLine;
import org.noteworthy.api.answer.Comparison;
import org.noteworthy.api.answer.Playbook;
import org.noteworthy.api.answer.Playbooks;
import org.noteworthy.api.answer.Reason;
import org.noteworthy.authoring.explain.ComparedEdition;
import org.noteworthy.authoring.explain.EditionDiff;
import org.noteworthy.drafts.text.DiffLine;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Edition;

/** What is answered of the editions as they stand at one moment, and of how two of them differ. */
final class PlaybookAnswers {
    private final PlaybookSnapshot now;
    private final @Nullable String inForce;

    PlaybookAnswers(PlaybookSnapshot now, LocalDate today) {
        this.now = now;
        inForce = now.library().inForceOn(today).orElse(null);
    }

    /** Every edition, oldest first, and when the folder was last looked at. */
    Playbooks all(Instant looked) {
        List<Playbook> playbooks = now.library().versions().stream()
                .map(version -> playbook(version, null))
                .toList();
        List<Diagnostic> ofWaivers = now.library().waivers().diagnostics();
        return new Playbooks(inForce, now.lost(), looked, playbooks, ofWaivers.isEmpty() ? null : Reason.of(ofWaivers));
    }

    /** One edition with the list of its files. */
    Playbook withFiles(String version) {
        return playbook(
                version,
                now.library()
                        .serving(version)
                        .map(playbook -> playbook.files().names())
                        .orElse(List.of()));
    }

    private Playbook playbook(String version, @Nullable List<String> files) {
        Library library = now.library();
        List<Diagnostic> diagnostics = library.diagnostics(version);
        Edition edition =
                library.serving(version).map(serving -> serving.edition()).orElse(null);
        return new Playbook(
                version,
                diagnostics.isEmpty() ? "active" : "rejected",
                edition != null,
                version.equals(inForce),
                library.inForceFrom(version).orElse(null),
                library.inForceTo(version).orElse(null),
                edition == null ? null : edition.title(),
                edition == null ? null : edition.source(),
                edition == null ? null : edition.digest(),
                edition == null ? null : now.since().get(version),
                edition == null ? null : edition.rules().size(),
                edition == null ? null : edition.clauses().size(),
                Reason.of(diagnostics),
                files);
    }

    static Comparison comparison(String from, String to, ComparedEdition one, ComparedEdition other) {
        List<Change> changes = EditionDiff.of(one, other).changes().stream()
                .map(change -> new Change(
                        change.kind().name().toLowerCase(Locale.ROOT),
                        change.what(),
                        change.name(),
                        change.details(),
                        change.cells().stream()
                                .map(cell -> new ChangedCell(cell.name(), cell.from(), cell.to()))
                                .toList(),
                        change.what().equals("rule") ? lines(change.name(), one, other) : null))
                .toList();
        return new Comparison(from, to, changes);
    }

    private static List<ChangedLine> lines(String rule, ComparedEdition one, ComparedEdition other) {
        String before = one.textOf(rule).orElse("");
        String after = other.textOf(rule).orElse("");
        return DiffLine.of(before, after).stream()
                .map(line -> new ChangedLine(line.before(), line.after(), Characters.wellFormed(line.text())))
                .toList();
    }
}
