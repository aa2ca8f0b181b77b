package org.noteworthy.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.EditionFolder;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * The rules folder as it would be with a draft in it, in a folder of its own: what is typed, saved, tested and published is
 * read by the same readers. What has not changed since it was last asked for is neither written nor compiled again.
 */
final class Preview implements AutoCloseable {
    private static final Pattern IN_FORCE_FROM =
            Pattern.compile("(?m)^\"?inForceFrom\"?[ \\t]*:\\s*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})");

    private final Path folder;
    private final RuleCache cache;
    private final Map<String, String> written = new HashMap<>();
    private @Nullable Library library;

    Preview(RuleCache cache) {
        this.cache = cache;
        try {
            folder = Files.createTempDirectory("noteworthy-draft");
            Files.createDirectory(rules());
        } catch (IOException e) {
            throw DraftException.unavailable("A draft cannot be looked at: there is no room for temporary files.");
        }
    }

    private Path rules() {
        return folder.resolve("rules");
    }

    /** Where the fixtures of a draft may be laid out. */
    Path fixtures() {
        return folder.resolve("test-fixtures");
    }

    /** The library as it would be; of its editions nothing is compiled. */
    Library of(RulesFolder rules, String target, Map<String, byte[]> draft) {
        return opened(rules, target, draft);
    }

    /** The library as it would be without that edition, or without waivers. */
    Library without(RulesFolder rules, String target) {
        return opened(rules, target, Map.of());
    }

    private synchronized Library opened(RulesFolder rules, String target, Map<String, byte[]> draft) {
        try {
            SortedMap<String, Map<String, byte[]>> editions = new TreeMap<>();
            for (String version : versions(rules.path())) {
                readable(rules, version).ifPresent(files -> editions.put(version, files));
            }
            editions.remove(target);
            if (!target.equals(Draft.WAIVERS) && !draft.isEmpty()) {
                editions.put(target, draft);
            }
            lay(editions);
            Optional<byte[]> waivers = target.equals(Draft.WAIVERS)
                    ? Optional.ofNullable(draft.get(Draft.WAIVERS))
                    : rules.beside(Draft.WAIVERS);
            layWaivers(waivers);
        } catch (IOException | UncheckedIOException e) {
            throw DraftException.unavailable("A draft cannot be looked at: there is no room for temporary files.");
        }
        return Library.open(rules(), cache);
    }

    /** The library as it was last opened, compiled; what has not changed since it was last compiled is taken over. */
    synchronized Library compiled(Library opened) {
        Library before = library;
        Library now = before == null ? opened : before.reopened();
        now.versions().forEach(now::compilation);
        library = now;
        return now;
    }

    /** One that cannot be read judges nothing, with the draft and without it. */
    private static Optional<SortedMap<String, byte[]>> readable(RulesFolder rules, String version) {
        try {
            return rules.edition(version);
        } catch (DraftException e) {
            return Optional.empty();
        }
    }

    private static List<String> versions(Path rules) throws IOException {
        try (Stream<Path> paths = Files.list(rules)) {
            return paths.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith(".")
                            || path.getFileName().toString().startsWith(EditionFolder.REPLACING))
                    .filter(path -> Files.exists(path.resolve(EditionFiles.SETTINGS)))
                    .map(EditionFolder::version)
                    .distinct()
                    .toList();
        }
    }

    private void lay(Map<String, Map<String, byte[]>> editions) throws IOException {
        for (String gone : new ArrayList<>(written.keySet())) {
            if (!editions.containsKey(gone)) {
                RulesFolder.delete(rules().resolve(gone));
                written.remove(gone);
            }
        }
        for (Map.Entry<String, Map<String, byte[]>> edition : editions.entrySet()) {
            String digest = Content.of(edition.getValue()).digest();
            if (digest.equals(written.get(edition.getKey()))) {
                continue;
            }
            Path home = rules().resolve(edition.getKey());
            Files.createDirectories(home);
            try (Stream<Path> paths = Files.walk(home)) {
                for (Path path : paths.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                        .toList()) {
                    String name = home.relativize(path).toString().replace('\\', '/');
                    if (!edition.getValue().containsKey(name)) {
                        Files.delete(path);
                    }
                }
            }
            for (Map.Entry<String, byte[]> file : edition.getValue().entrySet()) {
                Path path = home.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                    Files.write(path, file.getValue());
                }
            }
            written.put(edition.getKey(), digest);
        }
    }

    private void layWaivers(Optional<byte[]> waivers) throws IOException {
        Path file = rules().resolve(Draft.WAIVERS);
        if (waivers.isPresent()) {
            Files.write(file, waivers.get());
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** The editions that have other files in a library than in the one before it, or are new there. */
    static List<String> changed(Library before, Library after) {
        return after.versions().stream()
                .filter(version -> !before.versions().contains(version)
                        || !before.filesDigest(version).equals(after.filesDigest(version)))
                .toList();
    }

    /** The folder that a draft of an edition would become: the day that its settings name, else that of its base. */
    static String target(String base, byte @Nullable [] settings) {
        if (base.equals(Draft.WAIVERS) || settings == null) {
            return base;
        }
        Matcher day = IN_FORCE_FROM.matcher(new String(settings, StandardCharsets.UTF_8));
        return day.find() ? day.group(1) : base;
    }

    @Override
    public void close() {
        try {
            RulesFolder.delete(folder);
        } catch (IOException | UncheckedIOException e) { // the system throws its temporary files away
        }
    }
}
