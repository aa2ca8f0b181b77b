package org.noteworthy.audit;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.CrossViolation;
import org.noteworthy.checking.EngagementReport;
import org.noteworthy.checking.FailedRule;
import org.noteworthy.checking.Gaps;
import org.noteworthy.checking.Report;
import org.noteworthy.checking.Violation;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.Nearest;
import org.noteworthy.notes.NoteRecord;

/**
 * What is replaced in decisions before they are stored: whole fields by a name that means nothing, and whatever matches a
 * pattern by as many neutral characters, so that every place in a note stays where it was.
 */
public final class Masking {
    /** Fields that can be masked: those that name somebody or something and by which nothing is judged. */
    public static final List<String> FIELDS = List.of("id", "author", "engagement", "activity", "caller");

    /** Patterns that need only be named. */
    public static final Map<String, String> KNOWN = known();

    /** Masks nothing. */
    public static final Masking NONE = new Masking(Set.of(), Map.of());

    private static final Pattern WORD = Pattern.compile("[\\p{L}0-9]{2,}");
    private static final String STAND_IN = "masked-";

    private final Set<String> fields;
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final SecretKeySpec key;

    /**
     * Masks these fields, and what matches these patterns, by the names that a record then tells.
     *
     * @throws AuditException if there is no such field, or a pattern cannot be read
     */
    public Masking(Set<String> fields, Map<String, String> patterns) {
        this.fields = new TreeSet<>(fields);
        for (String field : this.fields) {
            if (!FIELDS.contains(field)) {
                throw new AuditException("The field \"" + field + "\" cannot be masked; "
                        + String.join(", ", FIELDS) + " can."
                        + Nearest.among(field, FIELDS)
                                .map(near -> " Maybe you mean " + near + ".")
                                .orElse(""));
            }
        }
        patterns.forEach((name, pattern) -> {
            try {
                this.patterns.put(name, Pattern.compile(pattern));
            } catch (PatternSyntaxException e) {
                throw new AuditException("The pattern \"" + name + "\" for masking cannot be read: "
                        + e.getDescription() + ". It is a regular expression of RE2.");
            }
        });
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("email", "[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)+");
        known.put("phone", "\\+[0-9][0-9 ()/.-]{6,18}[0-9]|\\([0-9]{2,5}\\) ?[0-9][0-9 .-]{4,12}[0-9]");
        known.put("tenant-id", "(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
        return known;
    }

    /** The pattern of that name, ready to be used. */
    public static String known(String name) {
        String pattern = KNOWN.get(name);
        if (pattern == null) {
            throw new AuditException("There is no pattern \"" + name + "\" for masking; there is "
                    + String.join(", ", KNOWN.keySet()) + ", or one of your own.");
        }
        return pattern;
    }

    private boolean nothing() {
        return fields.isEmpty() && patterns.isEmpty();
    }

    /** The note as it may be kept; adds to {@code masked} what was replaced. The very same where nothing was. */
    NoteRecord note(NoteRecord note, Set<String> masked) {
        if (nothing()) {
            return note;
        }
        NoteRecord kept = new NoteRecord(
                field("id", note.id(), masked),
                text(note.text(), masked),
                patterns(note.role(), masked),
                patterns(note.noteType(), masked),
                patterns(note.timeTask(), masked),
                note.writtenOn(),
                optional("author", note.author(), masked),
                optional("engagement", note.engagement(), masked),
                patterns(note.interaction(), masked),
                optional("activity", note.activity(), masked),
                note.covidAccelerated(),
                note.deployment(),
                entitlement(note.entitlementStatus(), masked),
                patterns(note.language(), masked));
        return kept.equals(note) ? note : kept;
    }

    /** The report on that note as it may be kept. */
    Report report(NoteRecord note, Report report, Set<String> masked) {
        if (nothing()) {
            return report;
        }
        Set<String> secrets = secrets(note);
        List<Violation> violations = new ArrayList<>();
        for (Violation violation : report.violations()) {
            Fix fix = violation.fix();
            violations.add(new Violation(
                    violation.rule(),
                    violation.severity(),
                    violation.clause(),
                    without(secrets, text(violation.message(), masked)),
                    patterns(violation.section(), masked),
                    violation.line(),
                    violation.column(),
                    violation.start(),
                    violation.end(),
                    violation.found() == null ? null : without(secrets, text(violation.found(), masked)),
                    violation.expected(),
                    violation.nearest(),
                    fix == null
                            ? null
                            : new Fix(fix.start(), fix.end(), without(secrets, text(fix.text(), masked)), fix.kind())));
        }
        return new Report(
                field("id", report.note(), masked),
                report.playbook(),
                report.digest(),
                violations,
                report.outcomes(),
                report.assumed(),
                gaps(report.gaps(), masked));
    }

    EngagementRecord engagement(EngagementRecord engagement, Set<String> masked) {
        if (nothing()) {
            return engagement;
        }
        return new EngagementRecord(
                field("engagement", engagement.engagement(), masked),
                engagement.notes().stream().map(note -> note(note, masked)).toList(),
                engagement.interactions().stream()
                        .map(interaction -> new InteractionRecord(
                                text(interaction.id(), masked),
                                interaction.on(),
                                patterns(interaction.role(), masked),
                                optional("author", interaction.author(), masked),
                                optional("activity", interaction.activity(), masked)))
                        .toList());
    }

    /** The report of an engagement as it may be kept, without those of its notes. */
    EngagementReport report(EngagementReport report, Set<String> masked) {
        if (nothing()) {
            return report;
        }
        List<CrossViolation> violations = report.violations().stream()
                .map(violation -> new CrossViolation(
                        violation.rule(),
                        violation.severity(),
                        violation.clause(),
                        text(violation.message(), masked),
                        optional("id", violation.note(), masked),
                        patterns(violation.interaction(), masked)))
                .toList();
        return new EngagementReport(
                field("engagement", report.engagement(), masked),
                report.playbook(),
                report.digest(),
                List.of(),
                violations,
                gaps(report.gaps(), masked));
    }

    private Gaps gaps(Gaps gaps, Set<String> masked) {
        return new Gaps(
                gaps.failed().stream()
                        .map(failed -> new FailedRule(failed.rule(), text(failed.reason(), masked)))
                        .toList(),
                gaps.omitted());
    }

    String caller(String caller, Set<String> masked) {
        return nothing() ? caller : field("caller", caller, masked);
    }

    private @Nullable String optional(String field, @Nullable String value, Set<String> masked) {
        return value == null ? null : field(field, value, masked);
    }

    private String field(String field, String value, Set<String> masked) {
        if (!fields.contains(field) || value.isEmpty()) {
            return text(value, masked);
        }
        masked.add(field);
        return standIn(value);
    }

    /** The same for the same value while the process lives, so that what belongs together still does. */
    private String standIn(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] code = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return STAND_IN + HexFormat.of().formatHex(code, 0, 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private @Nullable String patterns(@Nullable String value, Set<String> masked) {
        return value == null ? null : text(value, masked);
    }

    private @Nullable EntitlementStatus entitlement(@Nullable EntitlementStatus status, Set<String> masked) {
        return status == null
                ? null
                : new EntitlementStatus(
                        patterns(status.l1(), masked), patterns(status.l2(), masked), patterns(status.l3(), masked));
    }

    /** Words of what is masked in a note: a message may quote a part of it that matches no pattern any more. */
    private Set<String> secrets(NoteRecord note) {
        EntitlementStatus status = note.entitlementStatus();
        Set<String> secrets = new TreeSet<>();
        Stream.of(
                        note.id(),
                        note.text(),
                        note.role(),
                        note.noteType(),
                        note.timeTask(),
                        note.author(),
                        note.engagement(),
                        note.interaction(),
                        note.activity(),
                        note.language(),
                        status == null ? null : status.l1(),
                        status == null ? null : status.l2(),
                        status == null ? null : status.l3())
                .filter(Objects::nonNull)
                .forEach(value -> secrets.addAll(secrets(value)));
        return secrets;
    }

    private Set<String> secrets(String text) {
        Set<String> secrets = new TreeSet<>();
        for (Pattern pattern : patterns.values()) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Matcher words = WORD.matcher(matcher.group());
                while (words.find()) {
                    secrets.add(words.group());
                }
            }
        }
        return secrets;
    }

    private static String without(Set<String> secrets, String text) {
        if (secrets.isEmpty()) {
            return text;
        }
        StringBuilder neutral = new StringBuilder(text);
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (secrets.contains(words.group())) {
                for (int i = words.start(); i < words.end(); i++) {
                    neutral.setCharAt(i, neutral(text.charAt(i)));
                }
            }
        }
        return neutral.toString();
    }

    private String text(String text, Set<String> masked) {
        String now = text;
        for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
            Matcher matcher = pattern.getValue().matcher(now);
            StringBuilder neutral = null;
            while (matcher.find()) {
                if (neutral == null) {
                    neutral = new StringBuilder(now);
                    masked.add(pattern.getKey());
                }
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    neutral.setCharAt(i, neutral(now.charAt(i)));
                }
            }
            now = neutral == null ? now : neutral.toString();
        }
        return now;
    }

    private static char neutral(char unit) {
        if (Character.isDigit(unit)) {
            return '0';
        }
        return Character.isLetter(unit) || Character.isSurrogate(unit) ? 'x' : unit;
    }
}
