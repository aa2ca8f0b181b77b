package org.noteworthy.playbooks.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.noteworthy.notes.text.Nearest;

/** Reads the files of an edition from its folder, and those that it takes over from the edition that it extends. */
public final class EditionFolder {
    private static final int LARGEST = 1 << 20;
    private static final long LARGEST_OF_ALL = 16 << 20;
    private static final int MOST = 1_000;
    private static final int LONGEST_CHAIN = 5;
    private static final String LEADS_OUT =
            "The folder is a link that leads out of the rules folder. Put the folder itself here.";
    private static final String TOO_MUCH = "With this file the edition has more than " + MOST
            + " files or 16 MiB, which no playbook needs. Remove what does not belong to it.";

    private static final String UNREADABLE = "The file cannot be read. Look at its permissions.";

    /** How the folder is named that is about to take the place of an edition's: of one that is not there it is the edition. */
    public static final String REPLACING = ".replacing-";

    private EditionFolder() {}

    /** The edition that a folder is, or is about to be. */
    public static String version(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(REPLACING) ? name.substring(REPLACING.length()) : name;
    }

    /** The folder of an edition: the one of its name or, while there is none, the one that is about to take its place. */
    public static Path of(Path rules, String version) {
        return beside(rules.resolve(version), version);
    }

    /** The folder of an edition that lies beside another. */
    private static Path beside(Path folder, String version) {
        Path named = folder.resolveSibling(version);
        Path replacing = folder.resolveSibling(REPLACING + version);
        return !Files.exists(named) && Files.isDirectory(replacing) ? replacing : named;
    }

    /** The files of an edition as a whole; none where what it extends cannot be read. */
    public static EditionFiles read(Path folder, Diagnostics diagnostics) throws IOException {
        return read(folder, List.of(), diagnostics);
    }

    /** {@code before} are the editions that have led here, each of which extends the next. */
    private static EditionFiles read(Path folder, List<String> before, Diagnostics diagnostics) throws IOException {
        EditionFiles own = own(folder, diagnostics);
        Diagnostics ofExtension = new Diagnostics(own.folder());
        Extension extension = Extension.of(own, ofExtension);
        if (extension == null) {
            ofExtension.sorted().forEach(diagnostics::add);
            return ofExtension.none() ? own : EditionFiles.none(own.folder());
        }
        List<String> chain = new ArrayList<>(before);
        chain.add(own.folder());
        Path home = beside(folder, extension.base());
        String wrong = whatIsWrong(extension.base(), chain, home);
        if (!wrong.isEmpty()) {
            diagnostics.add(extension.diagnostic(own.folder(), wrong));
            return EditionFiles.none(own.folder());
        }
        Diagnostics ofBase = new Diagnostics(extension.base());
        EditionFiles base = read(home, chain, ofBase);
        if (ofBase.none()) {
            base.text(EditionFiles.SETTINGS, ofBase);
        }
        if (!ofBase.none()) {
            ofBase.sorted().forEach(diagnostics::add);
            diagnostics.add(extension.diagnostic(
                    own.folder(),
                    "The edition " + extension.base() + ", which this one extends, cannot be read. "
                            + "Correct it first."));
            return EditionFiles.none(own.folder());
        }
        EditionFiles whole = extension.whole(own, base, diagnostics);
        if (whole.names().size() > MOST || whole.size() > LARGEST_OF_ALL) {
            diagnostics.add(extension.diagnostic(own.folder(), TOO_MUCH));
            return EditionFiles.none(own.folder());
        }
        diagnostics.inherit(whole);
        return whole;
    }

    /**
     * The bytes of a file that lies beside the editions, read with the same care as theirs; empty where it is not there, or
     * where it cannot be read, which is then a diagnostic.
     */
    public static Optional<byte[]> beside(Path rules, String name, Diagnostics diagnostics) {
        Path path = rules.resolve(name);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return read(path, name, new FolderReader(rules.toRealPath()), diagnostics);
        } catch (IOException e) {
            diagnostics.add(name, 0, UNREADABLE);
            return Optional.empty();
        }
    }

    private static String whatIsWrong(String base, List<String> chain, Path home) throws IOException {
        if (base.equals(chain.get(chain.size() - 1))) {
            return "The edition extends itself. Name another edition, or remove extends.";
        }
        if (chain.contains(base)) {
            return "The editions extend each other in a circle: "
                    + String.join(", ", chain.subList(chain.indexOf(base), chain.size())) + ", " + base
                    + ". Remove extends from one of them.";
        }
        if (chain.size() > LONGEST_CHAIN) {
            return "More than " + LONGEST_CHAIN + " editions extend each other: " + String.join(", ", chain) + ", "
                    + base + ". Write one of them as a whole folder.";
        }
        if (!Files.isDirectory(home)) {
            return "There is no edition \"" + base + "\" beside this one."
                    + Nearest.insteadOf(base, namesBeside(home, chain));
        }
        return "";
    }

    private static Set<String> namesBeside(Path folder, List<String> chain) throws IOException {
        Set<String> names = new TreeSet<>();
        Path rules = folder.toAbsolutePath().getParent();
        for (Path path : rules == null ? List.<Path>of() : shown(rules)) {
            String name = path.getFileName().toString();
            if (Extension.isDate(name) && !chain.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * Reads what belongs to an edition; other files are no part of it and stay closed, and links that lead out of the
     * folder in which the editions lie are refused. What begins with a dot is neither read nor told of.
     */
    public static EditionFiles own(Path folder, Diagnostics diagnostics) throws IOException {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        List<String> unread = new ArrayList<>();
        long size = 0;
        Path home = folder.toAbsolutePath().normalize().getParent();
        FolderReader reader = new FolderReader(home == null ? folder.toRealPath() : home.toRealPath());
        if (!reader.holds(folder)) {
            diagnostics.add("", 0, LEADS_OUT);
            return EditionFiles.none(version(folder));
        }
        for (Path path : inside(folder, reader, diagnostics)) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (!belongs(name)) {
                unread.add(name);
                continue;
            }
            Optional<byte[]> content = read(path, name, reader, diagnostics);
            size += content.map(each -> each.length).orElse(0);
            if (bytes.size() == MOST || size > LARGEST_OF_ALL) {
                diagnostics.add(name, 0, TOO_MUCH);
                break;
            }
            content.ifPresent(each -> bytes.put(name, each));
        }
        return EditionFiles.read(version(folder), bytes, unread);
    }

    /** What lies in an edition's folder and in the one of its tables, sorted, without what is hidden. */
    private static List<Path> inside(Path folder, FolderReader reader, Diagnostics diagnostics) throws IOException {
        List<Path> inside = new ArrayList<>();
        for (Path path : shown(folder)) {
            boolean tables = path.getFileName()
                    .toString()
                    .equals(EditionFiles.TABLES.substring(0, EditionFiles.TABLES.length() - 1));
            if (!tables || !Files.isDirectory(path)) {
                inside.add(path);
                continue;
            }
            try {
                if (reader.holds(path)) {
                    inside.addAll(shown(path));
                } else {
                    diagnostics.add(EditionFiles.TABLES, 0, LEADS_OUT);
                }
            } catch (IOException e) {
                diagnostics.add(
                        EditionFiles.TABLES, 0, "The folder of the tables cannot be read. Look at its permissions.");
            }
        }
        return inside;
    }

    private static List<Path> shown(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<byte[]> read(Path path, String name, FolderReader reader, Diagnostics diagnostics) {
        if (!Files.isRegularFile(path)) {
            diagnostics.add(
                    name,
                    0,
                    "This is not a file, or a link that leads nowhere. Put the file itself here, or remove it.");
            return Optional.empty();
        }
        try {
            if (!reader.holds(path)) {
                diagnostics.add(
                        name, 0, "The file is a link that leads out of the rules folder. Put the file itself here.");
                return Optional.empty();
            }
            if (reader.sharesWithOutside(path)) {
                diagnostics.add(
                        name,
                        0,
                        "The file has another name outside of the rules folder (a hard link). Put a copy of it here.");
                return Optional.empty();
            }
            byte[] content = reader.read(path, LARGEST + 1);
            if (content.length <= LARGEST) {
                return Optional.of(content);
            }
            diagnostics.add(name, 0, "The file is larger than 1 MiB, which no table or rule needs. Shorten it.");
        } catch (IOException e) {
            diagnostics.add(name, 0, UNREADABLE);
        }
        return Optional.empty();
    }

    /** Whether a path within an edition's folder is one of a file that belongs to the edition. */
    public static boolean belongs(String name) {
        boolean table = name.startsWith(EditionFiles.TABLES)
                && name.endsWith(".csv")
                && name.indexOf('/', EditionFiles.TABLES.length()) < 0;
        boolean rule = name.endsWith(".drl") && name.indexOf('/') < 0;
        return table || rule || name.equals(EditionFiles.SETTINGS) || name.equals(EditionFiles.GUIDANCE);
    }
}
