package org.noteworthy.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.RulesWatch;
import org.noteworthy.playbooks.edition.Severity;

/** What the service counts: checks and their duration, violations, failed rules, reloads, rejected editions, the edition in force. */
@ApplicationScoped
public class Metrics {
    /** Bounds of the histogram of durations; a system that collects several services can add them up. */
    private static final Duration[] BOUNDS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(300_000),
        Duration.ofMillis(1),
        Duration.ofMillis(3),
        Duration.ofMillis(10),
        Duration.ofMillis(30),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;
    private final MultiGauge inForce;
    private final MultiGauge rejected;
    private final AtomicInteger lost = new AtomicInteger();
    private final Map<List<Object>, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    Metrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("noteworthy.build.info", () -> 1)
                .description("1, with the version of the product and of Java that runs it")
                .tag("version", ProductVersion.current())
                .tag("java", Runtime.version().toString())
                .register(registry);
        Gauge.builder("noteworthy.rules.lost", lost, AtomicInteger::get)
                .description("1 while the rules folder as a whole cannot be opened")
                .register(registry);
        inForce = MultiGauge.builder("noteworthy.playbook.in.force")
                .description("1 for the edition in force today, 0 for the others, with the digest by which each judges")
                .register(registry);
        rejected = MultiGauge.builder("noteworthy.playbook.rejected")
                .description("What is wrong with an edition's folder as it is: how many places")
                .register(registry);
    }

    /** From now on tells when the rules folder was last looked at. */
    void watch(RulesWatch rules) {
        Gauge.builder("noteworthy.rules.looked", rules, each -> each.lastLook().toEpochMilli() / 1_000.0)
                .description("Unix time of the last look at the rules folder that stumbled over nothing")
                .baseUnit("seconds")
                .register(registry);
    }

    /** From now on tells how many batches are under way. */
    void watch(Batches batches) {
        Gauge.builder("noteworthy.batches.under.way", batches, Batches::underWay)
                .description("Batches whose reports are being sent")
                .register(registry);
    }

    /** From now on tells how recording stands. */
    void watch(DecisionLog log) {
        FunctionCounter.builder(
                        "noteworthy.audit.recorded", log, each -> each.status().recorded())
                .description("Decisions recorded")
                .register(registry);
        FunctionCounter.builder(
                        "noteworthy.audit.dropped", log, each -> each.status().dropped())
                .description("Decisions that are not in the audit log because there was no room or no database")
                .register(registry);
        FunctionCounter.builder(
                        "noteworthy.audit.failed.writes",
                        log,
                        each -> each.status().failedWrites())
                .description("Attempts to write decisions that failed")
                .register(registry);
        Gauge.builder("noteworthy.audit.waiting", log, each -> each.status().waitingBytes())
                .description("Memory of decisions that are not written yet")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder(
                        "noteworthy.audit.write.failing",
                        log,
                        each -> each.status().trouble() == null ? 0 : 1)
                .description("1 while writing to the audit log fails")
                .register(registry);
        Gauge.builder("noteworthy.audit.last.write", log, Metrics::lastWrite)
                .description("Unix time of the last write of decisions that succeeded; NaN before the first")
                .baseUnit("seconds")
                .register(registry);
        if (!log.address().shared()) {
            Gauge.builder("noteworthy.audit.size", log, each -> {
                        OptionalLong bytes = each.fileBytes();
                        return bytes.isPresent() ? bytes.getAsLong() : Double.NaN;
                    })
                    .description("Size of the file of the audit log, where an embedded database keeps it")
                    .baseUnit("bytes")
                    .register(registry);
        }
    }

    private static double lastWrite(DecisionLog log) {
        Instant last = log.status().lastWrite();
        return last == null ? Double.NaN : last.toEpochMilli() / 1_000.0;
    }

    /** Notes were judged by a call. */
    void checked(String call, List<Report> reports, long nanos) {
        for (Report report : reports) {
            judged(call, report.playbook(), report.compliant());
            for (Violation violation : report.violations()) {
                violated(violation.rule(), violation.severity(), violation.waived());
            }
            failed(report.gaps());
        }
        timers.computeIfAbsent(
                        call,
                        each -> Timer.builder("noteworthy.check.duration")
                                .description("Time to judge what one call, or one portion of a batch, holds")
                                .tag("call", call)
                                .serviceLevelObjectives(BOUNDS)
                                .register(registry))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Entries of a batch were judged, or could not be. */
    public void checkedAll(String call, List<Result> results, long nanos) {
        checked(
                call,
                results.stream()
                        .filter(Result.Judged.class::isInstance)
                        .map(result -> ((Result.Judged) result).report())
                        .toList(),
                nanos);
        long unjudged =
                results.stream().filter(Result.Unjudged.class::isInstance).count();
        if (unjudged > 0) {
            counters.computeIfAbsent(
                            List.of("unjudged", call),
                            each -> Counter.builder("noteworthy.unjudged")
                                    .description("Records of batches that could not be judged")
                                    .tag("call", call)
                                    .register(registry))
                    .increment((double) unjudged);
        }
    }

    /** An engagement was judged as a whole. */
    public void checkedTogether(EngagementReport together) {
        together.violations()
                .forEach(violation -> violated(violation.rule(), violation.severity(), violation.waived()));
        failed(together.gaps());
    }

    private void failed(Omissions gaps) {
        for (FailedRule failed : gaps.failed()) {
            counters.computeIfAbsent(
                            List.of("failed", failed.rule()),
                            each -> Counter.builder("noteworthy.rule.failures")
                                    .description("Notes and engagements on which a rule failed or took too long")
                                    .tag("rule", failed.rule())
                                    .register(registry))
                    .increment();
        }
    }

    private void violated(String rule, Severity severity, boolean waived) {
        if (waived) {
            counters.computeIfAbsent(
                            List.of("waived", rule, severity),
                            each -> Counter.builder("noteworthy.waived")
                                    .description("Violations found that are waived")
                                    .tag("rule", rule)
                                    .tag("severity", severity.word())
                                    .register(registry))
                    .increment();
            return;
        }
        counters.computeIfAbsent(
                        List.of(rule, severity),
                        each -> Counter.builder("noteworthy.violations")
                                .description("Violations found that are not waived")
                                .tag("rule", rule)
                                .tag("severity", severity.word())
                                .register(registry))
                .increment();
    }

    private void judged(String call, String playbook, boolean compliant) {
        counters.computeIfAbsent(
                        List.of(call, playbook, compliant),
                        each -> Counter.builder("noteworthy.checks")
                                .description("Notes judged")
                                .tag("call", call)
                                .tag("playbook", playbook)
                                .tag("compliant", String.valueOf(compliant))
                                .register(registry))
                .increment();
    }

    /** The rules folder was read anew. */
    void reloaded(Library library, Duration took, Clock clock) {
        lost.set(0);
        Timer.builder("noteworthy.reload.duration")
                .description("Time to read the rules folder and to compile what changed in it")
                .register(registry)
                .record(took);
        reloads("taken");
        long rejections = library.versions().stream()
                .filter(version -> !library.diagnostics(version).isEmpty())
                .count();
        if (rejections > 0 || !library.waivers().isSound()) {
            reloads("rejected");
        }
        inForce.register(
                library.versions().stream()
                        .flatMap(version -> library.serving(version).stream())
                        .map(playbook -> MultiGauge.Row.of(
                                Tags.of(
                                        "version", playbook.edition().version(),
                                        "digest", playbook.edition().digest()),
                                library,
                                each -> each.inForceOn(LocalDate.now(clock))
                                                .filter(playbook.edition().version()::equals)
                                                .isPresent()
                                        ? 1
                                        : 0))
                        .toList(),
                true);
        rejected.register(
                library.versions().stream()
                        .map(version -> MultiGauge.Row.of(
                                Tags.of("version", version),
                                library.diagnostics(version).size()))
                        .toList(),
                true);
    }

    /** The rules folder could not be opened. */
    void lost() {
        lost.set(1);
        reloads("lost");
    }

    private void reloads(String outcome) {
        Counter.builder("noteworthy.reloads")
                .description(
                        "Changes of the rules folder: taken in, with an edition or the waivers rejected, or the folder lost")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
