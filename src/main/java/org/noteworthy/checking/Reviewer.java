package org.noteworthy.checking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.failure.UserException;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.NoPlaybookInForceException;
import org.noteworthy.playbooks.PlaybookRefusedException;
import org.noteworthy.playbooks.UnknownPlaybookException;
import org.noteworthy.playbooks.waiver.Waivers;

/**
 * Judges each note by the edition that binds it: the one named, else the one in force on the day it was written, else
 * today's.
 *
 * <p>A note without an edition to judge it is answered with a problem; the others go on. Safe for use by many threads.
 */
public final class Reviewer implements AutoCloseable {
    private final Library library;
    private final @Nullable String named;
    private final Waivers waivers;
    private final Clock clock;
    private final TimeLimits limits;
    private final Map<String, Checker> checkers;

    /** Judges each note by its own edition, with the waivers of the library. */
    public Reviewer(Library library, Clock clock, TimeLimits limits) {
        this(library, null, library.waivers().waivers(), clock, limits, new ConcurrentHashMap<>());
    }

    private Reviewer(
            Library library,
            @Nullable String named,
            Waivers waivers,
            Clock clock,
            TimeLimits limits,
            Map<String, Checker> checkers) {
        this.library = library;
        this.named = named;
        this.waivers = waivers;
        this.clock = clock;
        this.limits = limits;
        this.checkers = checkers;
    }

    /** The same reviewer, judging every note by the edition of that name; by each note's own where it is null. */
    public Reviewer by(@Nullable String version) {
        if (version != null) {
            library.named(version);
        }
        return new Reviewer(library, version, waivers, clock, limits, checkers);
    }

    /** The same reviewer, for which every violation counts. */
    public Reviewer withoutWaivers() {
        return new Reviewer(library, named, Waivers.NONE, clock, limits, checkers);
    }

    /** The day by which waivers are valid: that on which it is judged, in UTC. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The library whose editions it judges by. */
    public Library library() {
        return library;
    }

    /** What judges a note of that day. */
    public Checker checkerOn(@Nullable LocalDate writtenOn) {
        return checker(version(writtenOn));
    }

    /** Judges one note, and tells how each rule ended and how the note was read. */
    public Checked checkInDetail(NoteRecord note) {
        Checked checked = checkerOn(note.writtenOn()).checkInDetail(note);
        return waivers.isEmpty() ? checked : checked.with(Waiving.mark(checked.report(), waivers, today(), note, null));
    }

    private Report waived(Report report, NoteRecord note, @Nullable String engagement) {
        return waivers.isEmpty() ? report : Waiving.mark(report, waivers, today(), note, engagement);
    }

    /**
     * Judges entries; the results are in their order. Notes of one edition are judged in one go. An engagement gives a
     * result of its own after one for each of its notes that no edition can judge; these still count when it is seen
     * together, since what they say is known. Where no edition can judge it together, its notes are judged each by itself.
     */
    public List<Result> review(List<Entry> entries) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        Map<String, List<NoteRecord>> notes = new LinkedHashMap<>();
        List<List<Result>> results = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            results.add(List.of());
            Entry entry = entries.get(i);
            if (entry instanceof Entry.Note note) {
                try {
                    String version = version(note.note().writtenOn());
                    checker(version);
                    places.computeIfAbsent(version, each -> new ArrayList<>()).add(i);
                    notes.computeIfAbsent(version, each -> new ArrayList<>()).add(note.note());
                } catch (UnknownPlaybookException | NoPlaybookInForceException | PlaybookRefusedException e) {
                    results.set(
                            i,
                            List.of(new Result.Unjudged(
                                    note.origin(), note.note().id(), problem(e))));
                }
            } else if (entry instanceof Entry.Engagement engagement) {
                results.set(i, review(engagement));
            } else if (entry instanceof Entry.Refused refused) {
                results.set(
                        i,
                        List.of(new Result.Unjudged(
                                refused.origin(), refused.kind(), refused.id(), refused.problem())));
            }
        }
        notes.forEach((version, records) -> {
            List<Report> reports = checker(version).check(records);
            for (int i = 0; i < reports.size(); i++) {
                int place = places.getOrDefault(version, List.of()).get(i);
                Report report = waived(reports.get(i), records.get(i), null);
                results.set(place, List.of(new Result.Judged(entries.get(place).origin(), records.get(i), report)));
            }
        });
        return results.stream().flatMap(List::stream).toList();
    }

    private List<Result> review(Entry.Engagement entry) {
        EngagementRecord engagement = entry.engagement();
        List<Result> results = new ArrayList<>();
        List<NoteRecord> judged = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        for (NoteRecord note : engagement.notes()) {
            try {
                Report report = checker(version(note.writtenOn())).check(note);
                reports.add(waived(report, note, engagement.engagement()));
                judged.add(note);
            } catch (UnknownPlaybookException | NoPlaybookInForceException | PlaybookRefusedException e) {
                results.add(new Result.Unjudged(entry.origin(), note.id(), problem(e)));
            }
        }
        try {
            Checker checker = checker(version(lastDay(engagement)));
            EngagementResult judgedTogether = checker.checkTogether(engagement);
            EngagementResult together =
                    waivers.isEmpty() ? judgedTogether : Waiving.mark(judgedTogether, waivers, today(), engagement);
            EngagementReport report = new EngagementReport(
                    engagement.engagement(),
                    checker.playbook().edition().version(),
                    checker.playbook().edition().digest(),
                    reports,
                    together.violations(),
                    together.gaps());
            EngagementRecord seen = new EngagementRecord(engagement.engagement(), judged, engagement.interactions());
            results.add(new Result.JudgedEngagement(entry.origin(), seen, report));
        } catch (UnknownPlaybookException | NoPlaybookInForceException | PlaybookRefusedException e) {
            for (int i = 0; i < reports.size(); i++) {
                results.add(new Result.Judged(entry.origin(), judged.get(i), reports.get(i)));
            }
            results.add(
                    new Result.Unjudged(entry.origin(), RecordKind.ENGAGEMENT, engagement.engagement(), problem(e)));
        }
        return results;
    }

    /** Day of the latest note or interaction: the edition in force then judges what they are together. */
    private static @Nullable LocalDate lastDay(EngagementRecord engagement) {
        return Stream.concat(
                        engagement.notes().stream().map(NoteRecord::writtenOn),
                        engagement.interactions().stream().map(InteractionRecord::on))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private String version(@Nullable LocalDate writtenOn) {
        if (named != null) {
            return named;
        }
        return library.versionInForceOn(writtenOn == null ? LocalDate.now(clock) : writtenOn);
    }

    private Checker checker(String version) {
        return checkers.computeIfAbsent(version, name -> new Checker(library.named(name), limits));
    }

    /** Why no edition can judge, as a problem: what a library throws for a name or day that it has no playbook for. */
    public static Problem problem(UserException e) {
        int status = e instanceof UnknownPlaybookException ? 404 : 503;
        String title = e instanceof UnknownPlaybookException
                ? "Unknown playbook"
                : e instanceof PlaybookRefusedException ? "The playbook cannot be used" : "No playbook in force";
        return Problem.of(status, title, e.sentence());
    }

    @Override
    public void close() {
        checkers.values().forEach(Checker::close);
        checkers.clear();
    }
}
