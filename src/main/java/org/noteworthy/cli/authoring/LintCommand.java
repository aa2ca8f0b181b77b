package org.noteworthy.cli.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.lint.Code;
import org.noteworthy.authoring.lint.DiagnosticFormat;
import org.noteworthy.authoring.lint.Linted;
import org.noteworthy.cli.option.FailOn;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Product;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.playbooks.engine.RuleCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noteworthy lint}: everything that is wrong with playbook folders, and what looks unintended in them. */
@Command(
        name = "lint",
        description =
                "Checks playbook folders and the waivers beside them, and says everything that is wrong, where, and"
                        + " what to do about it."
                        + " Nothing in them is compiled or run.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class LintCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "A folder with editions, or the folder of one edition (default: that of --rules).")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "text, json or sarif (default: text).",
            defaultValue = "text")
    private String format = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "S",
            description = "Exit with 1 from this severity on: error, warning, info or never (default: error)."
                    + " Where an edition is refused it is 2 in any case.",
            defaultValue = "error")
    private String failOn = "error";

    public LintCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Spec
    void listCodes(CommandSpec spec) {
        List<String> lines = new ArrayList<>(List.of("", "Each warning has a code:"));
        Arrays.stream(Code.values())
                .filter(code -> code.severity() != Severity.ERROR)
                .map(code -> String.format(Locale.ROOT, "  %-22s%s", code.word(), code.about()))
                .forEach(lines::add);
        spec.usageMessage().footer(lines.toArray(new String[0]));
    }

    @Override
    public Integer call() throws IOException {
        Severity threshold = FailOn.severity(failOn);
        DiagnosticFormat form = DiagnosticFormat.of(format)
                .orElseThrow(() -> new UsageException("There is no format \"" + format + "\"; there is "
                        + Arrays.stream(DiagnosticFormat.values())
                                .map(DiagnosticFormat::word)
                                .collect(Collectors.joining(", "))
                        + "."));
        List<Linted> editions = look(folder == null ? rules.folder() : folder);
        form.write(terminal.out(), editions, terminal.colours(), Product.version());
        Severity worst = editions.stream()
                .flatMap(edition -> edition.diagnostics().stream())
                .map(diagnostic -> diagnostic.code().severity())
                .min(Severity::compareTo)
                .orElse(null);
        if (worst == Severity.ERROR) {
            return Exit.UNUSABLE;
        }
        return worst != null && threshold != null && worst.compareTo(threshold) <= 0 ? Exit.FOUND : Exit.FINE;
    }

    private List<Linted> look(Path folder) {
        String shown = shown(folder);
        if (Library.isOneEdition(folder)) {
            return List.of(Linted.of(shown, Library.written(folder)));
        }
        Library library = Library.open(folder, RuleCache.none());
        List<Linted> all = new ArrayList<>();
        library.versions().forEach(version -> all.add(Linted.of(shown + "/" + version, library.written(version))));
        all.add(Linted.ofWaivers(shown, library.waivers(), all, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return all;
    }

    private static String shown(Path folder) {
        String name = folder.toString().replace('\\', '/');
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
