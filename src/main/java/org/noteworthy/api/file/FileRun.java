package org.noteworthy.api.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.noteworthy.api.Caller;
import org.noteworthy.api.Metrics;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.Recorder;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.FormatName;
import org.noteworthy.report.FormatOptions;
import org.noteworthy.report.ReportFormat;

/** Checks what was sent, as the command line checks a file, and records it as a batch is recorded. */
final class FileRun {
    private static final Logger LOG = Logger.getLogger("noteworthy.files");
    private static final String CALL = "file";

    private final PlaybookService playbooks;
    private final Recorder recorder;
    private final Metrics metrics;
    private final Reviewer reviewer;
    private final boolean waivers;
    private final Caller caller;
    private final Lasting lasting;

    /** Some notes that were judged: they are answered when their decisions are recorded. */
    private record Portion(List<Result> results, WriteResult recording) {}

    FileRun(
            PlaybookService playbooks,
            Recorder recorder,
            Metrics metrics,
            Reviewer reviewer,
            boolean waivers,
            Caller caller,
            Lasting lasting) {
        this.playbooks = playbooks;
        this.recorder = recorder;
        this.metrics = metrics;
        this.reviewer = reviewer;
        this.waivers = waivers;
        this.caller = caller;
        this.lasting = lasting;
    }

    /** Writes the report on those notes; {@code name} is what was sent, as a whole. */
    void write(FormatName format, String name, SentNotes notes, OutputStream out) throws IOException {
        try {
            ReportFormat report = format.create(out, options());
            Tally tally = new Tally();
            report.begin();
            Pipeline<Portion> pipeline =
                    new Pipeline<>(playbooks.workers(), this::judge, portion -> answer(portion, report, tally));
            while (!notes.isOver()) {
                pipeline.run(notes);
                notes.takeBroken()
                        .ifPresent(broken -> add(unreadable(broken.input(), broken.problem()), report, tally));
            }
            if (lasting.isGone()) {
                throw new IOException("whoever has sent the file is gone");
            }
            lasting.reason().ifPresent(reason -> add(unreadable(name, reason), report, tally));
            report.end(tally);
            out.flush();
        } catch (UncheckedIOException e) {
            LOG.debugf(e, "The check of a file ended early: its caller is gone");
            throw e.getCause();
        }
    }

    private FormatOptions options() {
        Library library = reviewer.library();
        return new FormatOptions(
                version -> library.named(version).edition(),
                false,
                Severity.ERROR,
                ProductVersion.current(),
                waivers && !library.waivers().waivers().isEmpty());
    }

    private Portion judge(List<Entry> entries) {
        long began = System.nanoTime();
        List<Result> results = reviewer.review(entries);
        long took = System.nanoTime() - began;
        WriteResult recording = recorder.recordInTime(caller, reviewer.library(), results, took, null);
        metrics.checkedAll(CALL, results, took);
        results.forEach(result -> {
            if (result instanceof Result.JudgedEngagement engagement) {
                metrics.checkedTogether(engagement.report());
            }
        });
        return new Portion(results, recording);
    }

    private void answer(Portion portion, ReportFormat report, Tally tally) {
        boolean recorded = portion.recording().await() != WriteResult.Outcome.TIMED_OUT;
        for (Result result : portion.results()) {
            add(recorded ? result : withoutDecision(result), report, tally);
        }
        try {
            report.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result withoutDecision(Result result) {
        if (result instanceof Result.Judged judged) {
            return new Result.Unjudged(judged.origin(), judged.note().id(), recorder.notInTime());
        }
        if (result instanceof Result.JudgedEngagement judged) {
            return new Result.Unjudged(
                    judged.origin(), RecordKind.ENGAGEMENT, judged.engagement().engagement(), recorder.notInTime());
        }
        return result;
    }

    private static Result unreadable(String input, Problem problem) {
        return Result.Unjudged.ofInput(input, problem);
    }

    private static void add(Result result, ReportFormat report, Tally tally) {
        try {
            report.add(result);
            tally.add(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
