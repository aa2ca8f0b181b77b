package org.noteworthy.cli.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.noteworthy.access.ApiKey;
import org.noteworthy.access.Role;
import org.noteworthy.cli.option.KeysOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code noteworthy key list}: which API keys there are, whose they are and what they may do. */
@Command(
        name = "list",
        description = "Lists the API keys: id, state, name, roles, and when each expires. Their secrets are not known.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class KeyListCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private KeysOption keys = new KeysOption();

    KeyListCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        List<ApiKey> all = keys.file().keys();
        Instant now = clock.instant();
        for (ApiKey key : all) {
            terminal.out()
                    .println(key.id() + "  " + String.format("%-7s", key.state(now)) + "  " + key.name() + ": "
                            + roles(key) + ", " + expiry(key));
        }
        if (all.isEmpty()) {
            terminal.say("there is no key.");
        }
        return Exit.FINE;
    }

    static String roles(ApiKey key) {
        return key.roles().stream().map(Role::word).collect(Collectors.joining(", "));
    }

    static String expiry(ApiKey key) {
        return key.expires() == null ? "never expires" : "until " + key.expires();
    }
}
