package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.Covid.TagUse;
import org.noteworthy.notes.Prefix.CodeUse;
import org.noteworthy.notes.parsing.NoteParser;

/** Any text is read without complaint, and whatever is found in it stands exactly where it is said to stand. */
class ParsingAnythingTest {
    private static final NoteParser PARSER = RealPlaybook.march2020().parser();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void readsRandomNotes(long seed) {
        RandomNotes notes = new RandomNotes(seed);
        for (int i = 0; i < 500; i++) {
            standsWhereItIsSaidToStand(notes.note("case " + i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void readsRandomCharacters(long seed) {
        RandomNotes notes = new RandomNotes(seed);
        for (int i = 0; i < 500; i++) {
            standsWhereItIsSaidToStand(notes.note("case " + i, notes.characters()));
            standsWhereItIsSaidToStand(notes.note("case " + i, notes.structure() + notes.characters()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            chars = {'\0', '\n', '\r', '#', '[', ']', ':', '-', '*', '1', ' ', '\uD83D', '\uDE00', '\uFEFF', '月', 'x'})
    void readsNotesOfOneCharacterAndOfThatAtEitherEnd(char character) {
        for (String text : List.of("", "[EXO]", "[EXO]\nSTATUS:", "STATUS", "#covid", "may", "[", "#")) {
            standsWhereItIsSaidToStand(NoteRecord.of("n", character + text));
            standsWhereItIsSaidToStand(NoteRecord.of("n", text + character));
            standsWhereItIsSaidToStand(NoteRecord.of("n", character + text + character));
        }
    }

    private static void standsWhereItIsSaidToStand(NoteRecord record) {
        Note note = PARSER.parse(record);
        String text = note.text();
        int end = 0;
        for (SectionUse use : note.sections().layout().uses()) {
            assertThat(use.labelStart()).as("labels of <%s>", text).isGreaterThanOrEqualTo(end);
            assertThat(text.substring(use.labelStart(), use.labelEnd())).isEqualTo(use.label());
            assertThat(use.start()).isBetween(use.labelEnd(), use.end());
            String content = text.substring(use.start(), use.end());
            assertThat(content)
                    .as("content in <%s>", text)
                    .doesNotStartWith(" ")
                    .doesNotEndWith("\n");
            end = use.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());

        Prefix prefix = note.prefix();
        assertThat(prefix.start()).isBetween(0, prefix.end());
        assertThat(prefix.end()).isLessThanOrEqualTo(text.length());
        int codeEnd = prefix.start();
        for (CodeUse code : prefix.codes()) {
            assertThat(code.start()).isGreaterThanOrEqualTo(codeEnd);
            assertThat(text.substring(code.start(), code.end())).isEqualTo(code.written());
            codeEnd = code.end();
        }
        assertThat(codeEnd).isLessThanOrEqualTo(prefix.end());

        Stream<TagUse> said = Stream.concat(
                note.covid().uses().stream(),
                Stream.of(note.covid().slip(), note.covid().word()).flatMap(Stream::ofNullable));
        said.forEach(use -> assertThat(text.substring(use.start(), use.end())).isEqualTo(use.written()));

        everyPlace(note).flatMap(place -> place.spots().stream()).forEach(spot -> {
            liesIn(text, spot);
            liesIn(record.text(), note.visible().written(spot));
        });
    }

    private static Stream<Place> everyPlace(Note note) {
        return Stream.of(
                note,
                note.role(),
                note.noteType(),
                note.noteType().covidChoice(),
                note.covid().tags(),
                note.covid().mention(),
                note.covid().missingTag(),
                note.entitlement(),
                note.prefix(),
                note.prefix().unknownCodes(),
                note.prefix().missing(),
                note.status(),
                note.status().opening(),
                note.status().missing(),
                note.summary(),
                note.summary().missing(),
                note.nextAction(),
                note.nextAction().missing(),
                note.concerns(),
                note.concerns().firstPartyWords(),
                note.concerns().defectWords(),
                note.executiveSummary(),
                note.executiveSummary().missing(),
                note.sections().outOfOrder(),
                note.sections().repeats(),
                note.timeTask());
    }

    private static void liesIn(String text, Spot spot) {
        assertThat(spot.start()).isBetween(0, spot.end());
        assertThat(spot.end()).isLessThanOrEqualTo(text.length());
        if (spot.found() != null) {
            assertThat(spot.found())
                    .isEqualTo(text.substring(spot.start(), spot.end()))
                    .isNotEmpty();
        }
        Fix fix = spot.fix();
        if (fix != null) {
            assertThat(fix.start()).isBetween(0, fix.end());
            assertThat(fix.end()).isLessThanOrEqualTo(text.length());
        }
    }
}
