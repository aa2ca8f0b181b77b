package org.noteworthy.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code noteworthy audit key}: a pair of keys for checkpoints. */
@Command(
        name = "key",
        description = "Makes a pair of Ed25519 keys: the secret one signs checkpoints, the public one proves them.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditKeyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            description = "The secret key; the public one is FILE.pub. Nothing is overwritten.")
    private Path file = Path.of("");

    AuditKeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path open = SigningKey.make(file);
        terminal.out().print("secret: " + file + ", for the service alone (NOTEWORTHY_AUDIT_KEY)\n");
        terminal.out().print("public: " + open + ", for whoever verifies (audit verify --key)\n");
        return Exit.FINE;
    }
}
