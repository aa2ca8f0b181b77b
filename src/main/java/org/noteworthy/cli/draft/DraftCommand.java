package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code noteworthy draft}: changes of the policy before they count. */
@Command(
        name = "draft",
        description = "Changes the policy safely: a draft is changed, looked at, reviewed and then put in force.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class DraftCommand {
    private DraftCommand() {}

    /** The verb with its own verbs. */
    public static CommandLine with(Terminal terminal, Clock clock) {
        return new CommandLine(new DraftCommand())
                .addSubcommand(new NewDraft(terminal, clock))
                .addSubcommand(new ListDrafts(terminal, clock))
                .addSubcommand(new ShowDraft(terminal, clock))
                .addSubcommand(new DiffDraft(terminal, clock))
                .addSubcommand(new EditDraft(terminal, clock))
                .addSubcommand(new RowsOfDraft(terminal, clock))
                .addSubcommand(new RowOfDraft(terminal, clock))
                .addSubcommand(new LintDraft(terminal, clock))
                .addSubcommand(new TestDraft(terminal, clock))
                .addSubcommand(new ImpactOfDraft(terminal, clock))
                .addSubcommand(new CheckDraft(terminal, clock))
                .addSubcommand(new SubmitDraft(terminal, clock))
                .addSubcommand(new ApproveDraft(terminal, clock))
                .addSubcommand(new WithdrawDraft(terminal, clock))
                .addSubcommand(new CommentDraft(terminal, clock))
                .addSubcommand(new PublishDraft(terminal, clock))
                .addSubcommand(new DiscardDraft(terminal, clock))
                .addSubcommand(new RebaseDraft(terminal, clock))
                .addSubcommand(new Rollback(terminal, clock));
    }
}
