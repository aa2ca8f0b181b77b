package org.noteworthy.cli.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.RecordedViolation;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.Words;

/** Decisions for people, in lines that fit on a screen. */
final class DecisionText {
    private static final int WIDTH = 100;
    private static final String ROW = "%-16s  %-36s  %-12s  %-10s  %s";
    private static final int FOUND = WIDTH - 16 - 36 - 12 - 10 - 4 * 2;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Terminal terminal;

    DecisionText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The head of a table of decisions. */
    void printHeadings() {
        line(String.format(Locale.ROOT, ROW, "time (UTC)", "decision", "note", "edition", "found"));
    }

    /** One row of the table. */
    void printRow(Decision decision) {
        line(String.format(
                Locale.ROOT,
                ROW,
                minute(decision.time()),
                decision.id(),
                Words.cut(Characters.harmless(decision.subject()), 12),
                Words.cut(Characters.harmless(decision.edition()), 10),
                Words.cut(found(decision), FOUND)));
    }

    private static String found(Decision decision) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = decision.findings().stream()
                    .filter(finding -> !finding.waived() && finding.severity().equals(severity.word()))
                    .count();
            if (count > 0) {
                parts.add(severity == Severity.INFO ? count + " info" : Words.count(count, severity.word()));
            }
        }
        if (decision.waived() > 0) {
            parts.add(decision.waived() + " waived");
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    /** All that is known of one decision. */
    void print(Decision decision) {
        line("Decision " + decision.id());
        fact("made", decision.time() + ", in " + micros(decision));
        fact("judged", (decision.together() ? "as a whole, the engagement " : "the note ") + decision.subject());
        field("engagement", decision.together() ? Optional.empty() : decision.field(DecisionField.ENGAGEMENT.word()));
        field("author", decision.field(DecisionField.AUTHOR.word()));
        field(
                "role",
                decision.field(DecisionField.ROLE.word()).map(role -> role + (decision.assumed() ? " (assumed)" : "")));
        field("note type", decision.field(DecisionField.NOTE_TYPE.word()));
        field("written on", decision.field("writtenOn"));
        fact("caller", decision.field(DecisionField.CALLER.word()).orElse("unknown"));
        field("identity", decision.field(DecisionField.IDENTITY.word()));
        fact("edition", decision.edition() + ", " + decision.digest());
        fact("product", "noteworthy " + decision.product());
        fact("verdict", decision.verdict() + (decision.findings().isEmpty() ? "" : ": " + found(decision)));
        if (!decision.masked().isEmpty()) {
            fact("masked", String.join(", ", decision.masked()) + " replaced before anything was stored");
        }
        fact("chain", decision.chain() + ", number " + decision.seq());
        fact("hash", decision.hash());
        decision.violations().forEach(this::violation);
        note(decision);
        terminal.out().flush();
    }

    private void note(Decision decision) {
        Optional<String> text = decision.noteText();
        terminal.out().println();
        if (text.isPresent()) {
            line("The note");
            text.get().lines().forEach(each -> line("  | " + Characters.harmless(each)));
        } else if (!decision.together()) {
            line("The note itself was not kept.");
        } else {
            line("--format json shows the engagement, where it was kept.");
        }
    }

    private void violation(RecordedViolation violation) {
        terminal.out().println();
        String place = violation.line() == 0
                ? ""
                : " at " + violation.line() + ":" + violation.column()
                        + (violation.section() == null ? "" : ", " + Characters.harmless(violation.section()));
        AppliedWaiver waiver = violation.waiver();
        line((waiver == null ? "" : "waived ") + violation.severity() + " " + violation.rule() + " ("
                + violation.clause() + ")" + place);
        Words.wrapped(Characters.harmless(violation.message()), WIDTH, "  ").forEach(this::line);
        if (violation.note() != null) {
            fact("note", violation.note());
        }
        if (violation.interaction() != null) {
            fact("interaction", violation.interaction());
        }
        if (waiver != null) {
            fact("waived", "until " + waiver.until() + " by " + waiver.owner() + ": " + waiver.justification());
        }
    }

    private static String micros(Decision decision) {
        return decision.field("micros").orElse("0") + " µs";
    }

    private void field(String name, Optional<String> value) {
        value.ifPresent(each -> fact(name, each));
    }

    private void fact(String name, String value) {
        line(String.format(Locale.ROOT, "  %-11s  %s", name, Characters.harmless(value)));
    }

    private static String minute(Instant time) {
        return MINUTE.format(time);
    }

    private void line(String line) {
        terminal.out().print(line.stripTrailing() + "\n");
    }
}
