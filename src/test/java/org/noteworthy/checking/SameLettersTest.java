package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** Texts that look the same are judged the same, whether their accents are part of a letter or stand behind it. */
class SameLettersTest {
    private static final String EDITION = "2020-03-25";
    private static final Checker CHECKER = new Checker(RealPlaybook.march2020());

    @Test
    void areReadAlikeInTheTextAndInEveryField() {
        for (String text : RandomNotes.fixtureTexts()) {
            NoteRecord composed = note(Normalizer.normalize(text, Normalizer.Form.NFC), Normalizer.Form.NFC);
            NoteRecord apart = note(text, Normalizer.Form.NFD);
            Report expected = CHECKER.check(composed);
            Report report = CHECKER.check(apart);

            assertThat(told(report)).as("of <%s>", text).isEqualTo(told(expected));
            assertThat(report.outcomes()).isEqualTo(expected.outcomes());
            for (Violation violation : report.violations()) {
                if (violation.found() != null) {
                    assertThat(violation.found()).isEqualTo(apart.text().substring(violation.start(), violation.end()));
                }
            }
        }
    }

    @Test
    void areReadAlikeInTables(@TempDir Path rules) throws IOException {
        Path edition = rules.resolve(EDITION);
        try (Stream<Path> files = Files.walk(Path.of("rules", EDITION))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = edition.resolve(
                        Path.of("rules", EDITION).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.writeString(copy, Normalizer.normalize(Files.readString(file), Normalizer.Form.NFD));
                }
            }
        }
        try (Checker checker = new Checker(Library.open(rules, RuleCache.none()).named(EDITION))) {
            for (String text : RandomNotes.fixtureTexts()) {
                NoteRecord note = note(text, Normalizer.Form.NFC);

                assertThat(told(checker.check(note))).as("of <%s>", text).isEqualTo(told(CHECKER.check(note)));
            }
        }
    }

    private static NoteRecord note(String text, Normalizer.Form form) {
        return new NoteRecord(
                "n",
                Normalizer.normalize(text, form),
                "FE",
                Normalizer.normalize("Habilitación técnica", form),
                Normalizer.normalize("tiempo de incorporación básica", form),
                null,
                null,
                null,
                null,
                Normalizer.normalize("sincronización de directorios", form),
                null,
                null,
                null,
                null);
    }

    private static List<String> told(Report report) {
        return report.violations().stream()
                .map(violation -> String.join(
                        " / ",
                        violation.rule(),
                        composed(violation.message()),
                        composed(violation.section()),
                        composed(violation.found()),
                        composed(violation.nearest()),
                        composed(String.join(", ", violation.expected())),
                        composed(
                                violation.fix() == null ? null : violation.fix().text())))
                .toList();
    }

    private static String composed(@Nullable String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
