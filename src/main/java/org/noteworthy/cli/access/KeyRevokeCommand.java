package org.noteworthy.cli.access;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.noteworthy.access.ApiKey;
import org.noteworthy.cli.option.KeysOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noteworthy key revoke}: an API key that is no longer taken, for good. */
@Command(
        name = "revoke",
        description = "Revokes an API key. A running service refuses it within a second, and for good.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class KeyRevokeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private KeysOption keys = new KeysOption();

    @Parameters(paramLabel = "ID", description = "Its id, as key list tells it.")
    private String id = "";

    KeyRevokeCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ApiKey key = keys.file().revoke(id, clock.instant());
        terminal.out().println("key " + key.id() + " of " + key.name() + " is revoked since " + key.revoked());
        return Exit.FINE;
    }
}
