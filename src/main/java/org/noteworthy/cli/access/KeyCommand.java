package org.noteworthy.cli.access;

import java.time.Clock;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code noteworthy key}: the API keys by which callers of the service are known. */
@Command(
        name = "key",
        description = "Makes, lists and revokes API keys of the service.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class KeyCommand {
    private KeyCommand() {}

    /** The verb with its own verbs. */
    public static CommandLine with(Terminal terminal, Clock clock) {
        return new CommandLine(new KeyCommand())
                .addSubcommand(new KeyNewCommand(terminal, clock))
                .addSubcommand(new KeyListCommand(terminal, clock))
                .addSubcommand(new KeyRevokeCommand(terminal, clock));
    }
}
