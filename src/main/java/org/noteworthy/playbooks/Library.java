package org.noteworthy.playbooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.EditionFolder;
import org.noteworthy.playbooks.edition.EditionSettings;
import org.noteworthy.playbooks.edition.SettingsReader;
import org.noteworthy.playbooks.edition.WrittenEdition;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.waiver.WaiverFile;

/**
 * The editions of a rules folder as they stood at one moment, and which one is in force on a day: from its own day to the
 * day before the next one's; and the waivers beside them.
 *
 * <p>Opening it reads the files; the rules of an edition are compiled when it is first asked for. What has changed in the
 * folder since then is seen by {@link #reopened}. Safe for use by many threads.
 */
public final class Library {
    private static final int LAST_YEAR = 9_999;
    private static final int MOST_TRIES = 5;
    private static final Logger LOG = Logger.getLogger(Library.class.getName());

    private final Path folder;
    private final RuleCache cache;
    private final List<EditionEntry> entries;
    private final WaiverFile waivers;
    private final Map<String, Compilation> compilations = new ConcurrentHashMap<>();

    private Library(Path folder, RuleCache cache, List<EditionEntry> entries, WaiverFile waivers) {
        this.folder = folder;
        this.cache = cache;
        this.entries = entries;
        this.waivers = waivers;
    }

    /**
     * An edition's place in the library.
     *
     * @param settings null where they cannot be read
     * @param inForceFrom null where the edition is in force on no day
     * @param lastGood the playbook that its folder gave before it was spoilt, which goes on serving
     */
    private record EditionEntry(
            String version,
            EditionFiles files,
            @Nullable EditionSettings settings,
            List<Diagnostic> diagnostics,
            @Nullable LocalDate inForceFrom,
            @Nullable Playbook lastGood) {

        /** Whether its folder could be read at all. */
        boolean readable() {
            return settings != null || !files.names().isEmpty();
        }

        boolean sameAs(EditionEntry other) {
            return files.digest().equals(other.files.digest()) && diagnostics.equals(other.diagnostics);
        }

        /**
         * Its first day is in its name, whatever is wrong with it, so that its notes are not judged by another edition;
         * where it is named otherwise, its settings tell. A copy that still says the day of the edition it was made of
         * has no day: what that edition judges, it goes on judging.
         */
        EditionEntry among(List<EditionEntry> all) {
            LocalDate named = date(version);
            LocalDate said = settings == null ? named : settings.inForceFrom();
            boolean copy = said != null
                    && !said.equals(named)
                    && all.stream().anyMatch(other -> said.equals(date(other.version())));
            return new EditionEntry(
                    version, files, settings, diagnostics, copy ? null : named == null ? said : named, null);
        }

        EditionEntry servedBy(Playbook good) {
            return new EditionEntry(
                    version, files, settings, diagnostics, good.edition().inForceFrom(), good);
        }
    }

    /** Opens a rules folder; each folder in it that holds a {@code playbook.yaml} or is named by a date is an edition. */
    public static Library open(Path folder, RuleCache cache) {
        if (folder.toString().isEmpty()) {
            throw new RulesFolderException("No rules folder is named. Name one with --rules.");
        }
        if (Files.isRegularFile(folder)) {
            throw new RulesFolderException(
                    folder + " is a file. Name the folder that holds the editions with --rules.");
        }
        if (Files.exists(folder.resolve(EditionFiles.SETTINGS))) {
            throw new RulesFolderException(
                    folder + " is an edition by itself. Name the folder that it lies in with --rules.");
        }
        if (!Files.isDirectory(folder)) {
            throw new RulesFolderException(
                    "The rules folder " + folder + " is not there. Name another one with --rules, or make it with an"
                            + " edition in it, such as " + folder.resolve("2020-03-25") + ".");
        }
        List<EditionEntry> entries = entries(folder);
        if (entries.isEmpty()) {
            throw new RulesFolderException("The rules folder " + folder
                    + " holds no edition. An edition is a folder named by a date, such as 2020-03-25, with a"
                    + " playbook.yaml in it.");
        }
        entries.sort(Comparator.comparing(EditionEntry::version));
        return new Library(
                folder,
                cache,
                entries.stream().map(entry -> withADay(entry).among(entries)).toList(),
                WaiverFile.in(folder));
    }

    /**
     * Compiles the rules of one edition for nothing, so that the first change of a rule does not wait for a compiler that
     * was never used.
     */
    void rehearseCompiling() {
        entries.stream()
                .filter(entry ->
                        entry.settings() != null && serving(entry.version()).isPresent())
                .reduce((earlier, later) -> later)
                .ifPresent(entry -> compile(entry, RuleCache.none(), null));
    }

    /** Whether another library was read from the same files, however they are judged. */
    public boolean hasFilesOf(Library other) {
        return versions().equals(other.versions())
                && waivers.sameAs(other.waivers)
                && versions().stream().allMatch(version -> filesDigest(version).equals(other.filesDigest(version)));
    }

    /** Whether the folder held the same and was read the same. */
    boolean sameAs(Library other) {
        return waivers.sameAs(other.waivers)
                && versions().equals(other.versions())
                && versions().stream()
                        .allMatch(version -> entry(version).sameAs(other.entry(version))
                                && diagnostics(version).equals(other.diagnostics(version)));
    }

    /** Reads one edition's folder that need not lie in a library, such as a draft. */
    public static Compilation read(Path folder, RuleCache cache) {
        Path real = folder.toAbsolutePath().normalize();
        if (real.getFileName() == null) {
            throw new RulesFolderException(
                    folder + " holds all other folders and is not an edition. Name the folder of one.");
        }
        EditionEntry entry = entry(real);
        return compile(entry, cache, null);
    }

    /** Whether a folder holds what an edition is made of, and is not the folder in which editions lie. */
    public static boolean isOneEdition(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName() != null
                && Stream.of(EditionFiles.SETTINGS, EditionFiles.GUIDANCE, EditionFiles.TABLES)
                        .anyMatch(part -> Files.exists(folder.resolve(part)));
    }

    /** Reads one edition's folder that need not lie in a library, and compiles nothing of it. */
    public static WrittenEdition written(Path folder) {
        return written(entry(folder.toAbsolutePath().normalize()));
    }

    /** The edition of that name as its files say it, read anew and not compiled. */
    public WrittenEdition written(String version) {
        return written(entry(version));
    }

    /**
     * The same folder as it is now, with every edition read and compiled. What is unchanged is taken over as it is; an
     * edition that has been spoilt since is served as it was before, and so are waivers.
     *
     * @throws RulesFolderException if the folder is not there, cannot be read, or holds no edition any more
     */
    public Library reopened() {
        Library now = open(folder, cache);
        List<EditionEntry> served = new ArrayList<>();
        Map<String, Compilation> compiled = new HashMap<>();
        for (EditionEntry entry : now.entries) {
            String version = entry.version();
            Playbook before = serving(version).orElse(null);
            Compilation known = compilations.get(version);
            Compilation compilation =
                    known != null && entry(version).sameAs(entry) ? known : compile(entry, cache, before);
            compiled.put(version, compilation);
            served.add(compilation instanceof Compilation.Refused && before != null ? entry.servedBy(before) : entry);
        }
        Library library = new Library(folder, cache, served, now.waivers.after(waivers));
        library.compilations.putAll(compiled);
        return library;
    }

    /** The file of waivers beside the editions, and what counts of it. */
    public WaiverFile waivers() {
        return waivers;
    }

    /** The folder it was opened from. */
    public Path folder() {
        return folder;
    }

    /** Names of all editions, in force or refused, sorted. */
    public List<String> versions() {
        return entries.stream().map(EditionEntry::version).toList();
    }

    /** {@code sha256:…} over the files of an edition as they lie in its folder, whether they hold together or not. */
    public String filesDigest(String version) {
        return entry(version).files().digest();
    }

    /** Names of the rules that stand in any edition, those that are switched off or in a refused one included. */
    public Set<String> ruleNames() {
        return entries.stream()
                .flatMap(entry -> entry.files().ruleNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** First day of an edition, where it can be told. */
    public Optional<LocalDate> inForceFrom(String version) {
        return Optional.ofNullable(entry(version).inForceFrom());
    }

    /** Last day of an edition; empty where no later edition follows it. */
    public Optional<LocalDate> inForceTo(String version) {
        LocalDate from = entry(version).inForceFrom();
        return entries.stream()
                .map(EditionEntry::inForceFrom)
                .filter(day -> day != null && from != null && day.isAfter(from))
                .min(Comparator.naturalOrder())
                .map(day -> day.minusDays(1));
    }

    /** The edition of that name; where its folder has been spoilt, as it was before. */
    public Playbook named(String version) {
        List<Diagnostic> diagnostics = diagnostics(version);
        return serving(version).orElseThrow(() -> new PlaybookRefusedException(version, diagnostics));
    }

    /** The playbook that judges by that edition; empty where there is no such edition or it never held together. */
    public Optional<Playbook> serving(String version) {
        if (!versions().contains(version)) {
            return Optional.empty();
        }
        return compilation(version) instanceof Compilation.Compiled compiled
                ? Optional.of(compiled.playbook())
                : Optional.ofNullable(entry(version).lastGood());
    }

    /** Name of the edition in force on a day. */
    public String versionInForceOn(LocalDate day) {
        return inForceOn(day).orElseThrow(() -> new NoPlaybookInForceException(day, earliest()));
    }

    /** Name of the edition in force on a day; empty on a day before every edition. */
    public Optional<String> inForceOn(LocalDate day) {
        EditionEntry found = null;
        LocalDate since = null;
        for (EditionEntry entry : entries) {
            LocalDate from = entry.inForceFrom();
            if (from != null && !from.isAfter(day) && (since == null || from.isAfter(since))) {
                found = entry;
                since = from;
            }
        }
        return Optional.ofNullable(found).map(EditionEntry::version);
    }

    /** The edition of that name as its folder is, or what is wrong with it. */
    public Compilation compilation(String version) {
        EditionEntry entry = entry(version);
        return compilations.computeIfAbsent(version, name -> compile(entry, cache, null));
    }

    /** What is wrong with the folder of an edition as it is; empty where it holds together. */
    public List<Diagnostic> diagnostics(String version) {
        return compilation(version) instanceof Compilation.Refused refused ? refused.diagnostics() : List.of();
    }

    private @Nullable LocalDate earliest() {
        return entries.stream()
                .map(EditionEntry::inForceFrom)
                .filter(day -> day != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private EditionEntry entry(String version) {
        for (EditionEntry entry : entries) {
            if (entry.version().equals(version)) {
                return entry;
            }
        }
        throw new UnknownPlaybookException(version, versions(), near(version));
    }

    /** The edition in force on the day that the name says, else the name that is nearest. */
    private @Nullable String near(String version) {
        try {
            return versionInForceOn(LocalDate.parse(version));
        } catch (DateTimeException | NoPlaybookInForceException e) {
            return Nearest.among(version, versions()).orElse(null);
        }
    }

    private static List<EditionEntry> entries(Path folder) {
        try {
            SortedMap<Path, Object> folders = editions(folder);
            for (int tries = 1; ; tries++) {
                List<EditionEntry> entries =
                        folders.keySet().stream().map(Library::entry).collect(Collectors.toCollection(ArrayList::new));
                SortedMap<Path, Object> after = editions(folder);
                if (after.equals(folders) || tries == MOST_TRIES) {
                    return entries;
                }
                folders = after; // an edition was being replaced while they were read
            }
        } catch (IOException | UncheckedIOException e) {
            throw new RulesFolderException("The rules folder " + folder + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** The folders of the editions, each with what tells it from another one that is put in its place. */
    private static SortedMap<Path, Object> editions(Path folder) throws IOException {
        SortedMap<Path, Object> editions = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Library::isEdition).toList()) {
                editions.put(path, key(path));
            }
        }
        return editions;
    }

    private static Object key(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (IOException e) {
            return "gone";
        }
    }

    private static boolean isEdition(Path path) {
        String name = path.getFileName().toString();
        boolean alone = !name.startsWith(EditionFolder.REPLACING)
                || !Files.exists(path.resolveSibling(EditionFolder.version(path)));
        return Files.isDirectory(path)
                && (!name.startsWith(".") || name.startsWith(EditionFolder.REPLACING))
                && alone
                && (isDate(EditionFolder.version(path)) || Files.exists(path.resolve(EditionFiles.SETTINGS)));
    }

    private static boolean isDate(String name) {
        return date(name) != null;
    }

    private static @Nullable LocalDate date(String name) {
        try {
            LocalDate day = LocalDate.parse(name);
            return day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static EditionEntry entry(Path path) {
        String version = EditionFolder.version(path);
        return guarded(version, () -> read(path, version), diagnostics -> unread(version, diagnostics));
    }

    private static EditionEntry read(Path path, String version) {
        Diagnostics diagnostics = new Diagnostics(version);
        try {
            EditionFiles files = EditionFolder.read(path, diagnostics);
            if (!diagnostics.none() && files.names().isEmpty()) {
                return unread(version, diagnostics.sorted());
            }
            EditionSettings settings = new SettingsReader(diagnostics).read(files);
            LocalDate named = date(version);
            if (settings != null && named != null && !named.equals(settings.inForceFrom())) {
                diagnostics.add(
                        EditionFiles.SETTINGS,
                        settings.line(),
                        "The folder is named " + named + ", and inForceFrom is " + settings.inForceFrom()
                                + ". Write inForceFrom: " + named + " in playbook.yaml, or rename the folder.");
            }
            return new EditionEntry(version, files, settings, diagnostics.sorted(), null, null);
        } catch (IOException | UncheckedIOException e) {
            diagnostics.add(
                    "",
                    0,
                    "The folder cannot be read. Look at its permissions, and for links in it that lead nowhere.");
            return unread(version, diagnostics.sorted());
        }
    }

    private static EditionEntry unread(String version, List<Diagnostic> diagnostics) {
        return new EditionEntry(version, EditionFiles.none(version), null, diagnostics, null, null);
    }

    /** Whatever a reader of an edition stumbles over refuses that edition, and no other. */
    private static <T> T guarded(String version, Supplier<T> reader, Function<List<Diagnostic>, T> refusal) {
        try {
            return reader.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            LOG.log(Level.SEVERE, "The edition " + version + " cannot be read", e);
            Diagnostics diagnostics = new Diagnostics(version);
            diagnostics.add(
                    "",
                    0,
                    e instanceof OutOfMemoryError
                            ? "There is not enough memory to read this edition. Make it smaller, or give more memory."
                            : "This edition cannot be read, and the log says why. Take back what was changed last.");
            return refusal.apply(diagnostics.sorted());
        }
    }

    private static EditionEntry withADay(EditionEntry entry) {
        if (isDate(entry.version())) {
            return entry;
        }
        Diagnostics diagnostics = new Diagnostics(entry.version());
        entry.diagnostics().forEach(diagnostics::add);
        diagnostics.add(
                EditionFiles.SETTINGS,
                0,
                "The folder is named \"" + entry.version()
                        + "\". Name it by the first day of the edition, such as 2020-03-25.");
        return new EditionEntry(entry.version(), entry.files(), entry.settings(), diagnostics.sorted(), null, null);
    }

    private static WrittenEdition written(EditionEntry entry) {
        Diagnostics diagnostics = new Diagnostics(entry.version());
        entry.diagnostics().forEach(diagnostics::add);
        return entry.readable()
                ? guarded(
                        entry.version(),
                        () -> new EditionReader(entry.files(), RuleCache.none(), null, diagnostics)
                                .written(entry.settings()),
                        refusal -> WrittenEdition.unreadable(entry.files(), refusal))
                : WrittenEdition.unreadable(entry.files(), diagnostics.sorted());
    }

    private static Compilation compile(EditionEntry entry, RuleCache cache, @Nullable Playbook before) {
        Diagnostics diagnostics = new Diagnostics(entry.version());
        entry.diagnostics().forEach(diagnostics::add);
        return entry.readable()
                ? guarded(
                        entry.version(),
                        () -> new EditionReader(entry.files(), cache, before, diagnostics).read(entry.settings()),
                        Compilation.Refused::new)
                : new Compilation.Refused(diagnostics.sorted());
    }

    /** Reads an edition from files that lie in no folder any more, such as those by which something was once judged. */
    public static Compilation read(EditionFiles files, RuleCache cache) {
        return compile(files, cache, null, new Diagnostics(files.folder()));
    }

    /** Files that lie in no folder, compiled; rules that are the same {@code before} are taken from there. */
    public static Compilation compile(
            EditionFiles files, RuleCache cache, @Nullable Playbook before, Diagnostics diagnostics) {
        EditionSettings settings = new SettingsReader(diagnostics).read(files);
        return settings == null
                ? new Compilation.Refused(diagnostics.sorted())
                : new EditionReader(files, cache, before, diagnostics).read(settings);
    }
}
