package org.noteworthy.drafts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** What drafts live among: the policy that they change, the audit log, and what has to happen before one counts. */
public interface Surroundings {

    /** Folder in which drafts lie. */
    Path drafts();

    /** The rules folder. */
    Path rules();

    /** Folder with the fixtures, which need not be there. */
    Path fixtures();

    /** How many drafts may be open at once. */
    int most();

    /** What has to happen to a draft before it may be published. */
    ReviewPolicy policy();

    /** The editions as they judge now. */
    Library library();

    /** Where compiled rules are kept. */
    RuleCache cache();

    /**
     * The audit log; empty where nothing is recorded.
     *
     * @throws org.noteworthy.audit.AuditException if it cannot be reached
     */
    Optional<AuditDatabase> audit();

    /** What signs the audit log; null where nothing does. */
    @Nullable
    SigningKey key();

    Clock clock();
}
