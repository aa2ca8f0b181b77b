package org.noteworthy.cli.audit;

import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.replay.Replay;
import org.noteworthy.audit.replay.Replayed;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.KeptPlaybooks;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.QuestionOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.ImpactText;
import org.noteworthy.cli.terminal.Progress;
import org.noteworthy.cli.terminal.ReplayProgress;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy audit replay}: recorded notes replayed, by the rules that judged them or by others. */
@Command(
        name = "replay",
        description = "Replays recorded notes by the rules that judged them, which must give the same bytes (exit 1"
                + " where one does not), or by another edition, which shows what that changes.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Mixin
    private QuestionOption asked = new QuestionOption();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(
            names = "--playbook",
            paramLabel = "V",
            description = "Judge by this edition, or the folder of a draft, and show what that changes.")
    private @Nullable String playbook;

    AuditReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DecisionQuery query = asked.query();
        try (AuditDatabase database = auditLog.read()) {
            String named = playbook;
            if (named != null) {
                return under(database, query, named, rules.playbook(rules.open(), named));
            }
            // The rules that judged are in the audit log; the folder is only a shorter way to them, and may be gone.
            Library library = Files.isDirectory(rules.folder()) ? rules.open() : null;
            return again(database, query, library);
        }
    }

    private int again(AuditDatabase database, DecisionQuery query, @Nullable Library library) {
        Replayed replayed = replay(database, library, replay -> replay.again(query));
        terminal.out()
                .println(Words.count(replayed.decisions() - replayed.withoutNote(), "decision")
                        + " replayed by the rules that made them: " + replayed.same() + " the same, "
                        + replayed.different() + " different"
                        + (replayed.masked() > 0
                                ? "; of " + replayed.masked()
                                        + " something is masked, and the broken rules are the same"
                                : ""));
        for (Replayed.Difference difference : replayed.differences()) {
            terminal.out()
                    .println(difference.id() + "  " + difference.subject() + "  recorded by " + difference.product()
                            + ": " + rules(difference.recorded()) + "; now: " + rules(difference.now()));
        }
        ReplayProgress.sayWithoutNote(terminal, replayed);
        return replayed.different() == 0 ? Exit.FINE : Exit.FOUND;
    }

    private static String rules(Set<String> rules) {
        return rules.isEmpty() ? "nothing broken" : String.join(", ", rules);
    }

    private int under(AuditDatabase database, DecisionQuery query, String named, Playbook other) {
        Replayed replayed = replay(database, null, replay -> replay.under(query, other));
        ImpactText.print(terminal, replayed.impact(), "the audit log", named);
        ReplayProgress.sayWithoutNote(terminal, replayed);
        return replayed.impact().failed().isEmpty() ? Exit.FINE : Exit.UNUSABLE;
    }

    private Replayed replay(AuditDatabase database, @Nullable Library library, Function<Replay, Replayed> how) {
        Progress progress = new Progress(terminal, "decisions replayed");
        Replayed replayed = how.apply(
                new Replay(database, new KeptPlaybooks(database, library, rules.cache()), ReplayProgress.of(progress)));
        progress.clear();
        return replayed;
    }
}
