package org.noteworthy.audit;

import java.util.List;

/** Decisions that are written together: what is known of them without unpacking, and their packed lines. */
public record Page(PageHead head, List<Packing.Part> parts) {
    public Page {
        parts = List.copyOf(parts);
    }

    /** Where the chain stands after it. */
    public Link link() {
        return new Link(head.chain(), head.lastSeq(), head.head());
    }
}
