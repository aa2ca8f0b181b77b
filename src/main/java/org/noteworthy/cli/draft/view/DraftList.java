package org.noteworthy.cli.draft.view;

import java.util.List;

/** The drafts, by name, with the names of those that cannot be read. */
public record DraftList(List<Entry> drafts, List<String> damaged) {
    public DraftList {
        drafts = List.copyOf(drafts);
        damaged = List.copyOf(damaged);
    }

    /** One of them in short; {@code moved} says whether its base has changed since, or is gone. */
    public record Entry(
            String name,
            String title,
            String state,
            String edition,
            boolean moved,
            PersonView author,
            String created,
            String changed,
            String digest) {}
}
