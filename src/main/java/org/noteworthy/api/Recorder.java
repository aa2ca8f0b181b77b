package org.noteworthy.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.WhenFull;
import org.noteworthy.audit.log.AnsweredReports;
import org.noteworthy.audit.log.CallContext;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.LogStatus;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.audit.retention.OutlineJob;
import org.noteworthy.audit.retention.RetentionJob;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.playbooks.Library;

/** Where decisions are handed in to be recorded, and what is known of how that goes. */
@ApplicationScoped
public class Recorder {
    private static final WriteResult NOT_KEPT =
            new WriteResult(List.of(), CompletableFuture.completedFuture(WriteResult.Outcome.QUEUED));

    private static final Duration OUTLINED_EVERY = Duration.ofSeconds(10);

    private final Settings.Audit settings;
    private final Metrics metrics;
    private final Clock clock = Clock.systemUTC();
    private @Nullable DecisionLog log;
    private @Nullable RetentionJob retentionJob;
    private @Nullable OutlineJob outlineJob;

    Recorder(Settings settings, Metrics metrics) {
        this.settings = settings.audit();
        this.metrics = metrics;
    }

    void open(@Observes StartupEvent event) {
        if (settings.enabled()) {
            Retention retention = retention();
            DecisionLog opened = DecisionLog.open(address(), auditSettings(), clock);
            log = opened;
            retentionJob =
                    RetentionJob.begin(opened, retention, settings.retention().every(), clock);
            outlineJob = OutlineJob.begin(opened, OUTLINED_EVERY);
            metrics.watch(opened);
        }
    }

    void close(@Observes ShutdownEvent event) {
        if (retentionJob != null) {
            retentionJob.close();
        }
        if (outlineJob != null) {
            outlineJob.close();
        }
        if (log != null) {
            log.close();
        }
    }

    private Retention retention() {
        OptionalLong most = settings.retention().decisions();
        return new Retention(settings.retention().age().orElse(null), most.isPresent() ? most.getAsLong() : null);
    }

    private DatabaseAddress address() {
        return new DatabaseAddress(
                settings.database(),
                settings.user().orElse(null),
                settings.password().orElse(null));
    }

    private AuditSettings auditSettings() {
        SigningKey key =
                settings.key().map(file -> SigningKey.read(Path.of(file))).orElse(null);
        return new AuditSettings(
                settings.instance().orElseGet(Recorder::machine),
                ProductVersion.current(),
                settings.keepNotes(),
                masking(key),
                settings.whenFull(),
                settings.room().asLongValue(),
                settings.patience(),
                settings.checkpointEvery(),
                settings.checkpointAfter(),
                key);
    }

    private Masking masking(@Nullable SigningKey key) {
        Map<String, String> patterns = new LinkedHashMap<>();
        settings.mask().patterns().orElse(List.of()).forEach(name -> patterns.put(name, Masking.known(name)));
        patterns.putAll(settings.mask().pattern());
        return new Masking(Set.copyOf(settings.mask().fields().orElse(List.of())), patterns, key);
    }

    private static String machine() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.isBlank() ? "service" : name;
        } catch (UnknownHostException e) {
            return "service";
        }
    }

    /** Whether a check whose decision cannot be recorded is refused. */
    boolean refuses() {
        return settings.whenFull() == WhenFull.NEVER_LOSE;
    }

    /**
     * Whether a check is to be recorded, by what its parameter {@code record} says.
     *
     * @throws ProblemException if it says anything else than true or false, or if checks without a decision are not allowed
     */
    boolean isWanted(@Nullable String record) {
        if (record == null || record.equals("true")) {
            return true;
        }
        if (!record.equals("false")) {
            throw ProblemException.of(
                    400,
                    "Unknown record",
                    "record takes true or false, not \"" + record + "\"; or leave it out, which is true.");
        }
        if (settings.recordEverything()) {
            throw ProblemException.of(
                    403,
                    "Every check is recorded",
                    "This service is set to record every check (noteworthy.audit.record-everything). Leave record out.");
        }
        return false;
    }

    /** Records what came of a call, and does not wait. */
    WriteResult record(
            Caller caller, Library library, List<Result> results, long nanos, @Nullable AnsweredReports reports) {
        DecisionLog to = log;
        return to == null ? NOT_KEPT : to.record(context(caller, library, nanos), results, reports);
    }

    /** Records what came of a part of a batch, and waits for room if need be. */
    public WriteResult recordInTime(
            Caller caller, Library library, List<Result> results, long nanos, @Nullable AnsweredReports reports) {
        DecisionLog to = log;
        return to == null ? NOT_KEPT : to.recordInTime(context(caller, library, nanos), results, reports);
    }

    private CallContext context(Caller caller, Library library, long nanos) {
        return new CallContext(caller.name(), caller.identity(), library, clock.instant(), nanos);
    }

    /** How recording stands; null where nothing is recorded. */
    @Nullable
    LogStatus status() {
        return log == null ? null : log.status();
    }

    /**
     * The audit log, for questions.
     *
     * @throws org.noteworthy.audit.AuditException if it cannot be reached
     */
    public AuditDatabase database() {
        DecisionLog to = log;
        if (to == null) {
            throw ProblemException.of(
                    404,
                    "Nothing is recorded",
                    "This service records no decisions (noteworthy.audit.enabled is false).");
        }
        return to.database();
    }

    /** What signs the audit log; null where nothing does. */
    public @Nullable SigningKey key() {
        DecisionLog to = log;
        return to == null ? null : to.settings().key();
    }

    /** The engagements on hold, by the names that decisions have in the audit log. */
    public Holds holds() {
        AuditDatabase open = database();
        return new Holds(open, Objects.requireNonNull(log).settings().masking());
    }

    /** What a caller is told whose decision is not on the disk. */
    public Problem notInTime() {
        LogStatus status = status();
        return unavailable(
                status == null || status.trouble() == null
                        ? "More checks are asked for than can be recorded. Try again in a moment."
                        : "Decisions cannot be recorded at the moment, and none is answered without. Try again in a moment; whoever"
                                + " runs the service finds the reason in the log.");
    }

    private static Problem unavailable(String detail) {
        return Problem.of(503, "Not recorded", detail);
    }
}
