package org.noteworthy.cli.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.change.ChangeCursor;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.audit.change.RecordedChange;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.QuestionOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.ReportFile;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy audit changes}: who changed the policy when, and why. */
@Command(
        name = "changes",
        description = "Lists what changed the policy: who, when, why, from which digest to which, and who approved it.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditChangesCommand implements Callable<Integer> {
    private static final int MOST = 1_000;
    private static final int PORTION = 100;
    private static final String TEXT = "text";
    private static final String NDJSON = "ndjson";

    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Option(
            names = "--edition",
            paramLabel = "V",
            description = "Changes of this edition; waivers.csv for those of the waivers.")
    private @Nullable String edition;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "text, the newest first, or ndjson, all of them, the oldest first, as audit verify takes them"
                    + " (default: text; with -o, ndjson).")
    private @Nullable String format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many at most in text, up to " + MOST + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int limit = 20;

    @Option(names = "--cursor", paramLabel = "C", description = "Continue where an earlier list ended.")
    private @Nullable String cursor;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file; - is standard output.")
    private @Nullable Path output;

    AuditChangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String form = format == null
                ? output == null ? TEXT : NDJSON
                : QuestionOption.oneOf("--format", format, List.of(TEXT, NDJSON));
        if (limit < 1 || limit > MOST) {
            throw new InvalidQueryException("--limit is a number from 1 to " + MOST + ", not " + limit
                    + ". --format ndjson writes out all of them.");
        }
        if (form.equals(TEXT) && output != null) {
            throw new UsageException("-o writes changes in ndjson. Leave --format text out, or -o.");
        }
        Long before = cursor == null ? null : ChangeCursor.read(cursor);
        try (AuditDatabase database = auditLog.read()) {
            PolicyChanges changes = new PolicyChanges(database, null);
            if (form.equals(TEXT)) {
                print(changes.all(edition, limit + 1, before));
            } else {
                write(changes);
            }
        }
        return Exit.FINE;
    }

    private void print(List<RecordedChange> found) {
        if (found.isEmpty()) {
            terminal.say("no matching policy changes.");
            return;
        }
        List<RecordedChange> shown = found.subList(0, Math.min(limit, found.size()));
        PolicyChangeText text = new PolicyChangeText(terminal);
        shown.forEach(text::print);
        terminal.out().flush();
        if (found.size() > limit) {
            terminal.say("there are more. Go on with the same --edition and --cursor "
                    + ChangeCursor.after(shown.get(shown.size() - 1)));
        }
    }

    /** Writes the lines as they stand in the audit log. */
    private void write(PolicyChanges changes) {
        Path file = ReportFile.named(output);
        int count = 0;
        try (ReportFile out = file == null ? ReportFile.of(terminal.out()) : ReportFile.of(file, List.of())) {
            long last = 0;
            for (List<RecordedChange> portion = changes.behind(last, PORTION);
                    !portion.isEmpty();
                    portion = changes.behind(last, PORTION)) {
                for (RecordedChange each : portion) {
                    if (edition == null || edition.equals(each.change().edition())) {
                        write(out.stream(), each);
                        count++;
                    }
                    last = each.seq();
                }
            }
            out.finish();
        } catch (IOException e) {
            throw new UsageException("The policy changes cannot be written" + (file == null ? "" : " to " + file)
                    + ": the place is full, closed, or not yours to write to. Name another one with -o.");
        }
        if (file != null) {
            terminal.say(Words.count(count, "policy change") + " in " + file + ".");
        }
    }

    private static void write(OutputStream out, RecordedChange change) throws IOException {
        out.write((change.line() + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
