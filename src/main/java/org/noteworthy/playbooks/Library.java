package org.noteworthy.playbooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Nearest;

/**
 * The editions of a rules folder, and which one is in force on a day: from its own day to the day before the next one's.
 *
 * <p>Opening it reads when each edition begins; the rest of an edition is read, and its rules compiled, when it is first
 * asked for. Safe for use by many threads.
 */
public final class Library {
    private final Path folder;
    private final RuleCache cache;
    private final List<Shelf> shelves;
    private final Map<String, Compilation> compilations = new ConcurrentHashMap<>();

    private Library(Path folder, RuleCache cache, List<Shelf> shelves) {
        this.folder = folder;
        this.cache = cache;
        this.shelves = shelves;
    }

    /** An edition's place in the library; {@code settings} is null where its first day cannot be told. */
    private record Shelf(
            String version, EditionFiles files, @Nullable EditionSettings settings, List<Flaw> flaws) {
        /** Where the settings do not tell it, the day by which the folder is named. */
        @Nullable
        LocalDate inForceFrom() {
            return settings == null ? date(version) : settings.inForceFrom();
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
        List<Shelf> shelves = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Library::isEdition).sorted().toList()) {
                shelves.add(shelf(path));
            }
        } catch (IOException e) {
            throw new RulesFolderException("The rules folder " + folder + " cannot be read: " + e.getMessage() + ".");
        }
        if (shelves.isEmpty()) {
            throw new RulesFolderException("The rules folder " + folder
                    + " holds no edition. An edition is a folder named by a date, such as 2020-03-25, with a"
                    + " playbook.yaml in it.");
        }
        shelves.sort(Comparator.comparing(Shelf::version));
        return new Library(folder, cache, withoutTwins(shelves));
    }

    /** Reads one edition's folder that need not lie in a library, such as a draft. */
    public static Compilation read(Path folder, RuleCache cache) {
        Path real = folder.toAbsolutePath().normalize();
        Shelf shelf = shelf(real);
        return compile(shelf, cache);
    }

    /** The folder it was opened from. */
    public Path folder() {
        return folder;
    }

    /** Names of all editions, in force or refused, sorted. */
    public List<String> versions() {
        return shelves.stream().map(Shelf::version).toList();
    }

    /** First day of an edition, where it can be told. */
    public Optional<LocalDate> inForceFrom(String version) {
        return Optional.ofNullable(shelf(version).inForceFrom());
    }

    /** Last day of an edition; empty where no later edition follows it. */
    public Optional<LocalDate> inForceTo(String version) {
        LocalDate from = shelf(version).inForceFrom();
        return shelves.stream()
                .map(Shelf::inForceFrom)
                .filter(day -> day != null && from != null && day.isAfter(from))
                .min(Comparator.naturalOrder())
                .map(day -> day.minusDays(1));
    }

    /** The edition of that name. */
    public Playbook named(String version) {
        Compilation compilation = compilation(version);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.playbook();
        }
        throw new PlaybookRefusedException(version, ((Compilation.Refused) compilation).flaws());
    }

    /** Name of the edition in force on a day. */
    public String versionInForceOn(LocalDate day) {
        Shelf found = null;
        LocalDate since = null;
        for (Shelf shelf : shelves) {
            LocalDate from = shelf.inForceFrom();
            if (from != null && !from.isAfter(day) && (since == null || from.isAfter(since))) {
                found = shelf;
                since = from;
            }
        }
        if (found == null) {
            throw new NoPlaybookInForceException(day, earliest());
        }
        return found.version();
    }

    /** The edition of that name, or what is wrong with it. */
    public Compilation compilation(String version) {
        Shelf shelf = shelf(version);
        return compilations.computeIfAbsent(version, name -> compile(shelf, cache));
    }

    private @Nullable LocalDate earliest() {
        return shelves.stream()
                .map(Shelf::inForceFrom)
                .filter(day -> day != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Shelf shelf(String version) {
        for (Shelf shelf : shelves) {
            if (shelf.version().equals(version)) {
                return shelf;
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

    private static boolean isEdition(Path path) {
        String name = path.getFileName().toString();
        return Files.isDirectory(path)
                && !name.startsWith(".")
                && (isDate(name) || Files.exists(path.resolve(EditionFiles.SETTINGS)));
    }

    private static boolean isDate(String name) {
        return date(name) != null;
    }

    private static @Nullable LocalDate date(String name) {
        try {
            return LocalDate.parse(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Shelf shelf(Path path) {
        String version = path.getFileName().toString();
        Flaws flaws = new Flaws(version);
        try {
            EditionFiles files = EditionFiles.read(path, flaws);
            EditionSettings settings = new SettingsReader(flaws).read(files);
            return new Shelf(version, files, settings, flaws.sorted());
        } catch (IOException | UncheckedIOException e) {
            throw new RulesFolderException("The folder " + path + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static List<Shelf> withoutTwins(List<Shelf> shelves) {
        List<Shelf> checked = new ArrayList<>();
        for (Shelf shelf : shelves) {
            Flaws flaws = new Flaws(shelf.version());
            shelf.flaws().forEach(flaws::add);
            if (!isDate(shelf.version())) {
                flaws.add(
                        EditionFiles.SETTINGS,
                        0,
                        "The folder is named \"" + shelf.version()
                                + "\". Name it by the first day of the edition, such as 2020-03-25.");
            }
            EditionSettings settings = shelf.settings();
            if (settings != null) {
                for (Shelf other : shelves) {
                    if (!other.equals(shelf) && settings.inForceFrom().equals(other.inForceFrom())) {
                        flaws.add(
                                EditionFiles.SETTINGS,
                                settings.line(),
                                "The editions " + shelf.version() + " and " + other.version() + " both begin on "
                                        + settings.inForceFrom() + ". Change inForceFrom of one of them.");
                    }
                }
            }
            checked.add(new Shelf(shelf.version(), shelf.files(), settings, flaws.sorted()));
        }
        return checked;
    }

    private static Compilation compile(Shelf shelf, RuleCache cache) {
        Flaws flaws = new Flaws(shelf.version());
        shelf.flaws().forEach(flaws::add);
        EditionSettings settings = shelf.settings();
        return settings == null
                ? new Compilation.Refused(flaws.sorted())
                : new EditionReader(shelf.files(), cache, flaws).read(settings);
    }
}
