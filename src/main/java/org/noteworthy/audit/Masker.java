package org.noteworthy.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;

/**
 * Masks one decision before it is stored: knows everything in it that is to be masked, and replaces that wherever it
 * stands. Every text that is stored goes through {@link Secrets#masked}; a masked field has a pseudonym instead.
 */
public final class Masker {
    private final Masking masking;
    private final Secrets secrets;
    private final Set<String> masked = new TreeSet<>();

    private Masker(Masking masking, Secrets secrets) {
        this.masking = masking;
        this.secrets = secrets;
    }

    /** For a note by itself. */
    public static Masker of(Masking masking, NoteRecord note, String caller) {
        Masker masker = new Masker(masking, new Secrets(masking));
        if (!masking.isNothing()) {
            masker.secrets.add("caller", caller);
            add(note, masker.secrets::add);
        }
        return masker;
    }

    /** For an engagement and its notes, each of which may tell of the others. */
    public static Masker of(Masking masking, EngagementRecord engagement, String caller) {
        Masker masker = new Masker(masking, new Secrets(masking));
        if (!masking.isNothing()) {
            masker.secrets.add("caller", caller);
            masker.secrets.add("engagement", engagement.engagement());
            engagement.notes().forEach(note -> add(note, masker.secrets::add));
            for (InteractionRecord interaction : engagement.interactions()) {
                masker.secrets.add("", interaction.id());
                masker.secrets.add("", interaction.role());
                masker.secrets.add("author", interaction.author());
                masker.secrets.add("activity", interaction.activity());
            }
        }
        return masker;
    }

    /** The same, which masks also the name of who called; that stands behind how it was verified, as in {@code key:portal}. */
    public Masker knowing(@Nullable String identity) {
        if (identity != null && !masking.isNothing()) {
            secrets.add("identity", identity.substring(identity.indexOf(':') + 1));
        }
        return this;
    }

    private static void add(NoteRecord note, BiConsumer<String, @Nullable String> secrets) {
        secrets.accept("id", note.id());
        secrets.accept("author", note.author());
        secrets.accept("engagement", note.engagement());
        secrets.accept("activity", note.activity());
        secrets.accept("", note.text());
        secrets.accept("", note.role());
        secrets.accept("", note.noteType());
        secrets.accept("", note.timeTask());
        secrets.accept("", note.interaction());
        secrets.accept("", note.language());
        EntitlementStatus status = note.entitlementStatus();
        if (status != null) {
            secrets.accept("", status.l1());
            secrets.accept("", status.l2());
            secrets.accept("", status.l3());
        }
    }

    /** The same for another decision, by which nothing was masked yet. */
    public Masker next() {
        return new Masker(masking, secrets);
    }

    /** What was replaced so far: names of fields and of patterns, sorted. */
    public Set<String> masked() {
        return masked;
    }

    /** A text as it may be stored: what is masked in it is replaced by as many neutral characters. */
    private String text(String text) {
        return secrets.masked(text, false, masked);
    }

    /** The same for what a report tells of a text, of which it may quote a part. */
    private String excerpt(String text) {
        return secrets.masked(text, true, masked);
    }

    private @Nullable String optionalExcerpt(@Nullable String text) {
        return text == null ? null : excerpt(text);
    }

    private @Nullable String optional(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** The value of a field as it may be stored: a pseudonym, where the field is masked. */
    private String field(String field, String value) {
        if (masking.masks(field) && !value.isEmpty()) {
            masked.add(field);
            return masking.pseudonym(value);
        }
        // Holds go by this name, and know nothing else of the note.
        return field.equals("engagement") ? masking.patterns(value, masked) : text(value);
    }

    private @Nullable String optional(String field, @Nullable String value) {
        return value == null ? null : field(field, value);
    }

    public NoteRecord note(NoteRecord note) {
        if (masking.isNothing()) {
            return note;
        }
        EntitlementStatus status = note.entitlementStatus();
        return new NoteRecord(
                field("id", note.id()),
                text(note.text()),
                optional(note.role()),
                optional(note.noteType()),
                optional(note.timeTask()),
                note.writtenOn(),
                optional("author", note.author()),
                optional("engagement", note.engagement()),
                optional(note.interaction()),
                optional("activity", note.activity()),
                note.covidAccelerated(),
                note.deployment(),
                status == null
                        ? null
                        : new EntitlementStatus(optional(status.l1()), optional(status.l2()), optional(status.l3())),
                optional(note.language()));
    }

    public Report report(Report report) {
        if (masking.isNothing()) {
            return report;
        }
        List<Violation> violations = new ArrayList<>();
        for (Violation violation : report.violations()) {
            Fix fix = violation.fix();
            violations.add(new Violation(
                    violation.rule(),
                    violation.severity(),
                    violation.clause(),
                    excerpt(violation.message()),
                    optionalExcerpt(violation.section()),
                    violation.line(),
                    violation.column(),
                    violation.start(),
                    violation.end(),
                    optionalExcerpt(violation.found()),
                    violation.expected().stream().map(this::excerpt).toList(),
                    optionalExcerpt(violation.nearest()),
                    fix == null ? null : new Fix(fix.start(), fix.end(), excerpt(fix.text()), fix.kind()),
                    waiver(violation.waiver())));
        }
        return new Report(
                field("id", report.note()),
                report.playbook(),
                report.digest(),
                violations,
                report.outcomes(),
                report.assumed(),
                gaps(report.gaps()));
    }

    public EngagementRecord engagement(EngagementRecord engagement) {
        return masking.isNothing()
                ? engagement
                : new EngagementRecord(
                        field("engagement", engagement.engagement()),
                        engagement.notes().stream().map(this::note).toList(),
                        engagement.interactions().stream()
                                .map(interaction -> new InteractionRecord(
                                        text(interaction.id()),
                                        interaction.on(),
                                        optional(interaction.role()),
                                        optional("author", interaction.author()),
                                        optional("activity", interaction.activity())))
                                .toList());
    }

    /** The report of an engagement without those of its notes. */
    public EngagementReport report(EngagementReport report) {
        return masking.isNothing()
                ? report
                : new EngagementReport(
                        field("engagement", report.engagement()),
                        report.playbook(),
                        report.digest(),
                        List.of(),
                        report.violations().stream()
                                .map(violation -> new CrossViolation(
                                        violation.rule(),
                                        violation.severity(),
                                        violation.clause(),
                                        excerpt(violation.message()),
                                        optional("id", violation.note()),
                                        optional(violation.interaction()),
                                        waiver(violation.waiver())))
                                .toList(),
                        gaps(report.gaps()));
    }

    private @Nullable AppliedWaiver waiver(@Nullable AppliedWaiver waiver) {
        return waiver == null
                ? null
                : new AppliedWaiver(text(waiver.justification()), text(waiver.owner()), waiver.until());
    }

    private Omissions gaps(Omissions gaps) {
        return new Omissions(
                gaps.failed().stream()
                        .map(failed -> new FailedRule(failed.rule(), excerpt(failed.reason())))
                        .toList(),
                gaps.omitted());
    }

    public String caller(String caller) {
        return masking.isNothing() ? caller : field("caller", caller);
    }

    public @Nullable String identity(@Nullable String identity) {
        return masking.isNothing() ? identity : optional("identity", identity);
    }

    /** A hold as it may be stored, on the engagement that decisions name so. */
    public static Hold hold(Masking masking, Hold hold) {
        Masker masker = new Masker(masking, new Secrets(masking));
        masker.secrets.add("engagement", hold.engagement());
        masker.secrets.add("", hold.reason());
        return new Hold(masking.engagement(hold.engagement()), hold.since(), masker.text(hold.reason()));
    }
}
