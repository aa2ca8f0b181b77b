package org.noteworthy.cli.access;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.cli.option.KeysOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy key new}: makes an API key, whose secret is shown once. */
@Command(
        name = "new",
        description =
                "Makes an API key, which a running service takes at once. Its secret is printed, and kept nowhere.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class KeyNewCommand implements Callable<Integer> {
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,4}d");

    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private KeysOption keys = new KeysOption();

    @Parameters(paramLabel = "NAME", description = "Who has it; the audit log tells it.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "What it may do: reader, author, approver, publisher, auditor or admin.")
    private List<String> roles = List.of();

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "After so many days, such as 90d, or at the end of a day (UTC), such as 2027-03-31"
                    + " (default: never).")
    private @Nullable String expires;

    KeyNewCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Set<Role> given = EnumSet.noneOf(Role.class);
        roles.forEach(role -> given.add(Role.of(role)));
        Instant now = clock.instant();
        KeyFile.Made made = keys.file().make(name, given, expires == null ? null : expiry(expires, now), now);
        terminal.side()
                .println("key " + made.key().id() + " of " + made.key().name() + ": "
                        + KeyListCommand.roles(made.key()) + ", "
                        + KeyListCommand.expiry(made.key())
                        + ". This is its secret, which is not shown again:");
        terminal.out().println(made.secret().text());
        return Exit.FINE;
    }

    private static Instant expiry(String when, Instant now) {
        if (DAYS.matcher(when).matches()) {
            int days = Integer.parseInt(when.substring(0, when.length() - 1));
            return now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days));
        }
        try {
            return LocalDate.parse(when)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    "A key expires after a number of days, such as 90d, or at the end of a day, such as"
                            + " 2027-03-31, not \"" + when + "\".");
        }
    }
}
