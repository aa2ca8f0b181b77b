package org.noteworthy.cli.authoring;

import java.util.concurrent.Callable;
import org.noteworthy.authoring.scaffold.NewEdition;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy new edition}: a copy of an edition, in force from another day. */
@Command(
        name = "edition",
        description = "Copies an edition into a folder of its own, in force from another day.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class NewEditionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(paramLabel = "DATE", description = "First day of the new edition, such as 2020-07-01.")
    private String date = "";

    @Option(names = "--from", paramLabel = "EDITION", required = true, description = "The edition to copy.")
    private String from = "";

    /** Writes to that terminal. */
    public NewEditionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return NewCommand.tell(terminal, NewEdition.write(rules.open(), date, from), rules);
    }
}
