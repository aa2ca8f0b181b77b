package org.noteworthy.playbooks.edition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** The files of one edition as they stood at one moment, those of an edition that it extends among them. */
public final class EditionFiles {
    public static final String SETTINGS = "playbook.yaml";
    public static final String GUIDANCE = "guidance.md";
    public static final String TABLES = "tables/";

    private final String folder;
    private final SortedMap<String, byte[]> bytes;
    private final Map<String, String> homes;
    private final @Nullable Extension extension;
    private final List<String> unread;
    private volatile @Nullable String digest;
    private volatile @Nullable String ruleHash;

    private EditionFiles(
            String folder,
            SortedMap<String, byte[]> bytes,
            Map<String, String> homes,
            @Nullable Extension extension,
            List<String> unread) {
        this.folder = folder;
        this.bytes = bytes;
        this.homes = Map.copyOf(homes);
        this.extension = extension;
        this.unread = List.copyOf(unread);
    }

    /** No files at all, of a folder that cannot be read. */
    public static EditionFiles none(String folder) {
        return new EditionFiles(folder, new TreeMap<>(), Map.of(), null, List.of());
    }

    /** Files that lie in no folder any more, by path within the folder that they were read from. */
    public static EditionFiles of(String folder, Map<String, byte[]> files) {
        return new EditionFiles(folder, new TreeMap<>(files), Map.of(), null, List.of());
    }

    /** The same files with these in place of those of their names, or added. */
    public EditionFiles with(Map<String, byte[]> others) {
        SortedMap<String, byte[]> all = new TreeMap<>(bytes);
        all.putAll(others);
        Map<String, String> elsewhere = new HashMap<>(homes);
        elsewhere.keySet().removeAll(others.keySet());
        return new EditionFiles(folder, all, elsewhere, extension, unread);
    }

    /** Those that were read from a folder, with the names of what else lies there. */
    static EditionFiles read(String folder, SortedMap<String, byte[]> files, List<String> unread) {
        return new EditionFiles(folder, files, Map.of(), null, unread);
    }

    /** These files and, where they have none of the name, those of a base; with the settings of both. */
    EditionFiles over(EditionFiles base, Extension extending, byte[] settings) {
        SortedMap<String, byte[]> all = new TreeMap<>(bytes);
        Map<String, String> elsewhere = new HashMap<>();
        base.bytes.forEach((name, content) -> {
            if (!extending.without().contains(name) && all.putIfAbsent(name, content) == null) {
                elsewhere.put(name, base.home(name));
            }
        });
        all.put(SETTINGS, settings);
        return new EditionFiles(folder, all, elsewhere, extending, unread);
    }

    /** Name of the folder that a file lies in: that of the edition, or of one that it extends. */
    public String home(String name) {
        return homes.getOrDefault(name, folder);
    }

    /** The edition that these files extend; null where they are a whole folder. */
    @Nullable
    Extension extension() {
        return extension;
    }

    /** How many bytes they hold together. */
    long size() {
        return bytes.values().stream().mapToLong(content -> content.length).sum();
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
        return text(rule.file(), new Diagnostics(folder)).stream()
                .flatMap(text -> RuleFile.read(text).rules().stream())
                .filter(written -> written.name().equals(rule.id()))
                .findFirst();
    }

    /** Names of all rules that stand in these files, those that are switched off included. */
    public Set<String> ruleNames() {
        Diagnostics toldElsewhere = new Diagnostics(folder);
        return ruleFiles().stream()
                .flatMap(file -> text(file, toldElsewhere).stream())
                .flatMap(text -> RuleFile.read(text).rules().stream())
                .map(WrittenRule::name)
                .collect(Collectors.toSet());
    }

    public List<String> ruleFiles() {
        return bytes.keySet().stream().filter(name -> name.endsWith(".drl")).toList();
    }

    /** The file as text, without a byte-order mark; empty if it is missing or no UTF-8, which is then a diagnostic. */
    public Optional<String> text(String name, Diagnostics diagnostics) {
        byte[] content = bytes.get(name);
        if (content == null) {
            diagnostics.add(name, 0, "The file is missing. Copy it from another edition and edit it.");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            String lines = bare.replace("\r\n", "\n").replace('\r', '\n');
            return isText(name, lines, diagnostics) ? Optional.of(lines) : Optional.empty();
        } catch (CharacterCodingException e) {
            diagnostics.add(name, 0, "The file is not UTF-8 text. Save it as UTF-8 (in a spreadsheet: CSV UTF-8).");
            return Optional.empty();
        }
    }

    /** Control characters and those that turn the direction of writing can make people see what does not stand there. */
    private static boolean isText(String name, String text, Diagnostics diagnostics) {
        boolean rule = name.endsWith(".drl"); // of which each character is looked at where it is read
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n') {
                line++;
                lineStart = i + 1;
            } else if (rule ? unit == 0 : Characters.misleads(unit) && unit != '\t') {
                diagnostics.add(
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
        String known = digest;
        if (known == null) { // only now, since most editions judge nothing in a call
            known = "sha256:" + hash(name -> true);
            digest = known;
        }
        return known;
    }

    /** Hash over the paths and contents of the rules alone. */
    public String ruleHash() {
        String known = ruleHash;
        if (known == null) {
            known = hash(name -> name.endsWith(".drl"));
            ruleHash = known;
        }
        return known;
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
