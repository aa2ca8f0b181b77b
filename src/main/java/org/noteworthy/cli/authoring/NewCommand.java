package org.noteworthy.cli.authoring;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.authoring.scaffold.Scaffold;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code noteworthy new}: writes files to go on from. */
@Command(
        name = "new",
        description = "Writes the files of a new rule, edition or fixture, and says what to do next.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class NewCommand {
    /** A command that looks into the rules folder. */
    private static final Pattern OVER_RULES = Pattern.compile("^noteworthy (?:test|playbooks)\\b");

    private NewCommand() {}

    /** The verb with its own verbs. */
    public static CommandLine with(Terminal terminal) {
        return new CommandLine(new NewCommand())
                .addSubcommand(new NewRuleCommand(terminal))
                .addSubcommand(new NewEditionCommand(terminal))
                .addSubcommand(new NewFixtureCommand(terminal));
    }

    /** Name of the edition with the latest first day. */
    static String newest(Library library) {
        return library.inForceOn(LocalDate.MAX)
                .orElseThrow(() -> new UsageException(
                        "No edition in " + library.folder() + " has a first day. Name one with --edition."));
    }

    /** Says what was written and what to do next, by commands that name the rules folder where it was named. */
    static int tell(Terminal terminal, Scaffold scaffold, RulesOption rules) {
        String named = Matcher.quoteReplacement(rules.named());
        scaffold.written().forEach(path -> terminal.out().println("wrote " + near(path)));
        terminal.out().println("Next:");
        for (int i = 0; i < scaffold.next().size(); i++) {
            String step = OVER_RULES.matcher(scaffold.next().get(i)).replaceFirst("$0" + named);
            terminal.out().println("  " + (i + 1) + ". " + step);
        }
        return Exit.FINE;
    }

    /** A path as it is named from the folder in which the command runs. */
    private static Path near(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
    }
}
