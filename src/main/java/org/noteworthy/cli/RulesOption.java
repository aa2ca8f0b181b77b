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
            defaultValue = "${sys:noteworthy.rules:-rules}")
    private Path folder = Path.of("rules");

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Folder for compiled rules, or none (default: noteworthy in your cache folder).")
    private @Nullable String cache;

    Library open() {
        return Library.open(folder, cache());
    }

    RuleCache cache() {
        if (cache != null) {
            return cache.equals("none") ? RuleCache.none() : RuleCache.in(Path.of(cache));
        }
        return RuleCache.in(cacheHome(System.getenv()).resolve("noteworthy"));
    }

    private static Path cacheHome(Map<String, String> environment) {
        String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".cache");
    }
}
