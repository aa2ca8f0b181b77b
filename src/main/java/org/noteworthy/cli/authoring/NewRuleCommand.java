package org.noteworthy.cli.authoring;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.scaffold.NewRule;
import org.noteworthy.cli.option.FixturesOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy new rule}: a rule with its first fixtures, to be filled in. */
@Command(
        name = "rule",
        description =
                "Writes a rule that finds only its own name, with a fixture that violates it and one that passes.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class NewRuleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private FixturesOption fixtures = new FixturesOption();

    @Parameters(paramLabel = "NAME", description = "Name of the rule, such as next-action-brief.")
    private String name = "";

    @Option(
            names = "--clause",
            paramLabel = "CLAUSE",
            required = true,
            description = "Id of the clause that it stands for, such as content.status.")
    private String clause = "";

    @Option(names = "--like", paramLabel = "RULE", description = "Begin with severity, roles and needs of this rule.")
    private @Nullable String like;

    @Option(names = "--edition", paramLabel = "E", description = "In this edition (default: the newest).")
    private @Nullable String edition;

    /** Writes to that terminal. */
    public NewRuleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Library library = rules.open();
        String version = edition == null ? NewCommand.newest(library) : edition;
        return NewCommand.tell(
                terminal,
                NewRule.write(library, rules.cache(), fixtures.of(library), version, name, clause, like),
                rules);
    }
}
