package org.noteworthy.cli.draft.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.drafts.ReviewPolicy;
import org.noteworthy.drafts.Surroundings;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** The folders of this machine, among which drafts live; the audit log is opened when it is asked for. */
public final class LocalPlace implements Surroundings, AutoCloseable {
    /** As many as the service takes where nobody says otherwise. */
    private static final int MOST = 200;

    private final Folders folders;
    private final ReviewPolicy policy;
    private final RuleCache cache;
    private final DatabaseAddress log;
    private final @Nullable SigningKey key;
    private final Clock clock;
    private @Nullable AuditDatabase audit;
    private boolean writes;

    /** Where they lie. */
    public record Folders(Path drafts, Path rules, Path fixtures) {}

    public LocalPlace(
            Folders folders,
            ReviewPolicy policy,
            RuleCache cache,
            DatabaseAddress log,
            @Nullable SigningKey key,
            Clock clock) {
        this.folders = folders;
        this.policy = policy;
        this.cache = cache;
        this.log = log;
        this.key = key;
        this.clock = clock;
    }

    /** From now on the audit log is opened to be written, and made where there is none. */
    synchronized void writing() {
        if (!writes) {
            close();
            writes = true;
        }
    }

    @Override
    public Path drafts() {
        return folders.drafts();
    }

    @Override
    public Path rules() {
        return folders.rules();
    }

    @Override
    public Path fixtures() {
        return folders.fixtures();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public ReviewPolicy policy() {
        return policy;
    }

    @Override
    public Library library() {
        return Library.open(folders.rules(), cache);
    }

    @Override
    public RuleCache cache() {
        return cache;
    }

    @Override
    public synchronized Optional<AuditDatabase> audit() {
        AuditDatabase opened = audit;
        if (opened == null) {
            opened = writes ? AuditDatabase.open(log) : AuditDatabase.read(log);
            audit = opened;
        }
        return Optional.of(opened);
    }

    @Override
    public @Nullable SigningKey key() {
        return key;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public synchronized void close() {
        AuditDatabase opened = audit;
        audit = null;
        if (opened != null) {
            opened.close();
        }
    }
}
