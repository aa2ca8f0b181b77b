package org.noteworthy.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.json.JsonRecords;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.RulesWatch;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.waiver.WaiverFile;

/**
 * Where notes are handed in: the editions as they are now, and what judges by them.
 *
 * <p>A change of the rules folder replaces the whole moment at once, so whoever has taken {@link #now} goes on by one
 * state of every edition to its end.
 */
@ApplicationScoped
public class PlaybookService implements RulesWatch.Listener {
    private static final Logger LOG = Logger.getLogger("noteworthy.playbooks");

    private final Settings settings;
    private final Metrics metrics;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService workers = Pipeline.workers();
    private final JsonRecords records;
    private volatile @Nullable RulesWatch watch;
    private volatile @Nullable PlaybookSnapshot now;

    PlaybookService(Settings settings, Metrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        Settings.Limits limits = settings.limits();
        records =
                new JsonRecords(new RecordLimits(limits.textBytes(), limits.requestBytes(), limits.engagementParts()));
    }

    void open(@Observes StartupEvent event) {
        RulesWatch opened = RulesWatch.open(
                Path.of(settings.rules()),
                RuleCache.named(settings.cache().orElse(null)),
                settings.watch().every(),
                this);
        watch = opened;
        metrics.watch(opened);
    }

    void close(@Observes ShutdownEvent event) {
        RulesWatch looking = watch;
        if (looking != null) {
            looking.close();
        }
        workers.shutdownNow();
    }

    /** The editions as they are now. */
    public PlaybookSnapshot now() {
        PlaybookSnapshot snapshot = now;
        if (snapshot == null) {
            throw new IllegalStateException("The service takes calls before its rules folder was opened");
        }
        return snapshot;
    }

    /** What judges as a call asks it to: by that edition, or by that of each note; with the waivers or without. */
    public Reviewer reviewer(@Nullable String playbook, @Nullable String waivers) {
        Reviewer reviewer = now().reviewer().by(playbook);
        if (waivers == null || waivers.equals("true")) {
            return reviewer;
        }
        if (!waivers.equals("false")) {
            throw ProblemException.of(
                    400,
                    "Unknown waivers",
                    "waivers takes true or false, not \"" + waivers + "\"; or leave it out, which is true.");
        }
        return reviewer.withoutWaivers();
    }

    /** When the rules folder was last looked at without stumbling over anything. */
    Instant lastLook() {
        RulesWatch looking = watch;
        return looking == null ? clock.instant() : looking.lastLook();
    }

    /** The rules folder as it is now. */
    public Library library() {
        return now().library();
    }

    /** The day on which it is; notes without a day of their own are judged by the edition in force on it. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The edition in force today, where there is one and it holds together. */
    Optional<Playbook> inForce() {
        Library library = now().library();
        return library.inForceOn(today()).flatMap(library::serving);
    }

    /** Names of the fixtures of rules. */
    public RuleFixtures fixtures() {
        return settings.fixtures()
                .map(folder -> RuleFixtures.in(Path.of(folder)))
                .orElseGet(() -> RuleFixtures.beside(Path.of(settings.rules())));
    }

    /** Reads records within the limits that are set. */
    public JsonRecords records() {
        return records;
    }

    /** Threads on which batches and files are judged. */
    public ExecutorService workers() {
        return workers;
    }

    @Override
    public void reopened(Library library, Duration took) {
        PlaybookSnapshot before = now;
        Map<String, Instant> since = new HashMap<>();
        for (String version : library.versions()) {
            Instant known = before != null && digest(before.library(), version).equals(digest(library, version))
                    ? before.since().get(version)
                    : null;
            since.put(version, known == null ? clock.instant() : known);
        }
        Reviewer reviewer = new Reviewer(
                library,
                clock,
                new TimeLimits(settings.limits().noteTime(), settings.limits().engagementTime()));
        rehearse(library, reviewer);
        metrics.reloaded(library, took, clock);
        now = new PlaybookSnapshot(library, reviewer, since, null);
        if (before != null) {
            before.reviewer().close();
        }
        tell(before == null ? null : before.library(), library);
    }

    /** Judges an empty note by each edition, so that nobody's note is the first. */
    private static void rehearse(Library library, Reviewer reviewer) {
        library.versions().stream()
                .filter(version -> library.serving(version).isPresent())
                .forEach(version -> reviewer.by(version).checkerOn(null).check(NoteRecord.of("", "")));
    }

    @Override
    public void lost(String sentence) {
        metrics.lost();
        now = now().lost(sentence);
        LOG.warnf("%s The editions that were read before go on serving.", sentence);
    }

    /** Says in the log what came, went, changed or is wrong. */
    private static void tell(@Nullable Library before, Library now) {
        for (String version : now.versions()) {
            List<Diagnostic> diagnostics = now.diagnostics(version);
            boolean spoilt = !diagnostics.isEmpty();
            String digest = digest(now, version);
            if (spoilt && !diagnostics.equals(diagnostics(before, version))) {
                LOG.warnf(
                        "The edition %s cannot be used as it is; %s",
                        version,
                        digest.isEmpty()
                                ? "it does not serve. The others do."
                                : "it goes on serving as it was before.");
                diagnostics.forEach(LOG::warn);
            } else if (!spoilt && !digest.equals(digest(before, version))) {
                LOG.infof("The edition %s serves: %s", version, digest);
            } else if (!spoilt && !diagnostics(before, version).isEmpty()) {
                LOG.infof("The edition %s is as it should be again: %s", version, digest);
            }
        }
        tellWaivers(before == null ? null : before.waivers(), now.waivers());
        if (before != null) {
            before.versions().stream()
                    .filter(version -> !now.versions().contains(version))
                    .forEach(version -> LOG.infof("The edition %s was taken away.", version));
        }
    }

    private static void tellWaivers(@Nullable WaiverFile before, WaiverFile now) {
        int count = now.waivers().all().size();
        if (before == null ? now.isSound() && count == 0 : now.sameAs(before)) {
            return;
        }
        if (now.isSound()) {
            LOG.infof("The waivers count as %s says: %d of them.", WaiverFile.NAME, count);
            return;
        }
        LOG.warnf("The waivers cannot be used as they are; the %d that were read before go on counting.", count);
        now.diagnostics().forEach(LOG::warn);
    }

    private static List<Diagnostic> diagnostics(@Nullable Library library, String version) {
        return library == null || !library.versions().contains(version) ? List.of() : library.diagnostics(version);
    }

    /** Digest by which that edition judges; empty where it does not. */
    private static String digest(@Nullable Library library, String version) {
        return library == null
                ? ""
                : library.serving(version)
                        .map(playbook -> playbook.edition().digest())
                        .orElse("");
    }
}
