package org.noteworthy.drafts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of the policy before it counts: a copy of an edition, or of the waivers, with who has done what to it.
 *
 * @param name by which it is called for
 * @param title what it is about, in a line
 * @param base what it was made of
 * @param content its files as they are now
 * @param history its saves, oldest first; of a long history the latest
 * @param review what was said of it since it was submitted
 * @param publication how it was put in force; null until then
 */
public record Draft(
        String name,
        String title,
        Person author,
        Instant created,
        Base base,
        DraftState state,
        Content content,
        List<Save> history,
        Review review,
        @Nullable Publication publication) {
    public Draft {
        history = List.copyOf(history);
    }

    /** What {@link Base#edition} says of a draft of the waivers. */
    public static final String WAIVERS = "waivers.csv";

    /**
     * What a draft was made of.
     *
     * @param edition name of the edition's folder, or {@link #WAIVERS}
     * @param content its files at that time, and fixtures that the draft has changed as they were before
     */
    public record Base(String edition, Content content) {}

    /**
     * One save: which files it changed.
     *
     * @param number from 1
     * @param digest of the draft after it
     */
    public record Save(int number, Instant at, Person by, List<FileChange> changes, String digest) {
        public Save {
            changes = List.copyOf(changes);
        }
    }

    /** How a save changed a file: hash before and after; null where there was or is none. */
    public record FileChange(
            String path, @Nullable String before, @Nullable String after) {}

    /** What was said of a draft: the submission under review, approvals of it and of earlier ones, comments. */
    public record Review(@Nullable Submission submission, List<Approval> approvals, List<Comment> comments) {
        static final Review NONE = new Review(null, List.of(), List.of());

        public Review {
            approvals = List.copyOf(approvals);
            comments = List.copyOf(comments);
        }

        /** The approvals that still count. */
        @JsonIgnore
        public List<Approval> valid() {
            return approvals.stream().filter(each -> each.voided() == null).toList();
        }

        /** The same with no submission, and approvals that count no longer. */
        Review voided(Instant at) {
            return new Review(
                    null,
                    approvals.stream()
                            .map(each -> each.voided() == null ? each.voided(at) : each)
                            .toList(),
                    comments);
        }
    }

    /** What was handed in for review: the draft of that digest. */
    public record Submission(Person by, Instant at, String reason, String digest) {}

    /**
     * That somebody approves a submission.
     *
     * @param digest of the draft
     * @param edition {@code sha256:…} of the edition as it would judge
     * @param difference {@code sha256:…} of the unified difference from the base
     * @param effect what was known of its effect on recorded notes
     * @param voided when it ceased to count, since the draft was changed or withdrawn
     */
    public record Approval(
            Person by,
            Instant at,
            String comment,
            String digest,
            String edition,
            String difference,
            EffectSummary effect,
            @Nullable Instant voided) {
        Approval voided(Instant when) {
            return new Approval(by, at, comment, digest, edition, difference, effect, when);
        }
    }

    /** What somebody says of a draft. */
    public record Comment(Person by, Instant at, String text) {}

    /**
     * How a draft was put in force.
     *
     * @param id by which the audit log knows it
     * @param edition which folder it became
     * @param before {@link Content#digest} of what lay there; null where nothing did
     * @param done false from when the audit log is written until the folder is in its place
     */
    public record Publication(
            String id,
            Kind kind,
            Person by,
            Instant at,
            String reason,
            String edition,
            @Nullable String before,
            boolean done) {

        /** What it does: a draft takes the place of what is there, an earlier edition does, or nothing does. */
        public enum Kind {
            PUBLISHED("published"),
            ROLLED_BACK("rolled-back"),
            REMOVED("removed");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /** The word for it in JSON. */
            @JsonValue
            public String word() {
                return word;
            }
        }

        Publication finished() {
            return new Publication(id, kind, by, at, reason, edition, before, true);
        }
    }

    /** {@code sha256:…} over all of its files, and over the fixtures that it takes away. */
    public String digest() {
        return digest(content);
    }

    private String digest(Content files) {
        Content all = files;
        for (String path : base.content().files().keySet()) {
            if (Content.isFixture(path) && files.hash(path).isEmpty()) {
                all = all.with(path, Optional.of("deleted"));
            }
        }
        return all.digest();
    }

    /** Whether it is about the waivers and not about an edition. */
    @JsonIgnore
    public boolean ofWaivers() {
        return base.edition().equals(WAIVERS);
    }

    Draft in(DraftState next) {
        return new Draft(name, title, author, created, base, next, content, history, review, publication);
    }

    Draft with(Review next) {
        return new Draft(name, title, author, created, base, state, content, history, next, publication);
    }

    Draft with(Publication next) {
        return new Draft(name, title, author, created, base, state, content, history, review, next);
    }

    Draft withoutPublication() {
        return new Draft(name, title, author, created, base, state, content, history, review, null);
    }

    Draft on(Base next) {
        return new Draft(name, title, author, created, next, state, content, history, review, publication);
    }

    Draft holding(Content next) {
        return new Draft(name, title, author, created, base, state, next, history, review, publication);
    }

    Draft keeping(List<Save> saves) {
        return new Draft(name, title, author, created, base, state, content, saves, review, publication);
    }

    /** The draft with another content: back in editing, and no approval counts any more. */
    Draft saved(Content next, Person by, Instant at) {
        List<FileChange> changes = new ArrayList<>();
        List<String> paths = new ArrayList<>(content.files().keySet());
        next.files().keySet().stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        for (String path : paths.stream().sorted().toList()) {
            Optional<String> before = content.hash(path);
            Optional<String> after = next.hash(path);
            if (!before.equals(after)) {
                changes.add(new FileChange(path, before.orElse(null), after.orElse(null)));
            }
        }
        List<Save> saves = new ArrayList<>(history);
        int number = saves.isEmpty() ? 1 : saves.get(saves.size() - 1).number() + 1;
        saves.add(new Save(number, at, by, changes, digest(next)));
        return new Draft(
                name, title, author, created, base, DraftState.EDITING, next, saves, review.voided(at), publication);
    }
}
