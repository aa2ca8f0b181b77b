package org.noteworthy.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.engine.RuleCache;
import picocli.CommandLine.Option;

/** The rules folder, an option of every verb. */
public final class RulesOption {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder with the editions of the playbook (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:NOTEWORTHY_RULES:-${sys:noteworthy.rules:-rules}}")
    private Path folder = Path.of("rules");

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            defaultValue = "${env:NOTEWORTHY_CACHE}",
            description = "Folder for compiled rules, or none (default: noteworthy in your cache folder).")
    private @Nullable String cache;

    public Library open() {
        return Library.open(folder, cache());
    }

    /** The edition of that name or, where there is none, the draft in the folder of that name. */
    public Playbook playbook(Library library, String named) {
        Path folder = Path.of(named);
        boolean draft = !library.versions().contains(named) && Files.isDirectory(folder);
        if (!draft) {
            return library.named(named);
        }
        Compilation compilation = Library.read(folder, cache());
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.playbook();
        }
        List<Diagnostic> diagnostics = ((Compilation.Refused) compilation).diagnostics();
        throw new UsageException("The draft " + named + " cannot be used:\n"
                + String.join(
                        "\n", diagnostics.stream().map(Diagnostic::toString).toList()));
    }

    public Path folder() {
        return folder;
    }

    public RuleCache cache() {
        return RuleCache.named(cache);
    }

    /** The option as it is typed to name this folder again; empty where that is the folder that every verb takes. */
    public String named() {
        String set = System.getenv("NOTEWORTHY_RULES");
        Path usual = Path.of(set == null ? System.getProperty("noteworthy.rules", "rules") : set);
        return folder.equals(usual) ? "" : " --rules " + folder;
    }

    /** What the two options say, as settings of the service. */
    public Map<String, String> settings() {
        return cache == null
                ? Map.of("noteworthy.rules", folder.toString())
                : Map.of("noteworthy.rules", folder.toString(), "noteworthy.cache", cache);
    }
}
