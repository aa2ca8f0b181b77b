package org.noteworthy.cli.draft.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One draft as a whole; times as ISO 8601 writes them.
 *
 * @param digest {@code sha256:…} over all of its files
 * @param deleted files of the base that it no longer has
 * @param history its saves, oldest first
 * @param submission what is under review; null where nothing is
 * @param publication how it was put in force; null until then
 */
public record DraftView(
        String name,
        String title,
        String state,
        String digest,
        PersonView author,
        String created,
        Base base,
        List<FileState> files,
        List<String> deleted,
        List<Save> history,
        @Nullable Submission submission,
        List<Approval> approvals,
        List<Comment> comments,
        @Nullable Publication publication) {
    public DraftView {
        files = List.copyOf(files);
        deleted = List.copyOf(deleted);
        history = List.copyOf(history);
        approvals = List.copyOf(approvals);
        comments = List.copyOf(comments);
    }

    /** What it was made of, and what has become of that: files that have changed since, and whether it is gone. */
    public record Base(String edition, String digest, List<String> moved, boolean gone) {
        public Base {
            moved = List.copyOf(moved);
        }

        /** Whether anything has changed. */
        public boolean hasMoved() {
            return gone || !moved.isEmpty();
        }
    }

    /** A file, and in a word how it differs from the base. */
    public record FileState(String path, String digest, String change) {}

    /** One save: which files it changed. */
    public record Save(int number, String at, PersonView by, List<String> files, String digest) {
        public Save {
            files = List.copyOf(files);
        }
    }

    /** What was handed in for review. */
    public record Submission(PersonView by, String at, String reason, String digest) {}

    /** That somebody approves; {@code voided} is when it ceased to count. */
    public record Approval(
            PersonView by,
            String at,
            String comment,
            String digest,
            String edition,
            String difference,
            EffectCounts effect,
            @Nullable String voided) {}

    /** What somebody says of it. */
    public record Comment(PersonView by, String at, String text) {}

    /** How it was put in force; {@code done} is false while that is under way. */
    public record Publication(
            String id, String kind, PersonView by, String at, String reason, String edition, boolean done) {}

    /** Whether it can still be changed. */
    public boolean isOpen() {
        return !state.equals("published") && !state.equals("discarded");
    }

    /** The approvals that count. */
    public List<Approval> valid() {
        return approvals.stream().filter(each -> each.voided() == null).toList();
    }

    /** Whether it differs from its base. */
    public boolean changes() {
        return !deleted.isEmpty()
                || files.stream().anyMatch(file -> !file.change().equals("none"));
    }
}
