package org.noteworthy.cli.authoring;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.scaffold.NewFixture;
import org.noteworthy.cli.option.FixturesOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy new fixture}: a violating and a passing fixture of a rule, to be changed. */
@Command(
        name = "fixture",
        description = "Copies a fixture that violates a rule and one that passes it, to be changed.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class NewFixtureCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private FixturesOption fixtures = new FixturesOption();

    @Parameters(paramLabel = "RULE", description = "Id of a rule, such as status-allowed.")
    private String rule = "";

    @Option(names = "--edition", paramLabel = "E", description = "The edition that has the rule (default: the newest).")
    private @Nullable String edition;

    /** Writes to that terminal. */
    public NewFixtureCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Library library = rules.open();
        String version = edition == null ? NewCommand.newest(library) : edition;
        return NewCommand.tell(terminal, NewFixture.write(library, fixtures.of(library), version, rule), rules);
    }
}
