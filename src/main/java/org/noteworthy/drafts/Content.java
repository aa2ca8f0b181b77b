package org.noteworthy.drafts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noteworthy.playbooks.edition.EditionFiles;

/**
 * The files of a draft, each by the SHA-256 of its bytes: those of the edition itself, and fixtures that change with it.
 *
 * @param files by path within the edition's folder
 */
public record Content(SortedMap<String, String> files) {
    public Content {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Where the fixtures of a draft lie among its files. */
    public static final String FIXTURES = "fixtures/";

    /** The content in which the file at that path has that hash; without it where there is none. */
    Content with(String path, Optional<String> hash) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        hash.ifPresentOrElse(each -> changed.put(path, each), () -> changed.remove(path));
        return new Content(changed);
    }

    /** {@code sha256:…} over the paths and hashes of all of them: the same files have the same digest. */
    public String digest() {
        MessageDigest sha256 = EditionFiles.sha256();
        files.forEach((path, hash) -> sha256.update((path + '\n' + hash + '\n').getBytes(StandardCharsets.UTF_8)));
        return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    }

    /** Hash of the file at that path. */
    public Optional<String> hash(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Those that belong to the edition's folder, without fixtures. */
    Content ofEdition() {
        SortedMap<String, String> own = new TreeMap<>(files);
        own.keySet().removeIf(Content::isFixture);
        return new Content(own);
    }

    static boolean isFixture(String path) {
        return path.startsWith(FIXTURES);
    }

    /** The content of these bytes. */
    static Content of(Map<String, byte[]> bytes) {
        SortedMap<String, String> files = new TreeMap<>();
        bytes.forEach((path, content) -> files.put(path, hashOf(content)));
        return new Content(files);
    }

    /** SHA-256 of bytes, in small hexadecimal digits. */
    public static String hashOf(byte[] bytes) {
        return HexFormat.of().formatHex(EditionFiles.sha256().digest(bytes));
    }
}
