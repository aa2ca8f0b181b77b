package org.noteworthy.audit.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Hashes;

/**
 * A change of the policy: what became of an edition or of the waivers, who did it and why. Nothing of it is ever masked.
 *
 * @param id tells it from all others, such as the id of the publication
 * @param edition folder of the edition, or {@code waivers.csv}
 * @param fromDigest digest before; null where there was nothing
 * @param toDigest digest afterwards; null where there is nothing
 * @param draft name of the draft, where it came from one
 * @param approvals who approved it, in their order
 * @param effect what it does to notes, as far as that was looked at
 * @param filesBefore the edition's own files before, by path, each by the hash of its content
 * @param files those afterwards
 * @param product version of the product that did it
 */
public record PolicyChange(
        String id,
        Instant time,
        ChangeKind kind,
        String edition,
        @Nullable String fromDigest,
        @Nullable String toDigest,
        @Nullable String draft,
        Identity by,
        String reason,
        List<Approval> approvals,
        @Nullable Effect effect,
        SortedMap<String, String> filesBefore,
        SortedMap<String, String> files,
        String product) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_PATH = 1_000;
    private static final int MOST_APPROVALS = 100;

    public PolicyChange {
        Checked.id(id);
        time = time.truncatedTo(ChronoUnit.MILLIS);
        edition = Checked.line("The edition that is changed", edition, LONGEST_NAME);
        draft = draft == null ? null : Checked.line("The draft of a change", draft, LONGEST_NAME);
        reason = Checked.lines("Why the policy is changed", reason, LONGEST_REASON);
        product = Checked.line("The version of the product", product, LONGEST_NAME);
        approvals = List.copyOf(approvals);
        if (approvals.size() > MOST_APPROVALS) {
            throw new AuditException(
                    "A change of the policy has up to " + MOST_APPROVALS + " approvals, not " + approvals.size() + ".");
        }
        filesBefore = checked(filesBefore);
        files = checked(files);
        checkEnd(fromDigest, filesBefore);
        checkEnd(toDigest, files);
        boolean there = toDigest != null;
        if (kind == ChangeKind.REMOVED ? there : !there && kind != ChangeKind.ABANDONED) {
            throw new IllegalArgumentException("What is " + kind.word() + " ends with " + toDigest);
        }
    }

    private static void checkEnd(@Nullable String digest, Map<String, String> files) {
        if (digest != null) {
            Checked.digest(digest);
        } else if (!files.isEmpty()) {
            throw new IllegalArgumentException("Files without a digest: " + files.keySet());
        }
    }

    private static SortedMap<String, String> checked(SortedMap<String, String> files) {
        SortedMap<String, String> copy = new TreeMap<>(files);
        copy.forEach((path, hash) -> {
            if (!path.equals(Checked.line("The path of a file", path, LONGEST_PATH))) {
                throw new IllegalArgumentException("The path of a file is no text");
            }
            Checked.hash(hash);
        });
        return Collections.unmodifiableSortedMap(copy);
    }

    /** Files by path, each by the hash of its content. */
    public static SortedMap<String, String> hashed(Map<String, byte[]> files) {
        Hashes hashes = new Hashes();
        SortedMap<String, String> hashed = new TreeMap<>();
        files.forEach((path, content) -> hashed.put(path, hashes.of(content)));
        return hashed;
    }
}
