package org.noteworthy.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.change.Approval;
import org.noteworthy.audit.change.ChangeKind;
import org.noteworthy.audit.change.Identity;
import org.noteworthy.audit.change.PolicyChange;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.drafts.Draft.Publication;
import org.noteworthy.playbooks.Library;

/** What the audit log is told of one publication: a policy change for each edition that judges otherwise. */
final class ChangeEntries {
    private final List<Changed> changed;

    private ChangeEntries(List<Changed> changed) {
        this.changed = changed;
    }

    /** How one edition changes: digests by which it judges, and its own files. */
    private record Changed(
            String edition,
            @Nullable String from,
            @Nullable String to,
            SortedMap<String, byte[]> before,
            @Nullable SortedMap<String, byte[]> after) {}

    /** Those between two libraries; the edition itself first, then those that extend it. */
    static ChangeEntries between(Drafts drafts, String edition, Library now, Library then) {
        List<Changed> changed = new ArrayList<>();
        if (edition.equals(Draft.WAIVERS)) {
            SortedMap<String, byte[]> none = new TreeMap<>();
            SortedMap<String, byte[]> before = drafts.now(edition).orElse(none);
            changed.add(new Changed(edition, fileDigest(before), null, before, null));
            return new ChangeEntries(changed);
        }
        changed.add(of(drafts, edition, now, then));
        Preview.changed(now, then).stream()
                .filter(version -> !version.equals(edition))
                .forEach(version -> changed.add(of(drafts, version, now, then)));
        return new ChangeEntries(changed);
    }

    private static Changed of(Drafts drafts, String edition, Library now, Library then) {
        return new Changed(
                edition,
                digest(now, edition),
                digest(then, edition),
                drafts.now(edition).orElseGet(TreeMap::new),
                null);
    }

    private static @Nullable String digest(Library library, String edition) {
        return library.versions().contains(edition) ? library.filesDigest(edition) : null;
    }

    private static @Nullable String fileDigest(SortedMap<String, byte[]> files) {
        byte[] content = files.get(Draft.WAIVERS);
        return content == null ? null : "sha256:" + Content.hashOf(content);
    }

    /** Writes them; those that are there already are not written again. */
    void write(PolicyChanges log, Draft draft, EffectSummary effect, SortedMap<String, byte[]> files) {
        Publication publication = java.util.Objects.requireNonNull(draft.publication());
        for (Changed each : changed) {
            boolean itself = each.edition().equals(publication.edition());
            SortedMap<String, byte[]> after = itself ? files : each.before();
            String to = draft.ofWaivers() ? fileDigest(files) : each.to();
            List<byte[]> contents = new ArrayList<>(each.before().values());
            contents.addAll(after.values());
            log.append(
                    new PolicyChange(
                            itself ? publication.id() : publication.id() + "." + each.edition(),
                            publication.at(),
                            kind(publication.kind()),
                            each.edition(),
                            each.from(),
                            to,
                            draft.name(),
                            identity(publication.by()),
                            itself
                                    ? publication.reason()
                                    : "It extends " + publication.edition() + ", which has changed: "
                                            + publication.reason(),
                            approvals(draft),
                            itself ? effect(effect) : null,
                            each.from() == null ? new TreeMap<>() : PolicyChanges.hashes(each.before()),
                            to == null ? new TreeMap<>() : PolicyChanges.hashes(after),
                            ProductVersion.current()),
                    contents);
        }
    }
}
