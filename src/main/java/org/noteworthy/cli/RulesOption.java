package org.noteworthy.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.RuleCache;
import picocli.CommandLine.Option;

/** The rules folder, an option of every verb. */
final class RulesOption {
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

    Library open() {
        return Library.open(folder, cache());
    }

    Path folder() {
        return folder;
    }

    RuleCache cache() {
        return RuleCache.named(cache);
    }

    /** What the two options say, as settings of the service. */
    Map<String, String> settings() {
        return cache == null
                ? Map.of("noteworthy.rules", folder.toString())
                : Map.of("noteworthy.rules", folder.toString(), "noteworthy.cache", cache);
    }
}
