package org.noteworthy.authoring.lint;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.Colour;
import org.noteworthy.report.Snippet;

/**
 * LintDiagnostics for a person at a terminal: {@code file:line:column: sentence}, then the line with the place underlined; at
 * the end a summary. A warning says so before its sentence, and its code behind it.
 */
final class DiagnosticText {
    private final Writer out;
    private final boolean colour;

    private DiagnosticText(Writer out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    static void write(OutputStream out, List<Linted> editions, boolean colour) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        DiagnosticText text = new DiagnosticText(writer, colour);
        for (Linted edition : editions) {
            for (LintDiagnostic diagnostic : edition.diagnostics()) {
                text.add(edition, diagnostic);
            }
        }
        text.end(editions);
        writer.flush();
    }

    private void add(Linted edition, LintDiagnostic diagnostic) throws IOException {
        Diagnostic detail = diagnostic.detail();
        Severity severity = diagnostic.code().severity();
        String place = detail.placeIn(Characters.harmless(edition.file(diagnostic)));
        String said = Characters.harmless(detail.sentence());
        boolean warns = severity != Severity.ERROR;
        line(Colour.STRONG.of(place + ":", colour)
                + (warns ? " " + Colour.of(severity).of(severity.word() + ":", colour) : "")
                + " " + said
                + (warns ? " [" + diagnostic.code().word() + "]" : ""));
        Optional<String> text = detail.line() == 0 ? Optional.empty() : edition.text(diagnostic);
        if (text.isPresent()) {
            Region region = Region.of(text.get(), detail);
            Snippet snippet = Snippet.of(text.get(), region.start(), region.end());
            line("  | " + snippet.line());
            line("  | " + Colour.of(severity).of(snippet.marks(), colour));
        }
        line("");
    }

    private void end(List<Linted> editions) throws IOException {
        long rules = editions.stream()
                .mapToLong(edition -> edition.edition().rules().size())
                .sum();
        long errors = DiagnosticJson.count(editions, Severity.ERROR);
        long warnings = DiagnosticJson.count(editions, Severity.WARNING);
        line(count(editions.stream().filter(Linted::isEdition).count(), "edition") + ", " + count(rules, "rule") + ": "
                + count(errors, "error") + ", " + count(warnings, "warning"));
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
