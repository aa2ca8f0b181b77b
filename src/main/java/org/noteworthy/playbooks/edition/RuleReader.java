package org.noteworthy.playbooks.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.noteworthy.notes.NoteField;
import org.noteworthy.playbooks.language.Annotation;
import org.noteworthy.playbooks.language.SourceDiagnostic;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** Reads the rules of one file into what people and the checker want to know of them. */
public final class RuleReader {
    private final String file;
    private final String text;
    private final Diagnostics diagnostics;

    private RuleReader(String file, String text, Diagnostics diagnostics) {
        this.file = file;
        this.text = text;
        this.diagnostics = diagnostics;
    }

    /** The rules of a file, those that are switched off too; what is wrong with it goes to the diagnostics. */
    public static List<ReadRule> read(String file, String text, Diagnostics diagnostics) {
        return new RuleReader(file, text, diagnostics).read();
    }

    private List<ReadRule> read() {
        RuleFile read = RuleFile.read(text);
        for (SourceDiagnostic diagnostic : read.diagnostics()) {
            report(diagnostic.at(), diagnostic.sentence());
        }
        List<ReadRule> rules = new ArrayList<>();
        for (WrittenRule written : read.rules()) {
            rules.add(new ReadRule(written, rule(written)));
        }
        String id = file.substring(0, file.length() - ".drl".length());
        if (read.rules().size() == 1
                && read.diagnostics().isEmpty()
                && !read.rules().get(0).name().equals(id)) {
            WrittenRule rule = read.rules().get(0);
            report(
                    rule.nameAt(),
                    "The rule is named \"" + rule.name() + "\" and its file " + file + ". Give both the same name.");
        }
        return rules;
    }

    private Rule rule(WrittenRule written) {
        List<String> needs = list(written, "needs");
        for (String field : needs) {
            if (NoteField.of(field).isEmpty()) {
                report(
                        written.annotation("needs").map(Annotation::at).orElse(written.at()),
                        "The rule needs \"" + field + "\", which is not a field of a note."
                                + diagnostics.insteadOf(field, NoteField.keys()));
            }
        }
        return new Rule(
                written.name(),
                written.about(),
                severity(written),
                clause(written),
                written.ofNote() ? Rule.Subject.NOTE : Rule.Subject.ENGAGEMENT,
                written.patterns().get(0).fact(),
                list(written, "roles"),
                list(written, "noteTypes"),
                needs,
                text.substring(
                        written.conditionAt().start(), written.conditionAt().end()),
                written.consequence().message(),
                file,
                written.at().line());
    }

    private String clause(WrittenRule written) {
        String clause = written.annotation("clause").map(Annotation::value).orElse("");
        if (clause.isBlank()) {
            report(
                    written.annotation("clause").map(Annotation::at).orElse(written.nameAt()),
                    "The rule names no clause. Add @clause(\"…\") with the id of a clause of guidance.md.");
        }
        return clause;
    }

    private Severity severity(WrittenRule written) {
        List<String> words =
                Arrays.stream(Severity.values()).map(Severity::word).toList();
        String word = written.annotation("severity").map(Annotation::value).orElse(null);
        if (word == null) {
            report(written.nameAt(), "The rule has no severity. Add @severity(\"error\"), warning or info.");
        } else if (words.contains(word)) {
            return Severity.valueOf(word.toUpperCase(Locale.ROOT));
        } else {
            report(
                    written.annotation("severity").map(Annotation::at).orElse(written.nameAt()),
                    "There is no severity \"" + word + "\"." + diagnostics.insteadOf(word, words));
        }
        return Severity.ERROR;
    }

    private static List<String> list(WrittenRule written, String annotation) {
        return written.annotation(annotation).map(Annotation::value).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void report(Span at, String sentence) {
        diagnostics.add(file, at, sentence);
    }
}
