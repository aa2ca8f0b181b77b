package org.noteworthy.audit.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.playbooks.edition.EditionFiles;

/** Changes of the policy as tests need them: an edition whose one table grows by a row each time. */
public final class Changed {
    public static final String EDITION = "2020-03-25";
    static final Instant NOON = Instant.parse("2020-06-02T12:00:00Z");

    private Changed() {}

    /** The files of the edition after that many changes; none before the first. */
    public static Map<String, byte[]> files(int changes) {
        if (changes == 0) {
            return Map.of();
        }
        Map<String, byte[]> files = new TreeMap<>();
        files.put("guidance.md", bytes("# Guidance\n"));
        files.put("tables/roles.csv", bytes("code\n" + "FE\n".repeat(changes)));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of the edition after that many changes. */
    public static @Nullable String digest(int changes) {
        return changes == 0 ? null : EditionFiles.of(EDITION, files(changes)).digest();
    }

    /** The change that follows that many, with one approval. */
    public static PolicyChange change(int before) {
        return change("change-" + before, EDITION, before, "Roles of June");
    }

    static PolicyChange change(String id, String edition, int before, String reason) {
        String to = String.valueOf(digest(before + 1));
        Effect effect = new Effect("3 of 40 notes are newly violated.", 40, 40, 3, 1, 6);
        return new PolicyChange(
                id,
                NOON.plusSeconds(before),
                ChangeKind.PUBLISHED,
                edition,
                digest(before),
                to,
                "roles",
                new Identity("ada", "api-key"),
                reason,
                List.of(new Approval(
                        new Identity("grace", "openid"),
                        NOON.minusSeconds(60),
                        to,
                        "sha256:" + "d".repeat(64),
                        effect)),
                effect,
                PolicyChange.hashed(files(before)),
                PolicyChange.hashed(files(before + 1)),
                "1.0");
    }

    /** The contents of the files that such a change names. */
    static List<byte[]> contents(int before) {
        List<byte[]> contents = new ArrayList<>(files(before).values());
        contents.addAll(files(before + 1).values());
        return contents;
    }

    /** Writes so many changes, one after the other. */
    public static void write(AuditDatabase database, @Nullable SigningKey key, int changes) {
        for (int i = 0; i < changes; i++) {
            new PolicyChanges(database, key).append(change(i), contents(i));
        }
    }
}
