package org.noteworthy.audit.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.RecordedViolation;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.audit.store.KeptPlaybooks;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.Impact;
import org.noteworthy.checking.InOrder;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.Waiving;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.input.Intake;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.json.JsonRecords;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.report.ReportJson;

/**
 * Judges recorded notes again: by the very rules that judged them, with the waivers that counted then, which must give
 * the same bytes; or by others, which shows what these change, waived or not. Runs on all cores and holds a few pages at once, however many decisions there are.
 */
public final class Replay {
    private static final int TOLD = 20;

    private final AuditDatabase database;
    private final KeptPlaybooks kept;
    private final Watch watch;

    /** How far it is, and whether it should stop. */
    public interface Watch {

        /** Is told how many decisions it has gone through. */
        void at(long decisions);

        /** Whether nobody wants to know any more. */
        boolean cancelled();

        /** Watches nothing. */
        Watch NONE = new Watch() {
            @Override
            public void at(long decisions) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    public Replay(AuditDatabase database, KeptPlaybooks kept, Watch watch) {
        this.database = database;
        this.kept = kept;
        this.watch = watch;
    }

    /**
     * Judges by the very rules that judged.
     *
     * @throws CancellationException if the watch cancels it
     */
    public Replayed again(DecisionQuery query) {
        Tally tally = new Tally();
        try (Checkers checkers = new Checkers(kept)) {
            each(query, tally, decisions -> checkers.again(decisions));
        }
        return tally.replayed();
    }

    /** Judges by another edition; what it changes is told beside what the audit log says. */
    public Replayed under(DecisionQuery query, Playbook playbook) {
        Tally tally = new Tally();
        try (Checker checker = new Checker(playbook, TimeLimits.DEFAULT)) {
            each(query, tally, decisions -> under(decisions, checker));
        }
        return tally.replayed();
    }

    /** Judges by two editions, whatever the audit log says; what the second changes is told beside the first. */
    public Replayed under(DecisionQuery query, Playbook one, Playbook other) {
        Tally tally = new Tally();
        try (Checker first = new Checker(one, TimeLimits.DEFAULT);
                Checker second = new Checker(other, TimeLimits.DEFAULT)) {
            each(query, tally, decisions -> under(decisions, first, second));
        }
        return tally.replayed();
    }

    private interface Judge {
        List<Consumed> judge(List<Decision> decisions);
    }

    /** What came of one decision, to be added up in order. */
    private interface Consumed {
        void addTo(Tally tally);
    }

    private void each(DecisionQuery query, Tally tally, Judge judge) {
        ExecutorService workers = Pipeline.workers();
        try (InOrder<List<Consumed>> underWay = new InOrder<>(workers, results -> {
            results.forEach(result -> result.addTo(tally));
            watch.at(tally.decisions);
        })) {
            new DecisionReader(database).pages(query, false, null, (head, lines) -> {
                if (watch.cancelled()) {
                    throw new CancellationException("The caller is gone");
                }
                underWay.give(() -> judge.judge(DecisionReader.decisions(head, lines).stream()
                        .filter(query::asksFor)
                        .toList()));
                return true;
            });
            underWay.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Consumed> under(List<Decision> decisions, Checker checker) {
        List<Consumed> results = new ArrayList<>(decisions.size());
        for (Decision decision : decisions) {
            if (decision.record().isEmpty()) {
                results.add(Tally::addWithoutNote);
            } else if (decision.together()) {
                EngagementResult together = checker.checkTogether(engagement(decision));
                Set<String> after = together.violations().stream()
                        .map(violation -> violation.rule())
                        .collect(Collectors.toCollection(TreeSet::new));
                results.add(tally -> tally.addChange(
                        decision,
                        decision.rules(),
                        after,
                        together.gaps().failed().stream()
                                .map(rule -> rule.rule())
                                .toList()));
            } else {
                Report report = checker.check(note(decision));
                results.add(tally -> tally.addChange(decision, decision.rules(), rules(report), failed(report)));
            }
        }
        return results;
    }

    private static List<Consumed> under(List<Decision> decisions, Checker first, Checker second) {
        List<Consumed> results = new ArrayList<>(decisions.size());
        for (Decision decision : decisions) {
            if (decision.together()) {
                continue; // its notes stand in decisions of their own
            }
            if (decision.record().isEmpty()) {
                results.add(Tally::addWithoutNote);
            } else {
                NoteRecord note = note(decision);
                Report before = first.check(note);
                Report after = second.check(note);
                List<String> failed = new ArrayList<>(failed(before));
                failed.addAll(failed(after));
                results.add(tally -> tally.addChange(decision, rules(before), rules(after), failed));
            }
        }
        return results;
    }

    private static Set<String> rules(Report report) {
        return report.violations().stream().map(Violation::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> failed(Report report) {
        return report.gaps().failed().stream().map(rule -> rule.rule()).toList();
    }

    static NoteRecord note(Decision decision) {
        return read(decision, Records.RECORDS.note(decision.record().orElseThrow(), decision.subject()));
    }

    private static EngagementRecord engagement(Decision decision) {
        return read(decision, Records.RECORDS.engagement(decision.record().orElseThrow(), decision.subject()));
    }

    private static <T> T read(Decision decision, Intake<T> intake) {
        return intake.accepted()
                .orElseThrow(() -> new AuditException("The note of decision " + decision.id()
                        + " cannot be read as it was recorded. noteworthy audit verify says whether it was changed."));
    }

    /** Whatever was taken once is read again, however the limits of the service were set. */
    private static final class Records {
        static final JsonRecords RECORDS = new JsonRecords(new RecordLimits(1 << 26, 1 << 26));
    }

    /** What judges by the very rules that judged. */
    private static final class Checkers implements AutoCloseable {
        private final KeptPlaybooks kept;
        private final Map<String, Checker> checkers = new ConcurrentHashMap<>();

        Checkers(KeptPlaybooks kept) {
            this.kept = kept;
        }

        @Override
        public void close() {
            checkers.values().forEach(Checker::close);
        }

        List<Consumed> again(List<Decision> decisions) {
            List<Consumed> results = new ArrayList<>(decisions.size());
            for (Decision decision : decisions) {
                results.add(again(decision));
            }
            return results;
        }

        private Consumed again(Decision decision) {
            if (decision.record().isEmpty()) {
                return Tally::addWithoutNote;
            }
            Checker checker = checkers.computeIfAbsent(
                    decision.digest(), digest -> new Checker(kept.ofDigest(digest), TimeLimits.DEFAULT));
            byte[] report;
            Set<String> rules;
            if (decision.together()) {
                EngagementResult together =
                        Waiving.mark(checker.checkTogether(engagement(decision)), recorded(decision));
                EngagementReport whole = new EngagementReport(
                        decision.subject(),
                        decision.edition(),
                        decision.digest(),
                        List.of(),
                        together.violations(),
                        together.gaps());
                report = json(json -> ReportJson.writeWithoutNotes(json, whole));
                rules = together.violations().stream()
                        .map(violation -> violation.rule())
                        .collect(Collectors.toCollection(TreeSet::new));
            } else {
                Report one = Waiving.mark(checker.check(note(decision)), recorded(decision));
                report = json(json -> ReportJson.write(json, one));
                rules = rules(one);
            }
            // What was masked reads otherwise now, so of such a note only the broken rules can be the same.
            boolean same = decision.masked().isEmpty()
                    ? Arrays.equals(report, decision.report()) || Arrays.equals(withoutKinds(report), decision.report())
                    : rules.equals(decision.rules());
            return same
                    ? tally -> tally.addSame(decision)
                    : tally -> tally.addDifferent(new Replayed.Difference(
                            decision.id().toString(), decision.subject(), decision.product(), decision.rules(), rules));
        }
    }

    /** The waivers of then, by what they let stand; those of today are of no account here. */
    private static Waiving.Finder recorded(Decision decision) {
        if (decision.waived() == 0) {
            return (rule, note, interaction) -> null;
        }
        Map<List<@Nullable String>, AppliedWaiver> waivers = new HashMap<>();
        for (RecordedViolation violation : decision.violations()) {
            if (violation.waiver() != null) {
                waivers.put(
                        Arrays.asList(violation.rule(), violation.note(), violation.interaction()), violation.waiver());
            }
        }
        return (rule, note, interaction) -> waivers.get(Arrays.asList(rule, note, interaction));
    }

    /** A report as it was written when fixes had no kind: a quote within a text is escaped, so only fixes match. */
    private static byte[] withoutKinds(byte[] report) {
        String text = new String(report, StandardCharsets.UTF_8);
        return text.replaceAll(",\"kind\":\"(safe|suggested)\"}", "}").getBytes(StandardCharsets.UTF_8);
    }

    private interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] json(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = ReportJson.generator(bytes)) {
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Adds up what comes of the decisions. */
    private static final class Tally {
        private final Impact impact = new Impact();
        private final List<Replayed.Difference> differences = new ArrayList<>();
        private long decisions;
        private long same;
        private long different;
        private long withoutNote;
        private long masked;

        void addWithoutNote() {
            decisions++;
            withoutNote++;
        }

        void addSame(Decision decision) {
            decisions++;
            same++;
            masked += decision.masked().isEmpty() ? 0 : 1;
        }

        void addDifferent(Replayed.Difference difference) {
            decisions++;
            different++;
            if (differences.size() < TOLD) {
                differences.add(difference);
            }
        }

        void addChange(Decision decision, Set<String> before, Set<String> after, List<String> failed) {
            decisions++;
            failed.forEach(impact::addFailed);
            impact.add(decision.subject(), decision.id().toString(), before, after);
        }

        Replayed replayed() {
            return new Replayed(decisions, same, different, withoutNote, masked, differences, impact);
        }
    }
}
