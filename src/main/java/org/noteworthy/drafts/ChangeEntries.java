package org.noteworthy.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.change.Approval;
import org.noteworthy.audit.change.ChangeKind;
import org.noteworthy.audit.change.Effect;
import org.noteworthy.audit.change.Identity;
import org.noteworthy.audit.change.PolicyChange;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.drafts.Draft.Publication;
import org.noteworthy.playbooks.Library;

/** What the audit log is told of one publication: a policy change for each edition that judges otherwise by it. */
final class ChangeEntries {
    private final Drafts drafts;
    private final Draft draft;
    private final Publication publication;
    private final EffectSummary effect;

    /** Of a draft that is being published, or is not after all, with what is known of its effect. */
    ChangeEntries(Drafts drafts, Draft draft, EffectSummary effect) {
        this.drafts = drafts;
        this.draft = draft;
        this.effect = effect;
        publication = Objects.requireNonNull(draft.publication());
    }

    /** Writes them, the edition itself first, then those that extend it; those that are there already stay alone. */
    void write(PolicyChanges log, FolderReading read, Library then) {
        Library now = read.library();
        ChangeKind kind = switch (publication.kind()) {
            case PUBLISHED -> ChangeKind.PUBLISHED;
            case ROLLED_BACK -> ChangeKind.ROLLED_BACK;
            case REMOVED -> ChangeKind.REMOVED;
        };
        String edition = publication.edition();
        SortedMap<String, byte[]> before = read.own(edition);
        SortedMap<String, byte[]> after = drafts.editionFiles(draft);
        write(log, publication.id(), kind, edition, publication.reason(), before, after, now, then);
        for (String other : Preview.changed(now, then)) {
            if (!other.equals(edition)) {
                SortedMap<String, byte[]> own = read.own(other);
                String why = "It extends " + edition + ", which has changed. " + publication.reason();
                write(log, publication.id() + "." + other, kind, other, why, own, own, now, then);
            }
        }
    }

    /** Writes that the edition, and each that extends it, is not changed after all, but is as it stands now. */
    void abandon(PolicyChanges log, FolderReading read) {
        abandon(log, read, publication.id(), publication.edition());
        for (String other : read.library().versions()) {
            String id = publication.id() + "." + other;
            if (!other.equals(publication.edition()) && log.find(id).isPresent()) {
                abandon(log, read, id, other);
            }
        }
    }

    /** Id of the change that tells that another one was abandoned. */
    static String abandonment(String id) {
        return id + ".abandoned";
    }

    private void abandon(PolicyChanges log, FolderReading read, String id, String edition) {
        SortedMap<String, byte[]> there = read.own(edition);
        String digest = draft.ofWaivers() ? waivers(there) : digest(read.library(), edition);
        log.append(
                change(
                        abandonment(id),
                        ChangeKind.ABANDONED,
                        edition,
                        "Somebody else changed the edition at the same moment. It stays as they left it.",
                        digest,
                        there,
                        digest,
                        there),
                there.values());
    }

    private void write(
            PolicyChanges log,
            String id,
            ChangeKind kind,
            String edition,
            String reason,
            SortedMap<String, byte[]> before,
            SortedMap<String, byte[]> after,
            Library now,
            Library then) {
        List<byte[]> contents = new ArrayList<>(before.values());
        contents.addAll(after.values());
        String from = draft.ofWaivers() ? waivers(before) : digest(now, edition);
        String to = draft.ofWaivers() ? waivers(after) : digest(then, edition);
        log.append(change(id, kind, edition, reason, from, before, to, after), contents);
    }

    private PolicyChange change(
            String id,
            ChangeKind kind,
            String edition,
            String reason,
            @Nullable String from,
            SortedMap<String, byte[]> before,
            @Nullable String to,
            SortedMap<String, byte[]> after) {
        return new PolicyChange(
                id,
                publication.at(),
                kind,
                edition,
                from,
                to,
                draft.name(),
                identity(publication.by()),
                reason,
                draft.review().valid().stream()
                        .map(each -> new Approval(
                                identity(each.by()),
                                each.at(),
                                each.edition(),
                                each.difference(),
                                effect(each.effect())))
                        .toList(),
                effect(effect),
                from == null ? new TreeMap<>() : PolicyChange.hashed(before),
                to == null ? new TreeMap<>() : PolicyChange.hashed(after),
                ProductVersion.current());
    }

    /** The digest by which decisions name an edition. */
    private static @Nullable String digest(Library library, String edition) {
        return library.versions().contains(edition) ? library.filesDigest(edition) : null;
    }

    private static @Nullable String waivers(SortedMap<String, byte[]> files) {
        byte[] content = files.get(Draft.WAIVERS);
        return content == null ? null : "sha256:" + Content.hashOf(content);
    }

    private static Identity identity(Person person) {
        return new Identity(person.name(), person.verified());
    }

    private static Effect effect(EffectSummary summary) {
        return new Effect(
                summary.told(), summary.notes(), summary.notes(), summary.newly(), summary.noLonger(), summary.still());
    }
}
