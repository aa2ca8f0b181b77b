package org.noteworthy.playbooks.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.EditionFiles;

/**
 * Compiled rules kept on disk, so that an edition that was compiled once starts in a tenth of the time.
 *
 * <p>An entry is found under a hash of the rule texts, this product's own code (all of it: the compiler as much as the facts
 * that rules are compiled against), the engine and the Java version; it carries a hash of its own content. Whatever is
 * missing, does not match, or lies in a folder that others may write to, is as good as absent: the rules are compiled again.
 * It holds classes alone: what a rule is called, asks and says is read from its text each time.
 */
public final class RuleCache {
    private static final Logger LOG = Logger.getLogger(RuleCache.class.getName());
    private static final byte[] MAGIC = "noteworthy rules 2\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_LENGTH = 32;
    private static final long LARGEST = 64L << 20;
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final @Nullable Path folder;
    private final boolean reads;

    private RuleCache(@Nullable Path folder, boolean reads) {
        this.folder = folder;
        this.reads = reads;
    }

    /** A cache in that folder, which is made when something is first kept. */
    public static RuleCache in(Path folder) {
        return new RuleCache(folder, true);
    }

    /** The cache that a setting names: a folder, {@code none}, or where it is null the one in the user's cache folder. */
    public static RuleCache named(@Nullable String setting) {
        if (setting != null) {
            return setting.equals("none") ? none() : in(Path.of(setting));
        }
        return in(cacheHome(System.getenv()).resolve("noteworthy"));
    }

    private static Path cacheHome(Map<String, String> environment) {
        String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".cache");
    }

    /** A cache that keeps nothing. */
    public static RuleCache none() {
        return new RuleCache(null, false);
    }

    /** The same folder, but only to keep things in: for what turned out to be of no use. */
    public RuleCache withoutReading() {
        return new RuleCache(folder, false);
    }

    public Optional<AdmittedClasses> find(String ruleHash) {
        if (folder == null || !reads || OwnCode.hash().isEmpty()) {
            return Optional.empty();
        }
        Path file = file(folder, ruleHash);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST || !isOurs(folder) || !isOurs(file)) {
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file), ruleHash);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.FINE, "Compiled rules cannot be read from the cache and are compiled again", e);
            return Optional.empty();
        }
    }

    public void keep(String ruleHash, AdmittedClasses classes) {
        if (folder == null || OwnCode.hash().isEmpty()) {
            return;
        }
        try {
            makeFolder(folder);
            if (!isOurs(folder)) {
                return;
            }
            Path draft = Files.createTempFile(folder, "rules", ".draft");
            try {
                Files.write(draft, entry(ruleHash, classes.copies()));
                Files.move(
                        draft,
                        file(folder, ruleHash),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "Compiled rules cannot be kept in the cache", e);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Whether nobody but the user that runs this could have written it. */
    private static boolean isOurs(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        String user = System.getProperty("user.name");
        boolean owned = view.readAttributes().owner().getName().equals(user);
        boolean closed = view.readAttributes().permissions().stream().noneMatch(OTHERS_WRITE::contains);
        return owned && closed && !Files.isSymbolicLink(path);
    }

    private static Path file(Path folder, String ruleHash) {
        return folder.resolve(HexFormat.of().formatHex(key(ruleHash)) + ".rules");
    }

    /** What an entry depends on beside the texts of the rules. */
    private static byte[] key(String ruleHash) {
        MessageDigest sha256 = EditionFiles.sha256();
        sha256.update((ruleHash + "\n" + Runtime.version().feature() + "\n" + engineVersion() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        sha256.update(OwnCode.hash().orElseThrow());
        return sha256.digest();
    }

    private static String engineVersion() {
        String version = org.drools.model.Model.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** What the file of an entry holds. */
    static byte[] entry(String ruleHash, SortedMap<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().length);
                out.write(each.getValue());
            }
        }
        MessageDigest sha256 = EditionFiles.sha256();
        sha256.update(key(ruleHash));
        byte[] hash = sha256.digest(content.toByteArray());
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.write(MAGIC);
        entry.write(hash);
        entry.write(content.toByteArray());
        return entry.toByteArray();
    }

    private static Optional<AdmittedClasses> decode(byte[] entry, String ruleHash) throws IOException {
        int start = MAGIC.length + HASH_LENGTH;
        if (entry.length < start || !Arrays.equals(entry, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        MessageDigest sha256 = EditionFiles.sha256();
        sha256.update(key(ruleHash));
        sha256.update(entry, start, entry.length - start);
        if (!MessageDigest.isEqual(sha256.digest(), Arrays.copyOfRange(entry, MAGIC.length, start))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry, start, entry.length - start))) {
            SortedMap<String, byte[]> classes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                classes.put(name, in.readNBytes(in.readInt()));
            }
            return Optional.of(AdmittedClasses.of(classes));
        } catch (RefusedClassException e) {
            LOG.warning(() -> "Compiled rules in the cache are refused and compiled again: " + e.getMessage());
            return Optional.empty();
        }
    }
}
