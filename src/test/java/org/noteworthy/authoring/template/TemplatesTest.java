package org.noteworthy.authoring.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.RecordField;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/** Notes to begin with, as each edition asks for them. */
class TemplatesTest {
    private static final Library LIBRARY = Library.open(Path.of("rules"), RuleCache.none());
    private static final LocalDate DAY = LocalDate.of(2020, 4, 1);

    static List<String> editions() {
        return LIBRARY.versions();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void areRightOnceFilledIn(String edition) {
        Playbook playbook = LIBRARY.named(edition);
        Templates templates = new Templates(playbook);
        Tables tables = playbook.tables();
        try (Checker checker = new Checker(playbook)) {
            assertThat(templates.languages()).hasSizeGreaterThan(1);
            for (Tables.RoleNoteTypeRow row : tables.roleNoteTypes()) {
                for (String language : templates.languages()) {
                    Template template = templates.make(row.role(), row.noteType(), null, language, DAY);
                    Report empty = checker.check(note(template, template.text()));
                    Report report = checker.check(note(template, filled(template)));
                    assertThat(report.violations())
                            .as("%s %s %s: %s", row.role(), row.noteType(), language, filled(template))
                            .isEmpty();
                    assertThat(empty.digest()).isEqualTo(report.digest());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void showTheSectionsOfTheTemplateToWhomItBinds(String edition) {
        Playbook playbook = LIBRARY.named(edition);
        Template template = new Templates(playbook).make(null, null, "Exchange", "de", DAY);
        assertThat(template.role()).isEqualTo(playbook.tables().settings().assumedRole());
        assertThat(template.text()).isEqualTo("""
                [EXO]
                STATUS: …
                ZUSAMMENFASSUNG: …
                NÄCHSTE AKTION: … …
                BEDENKEN: …
                """);
        assertThat(template.places())
                .extracting(place -> template.text().substring(place.start(), place.end()))
                .containsExactly("…", "…", "…", "…", "…");
        assertThat(template.places().get(0).choices()).contains("Nach Plan");
    }

    @Test
    void showAnArchitectTheSectionThatOnlyArchitectsWrite() {
        Templates templates = new Templates(LIBRARY.named("2020-03-25"));
        assertThat(templates
                        .make("FastTrack Architect", "Enterprise Status", null, null, DAY)
                        .text())
                .contains("EXECUTIVE SUMMARY: …")
                .doesNotContain("STATUS: ");
    }

    @Test
    void areMadeForWhatTheEditionKnows() {
        Templates templates = new Templates(LIBRARY.named("2020-03-25"));
        assertThatThrownBy(() -> templates.make("boss", null, null, null, DAY))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no role \"boss\" in this edition. There is FTM, FE, SME, GMFTA, MVM, FTA, GWM.");
        assertThatThrownBy(() -> templates.make(null, "Enviroment", null, null, DAY))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no note type \"Enviroment\" in this edition. Maybe you mean Environment.");
        assertThatThrownBy(() -> templates.make(null, null, null, "fr", DAY)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> templates.make(null, null, "Excel Time", null, DAY))
                .isInstanceOf(UsageException.class);
    }

    private static String filled(Template template) {
        StringBuilder text = new StringBuilder(template.text());
        for (int i = template.places().size() - 1; i >= 0; i--) {
            Template.Place place = template.places().get(i);
            String words = place.kind() == Template.Kind.DAY ? DAY.plusDays(1).toString() : "Call";
            text.replace(
                    place.start(),
                    place.end(),
                    place.choices().isEmpty() ? words : place.choices().get(0));
        }
        return text.toString();
    }

    private static NoteRecord note(Template template, String text) {
        NoteDraft draft = new NoteDraft(RecordLimits.DEFAULT);
        Stream.of(
                        List.of(RecordField.TEXT, text),
                        List.of(RecordField.ROLE, template.role()),
                        List.of(RecordField.NOTE_TYPE, String.valueOf(template.noteType())),
                        List.of(RecordField.WRITTEN_ON, DAY.toString()))
                .forEach(field -> draft.put((RecordField) field.get(0), (String) field.get(1)));
        return draft.finish("note").accepted().orElseThrow();
    }
}
