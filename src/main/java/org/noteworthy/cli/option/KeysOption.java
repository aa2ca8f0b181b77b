package org.noteworthy.cli.option;

import java.nio.file.Path;
import org.noteworthy.access.KeyFile;
import picocli.CommandLine.Option;

/** Where API keys are kept: an option, and a variable that the service knows by the same name. */
public final class KeysOption {
    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "File in which keys are kept, by their hashes (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:NOTEWORTHY_ACCESS_KEYS:-data/keys.json}")
    private Path file = Path.of("data/keys.json");

    public KeyFile file() {
        return new KeyFile(file);
    }
}
