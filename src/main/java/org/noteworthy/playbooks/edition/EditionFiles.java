package org.noteworthy.playbooks.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** The files of one edition as they stood at one moment, read once and never again. */
public final class EditionFiles {
    public static final String SETTINGS = "playbook.yaml";
    public static final String GUIDANCE = "guidance.md";
    public static final String TABLES = "tables/";
    private static final int LARGEST = 1 << 20;
    private static final long LARGEST_OF_ALL = 16 << 20;
    private static final int MOST = 1_000;
    private static final String LEADS_OUT =
            "The folder is a link that leads out of the rules folder. Put the folder itself here.";

    private final String folder;
    private final SortedMap<String, byte[]> bytes;
    private final List<String> unread;
    private final String digest;
    private final String ruleHash;

    private EditionFiles(String folder, SortedMap<String, byte[]> bytes, List<String> unread) {
        this.folder = folder;
        this.bytes = bytes;
        this.unread = List.copyOf(unread);
        digest = "sha256:" + hash(name -> true);
        ruleHash = hash(name -> name.endsWith(".drl"));
    }

    /** No files at all, of a folder that cannot be read. */
    public static EditionFiles none(String folder) {
        return new EditionFiles(folder, new TreeMap<>(), List.of());
    }

    /**
     * Reads what belongs to an edition; other files are no part of it and stay closed, and links that lead out of the
     * folder in which the editions lie are refused. What begins with a dot is neither read nor told of.
     */
    public static EditionFiles read(Path folder, Flaws flaws) throws IOException {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        List<String> unread = new ArrayList<>();
        long size = 0;
        Path home = folder.toAbsolutePath().normalize().getParent();
        FolderReader reader = new FolderReader(home == null ? folder.toRealPath() : home.toRealPath());
        if (!reader.holds(folder)) {
            flaws.add("", 0, LEADS_OUT);
            return none(folder.getFileName().toString());
        }
        for (Path path : inside(folder, reader, flaws)) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (!belongs(name)) {
                unread.add(name);
                continue;
            }
            Optional<byte[]> content = read(path, name, reader, flaws);
            size += content.map(each -> each.length).orElse(0);
            if (bytes.size() == MOST || size > LARGEST_OF_ALL) {
                flaws.add(
                        name,
                        0,
                        "With this file the edition has more than " + MOST
                                + " files or 16 MiB, which no playbook needs. Remove what does not belong to it.");
                break;
            }
            content.ifPresent(each -> bytes.put(name, each));
        }
        return new EditionFiles(folder.getFileName().toString(), bytes, unread);
    }

    /** What lies in an edition's folder and in the one of its tables, sorted, without what is hidden. */
    private static List<Path> inside(Path folder, FolderReader reader, Flaws flaws) throws IOException {
        List<Path> inside = new ArrayList<>();
        for (Path path : shown(folder)) {
            boolean tables = path.getFileName().toString().equals(TABLES.substring(0, TABLES.length() - 1));
            if (!tables || !Files.isDirectory(path)) {
                inside.add(path);
                continue;
            }
            try {
                if (reader.holds(path)) {
                    inside.addAll(shown(path));
                } else {
                    flaws.add(TABLES, 0, LEADS_OUT);
                }
            } catch (IOException e) {
                flaws.add(TABLES, 0, "The folder of the tables cannot be read. Look at its permissions.");
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

    /** Files that lie in no folder any more, by path within the folder that they were read from. */
    public static EditionFiles of(String folder, Map<String, byte[]> files) {
        return new EditionFiles(folder, new TreeMap<>(files), List.of());
    }

    /** The same files with these in place of those of their names, or added. */
    public EditionFiles with(Map<String, byte[]> others) {
        SortedMap<String, byte[]> all = new TreeMap<>(bytes);
        all.putAll(others);
        return new EditionFiles(folder, all, unread);
    }

    private static Optional<byte[]> read(Path path, String name, FolderReader reader, Flaws flaws) {
        if (!Files.isRegularFile(path)) {
            flaws.add(
                    name, 0, "This is no file, or a link that leads nowhere. Put the file itself here, or remove it.");
            return Optional.empty();
        }
        try {
            if (!reader.holds(path)) {
                flaws.add(name, 0, "The file is a link that leads out of the rules folder. Put the file itself here.");
                return Optional.empty();
            }
            if (reader.sharesWithOutside(path)) {
                flaws.add(
                        name,
                        0,
                        "The file has another name outside of the rules folder (a hard link). Put a copy of it here.");
                return Optional.empty();
            }
            byte[] content = reader.read(path, LARGEST + 1);
            if (content.length <= LARGEST) {
                return Optional.of(content);
            }
            flaws.add(name, 0, "The file is larger than 1 MiB, which no table or rule needs. Shorten it.");
        } catch (IOException e) {
            flaws.add(name, 0, "The file cannot be read. Look at its permissions.");
        }
        return Optional.empty();
    }

    private static boolean belongs(String name) {
        boolean table = name.startsWith(TABLES) && name.endsWith(".csv");
        boolean rule = name.endsWith(".drl") && name.indexOf('/') < 0;
        return table || rule || name.equals(SETTINGS) || name.equals(GUIDANCE);
    }

    /** Name of the edition's folder. */
    public String folder() {
        return folder;
    }

    /** Paths within the folder, with forward slashes, sorted. */
    public List<String> names() {
        return List.copyOf(bytes.keySet());
    }

    /** Paths of what lies in the folder and is no part of an edition, sorted; nobody has looked into it. */
    public List<String> unread() {
        return unread;
    }

    /** The file at that path within the folder, byte for byte. */
    public Optional<byte[]> content(String name) {
        return Optional.ofNullable(bytes.get(name)).map(byte[]::clone);
    }

    /** A rule of these files, as it is written there. */
    public Optional<WrittenRule> written(Rule rule) {
        return text(rule.file(), new Flaws(folder)).stream()
                .flatMap(text -> RuleFile.read(text).rules().stream())
                .filter(written -> written.name().equals(rule.id()))
                .findFirst();
    }

    /** Names of all rules that stand in these files, those that are switched off included. */
    public Set<String> ruleNames() {
        Flaws toldElsewhere = new Flaws(folder);
        return ruleFiles().stream()
                .flatMap(file -> text(file, toldElsewhere).stream())
                .flatMap(text -> RuleFile.read(text).rules().stream())
                .map(WrittenRule::name)
                .collect(Collectors.toSet());
    }

    public List<String> ruleFiles() {
        return bytes.keySet().stream().filter(name -> name.endsWith(".drl")).toList();
    }

    /** The file as text, without a byte-order mark; empty if it is missing or no UTF-8, which is then a flaw. */
    public Optional<String> text(String name, Flaws flaws) {
        byte[] content = bytes.get(name);
        if (content == null) {
            flaws.add(name, 0, "The file is missing. Copy it from another edition and edit it.");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            String lines = bare.replace("\r\n", "\n").replace('\r', '\n');
            return isText(name, lines, flaws) ? Optional.of(lines) : Optional.empty();
        } catch (CharacterCodingException e) {
            flaws.add(name, 0, "The file is not UTF-8 text. Save it as UTF-8 (in a spreadsheet: CSV UTF-8).");
            return Optional.empty();
        }
    }

    /** Control characters and those that turn the direction of writing can make people see what does not stand there. */
    private static boolean isText(String name, String text, Flaws flaws) {
        boolean rule = name.endsWith(".drl"); // of which each character is looked at where it is read
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n') {
                line++;
                lineStart = i + 1;
            } else if (rule ? unit == 0 : Characters.misleads(unit) && unit != '\t') {
                flaws.add(
                        name,
                        line,
                        i - lineStart + 1,
                        1,
                        String.format(
                                Locale.ROOT,
                                "The character U+%04X stands here, which is not seen and changes how the text around it"
                                        + " looks. Delete it, or save the file again as UTF-8 text.",
                                (int) unit));
                return false;
            }
        }
        return true;
    }

    /** {@code sha256:…} over the paths and contents of all files. */
    public String digest() {
        return digest;
    }

    /** Hash over the paths and contents of the rules alone. */
    public String ruleHash() {
        return ruleHash;
    }

    private String hash(Predicate<String> counts) {
        MessageDigest sha256 = sha256();
        for (Map.Entry<String, byte[]> file : bytes.entrySet()) {
            if (counts.test(file.getKey())) {
                byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(8)
                        .putInt(name.length)
                        .putInt(file.getValue().length)
                        .flip());
                sha256.update(name);
                sha256.update(file.getValue());
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
