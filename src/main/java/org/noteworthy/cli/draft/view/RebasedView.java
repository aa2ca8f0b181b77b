package org.noteworthy.cli.draft.view;

import java.util.List;

/** A draft that was put onto its base, or the files in which both have changed the same lines. */
public record RebasedView(DraftView draft, List<Conflict> conflicts) {
    public RebasedView {
        conflicts = List.copyOf(conflicts);
    }

    /** One such file, with what both have written between marks. */
    public record Conflict(String path, String marked) {}
}
