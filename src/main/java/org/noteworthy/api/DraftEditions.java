package org.noteworthy.api;

import java.util.function.BooleanSupplier;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** Drafts as the editions that they would become, for calls that take either. */
public interface DraftEditions {

    /** What a draft would become; {@code gone} tells whether whoever asked does not wait any more. */
    WrittenEdition edition(String draft, BooleanSupplier gone);
}
