package org.noteworthy.api.draft;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.AccessMode;
import org.noteworthy.access.Identity;
import org.noteworthy.api.DraftEditions;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.Recorder;
import org.noteworthy.api.Settings;
import org.noteworthy.api.identity.CurrentIdentity;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.drafts.Draft;
import org.noteworthy.drafts.DraftChecks;
import org.noteworthy.drafts.DraftException;
import org.noteworthy.drafts.Drafts;
import org.noteworthy.drafts.Person;
import org.noteworthy.drafts.Publisher;
import org.noteworthy.drafts.Rebase;
import org.noteworthy.drafts.ReviewPolicy;
import org.noteworthy.drafts.Reviews;
import org.noteworthy.drafts.Rollbacks;
import org.noteworthy.drafts.Surroundings;
import org.noteworthy.drafts.UnsavedLint;
import org.noteworthy.failure.UserException;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.WrittenEdition;
import org.noteworthy.playbooks.engine.RuleCache;

/** The drafts of this service, and everything that is done with them. */
@ApplicationScoped
public class DraftDesk implements Surroundings, DraftEditions {
    private static final Logger LOG = Logger.getLogger("noteworthy.drafts");
    /** Seconds until it is tried again. */
    private static final long LOOK = 1;

    private final Settings settings;
    private final PlaybookService playbooks;
    private final Recorder recorder;
    private final ReviewPolicy policy;
    private final RuleCache cache;
    private final Drafts drafts;
    private final DraftChecks checks;
    private final UnsavedLint unsaved;
    private final Reviews reviews;
    private final Publisher publisher;
    private final Rollbacks rollbacks;
    private final Rebase rebase;
    private final ScheduledExecutorService recovery = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "draft-recovery");
        thread.setDaemon(true);
        return thread;
    });

    DraftDesk(Settings settings, PlaybookService playbooks, Recorder recorder) {
        this.settings = settings;
        this.playbooks = playbooks;
        this.recorder = recorder;
        policy = policy(settings);
        cache = RuleCache.named(settings.cache().orElse(null));
        drafts = new Drafts(this);
        checks = new DraftChecks(this, drafts);
        unsaved = new UnsavedLint(this, drafts);
        reviews = new Reviews(this, drafts, checks);
        publisher = new Publisher(this, drafts, checks);
        rollbacks = new Rollbacks(this, drafts, publisher);
        rebase = new Rebase(drafts);
    }

    /** Where nobody is known nobody can approve; so by default nobody has to. */
    private static ReviewPolicy policy(Settings settings) {
        Settings.Review review = settings.review();
        int approvals = review.approvals().orElse(settings.access().mode() == AccessMode.NONE ? 0 : 1);
        ReviewPolicy.Gate gate = review.gate().percent().isPresent()
                ? new ReviewPolicy.Gate(
                        review.gate().percent().getAsDouble(), review.gate().approvals())
                : null;
        return new ReviewPolicy(approvals, review.authorMayApprove(), gate);
    }

    /** Ends what was broken off when the service ended, as soon as the audit log can be reached. */
    void open(@Observes StartupEvent event) {
        if (settings.audit().enabled()) {
            recoverIn(0);
        }
    }

    /** What fails half-way is ended later. */
    Draft settling(Supplier<Draft> publication) {
        try {
            return publication.get();
        } catch (DraftException e) {
            throw e;
        } catch (RuntimeException e) {
            recoverSoon();
            throw e;
        }
    }

    /** Ends in a moment what could not be ended at once. */
    private void recoverSoon() {
        if (!recovery.isShutdown()) {
            recoverIn(LOOK);
        }
    }

    private void recoverIn(long seconds) {
        var unused = recovery.schedule(this::recover, seconds, TimeUnit.SECONDS);
    }

    private void recover() {
        try {
            publisher.recover();
            if (publisher.hasBrokenOff()) {
                recoverIn(LOOK);
            }
        } catch (UserException e) {
            LOG.debugf("Publications that were broken off are not ended yet: %s", e.getMessage());
            recoverIn(LOOK);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Publications that were broken off cannot be ended");
        }
    }

    void close(@Observes ShutdownEvent event) {
        recovery.shutdownNow();
        checks.close();
        unsaved.close();
    }

    /** Who makes a call, as drafts name them. */
    static Person person(RoutingContext call) {
        Identity identity = CurrentIdentity.of(call);
        return new Person(identity.name(), identity.verification().word());
    }

    Drafts all() {
        return drafts;
    }

    DraftChecks checks() {
        return checks;
    }

    UnsavedLint unsaved() {
        return unsaved;
    }

    @Override
    public WrittenEdition edition(String draft, BooleanSupplier gone) {
        return Looking.of(() -> unsaved.written(draft, gone));
    }

    Reviews reviews() {
        return reviews;
    }

    Publisher publisher() {
        return publisher;
    }

    Rollbacks rollbacks() {
        return rollbacks;
    }

    Rebase rebase() {
        return rebase;
    }

    /** How long a call waits at most for what is not known yet. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @Override
    public Path drafts() {
        return Path.of(settings.drafts().folder());
    }

    @Override
    public Path rules() {
        return Path.of(settings.rules());
    }

    @Override
    public Path fixtures() {
        return playbooks.fixtures().folder();
    }

    @Override
    public int most() {
        return settings.drafts().most();
    }

    @Override
    public ReviewPolicy policy() {
        return policy;
    }

    @Override
    public Library library() {
        Library serving = playbooks.library();
        Library now = Library.open(rules(), cache); // what was published a moment ago does not serve yet
        return serving.hasFilesOf(now) ? serving : now;
    }

    @Override
    public RuleCache cache() {
        return cache;
    }

    @Override
    public Optional<AuditDatabase> audit() {
        return settings.audit().enabled() ? Optional.of(recorder.database()) : Optional.empty();
    }

    @Override
    public @Nullable SigningKey key() {
        return recorder.key();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }
}
