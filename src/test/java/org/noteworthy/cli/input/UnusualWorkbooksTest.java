package org.noteworthy.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.input.RawWorkbook.row;
import static org.noteworthy.cli.input.RawWorkbook.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.Shown;

/** Workbooks that a library may stumble over: each cell is read, or told by its row, and the rest goes on. */
class UnusualWorkbooksTest {
    private static final String AFTER = texts(9, "z", "Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("a.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#DIV/0!", "#SPILL!", "#CALC!", "#BLOCKED!", "#GETTING_DATA", "#PYTHON!"})
    void anErrorIsToldWhereTheColumnIsUsed(String error) throws IOException {
        for (String formula : List.of("", "<f>1/0</f>")) {
            RawWorkbook workbook = RawWorkbook.of(
                    texts(1, "id", "text", "role"),
                    row(
                            2,
                            inline("A2", "a"),
                            inline("B2", "A"),
                            "<c r=\"C2\" t=\"e\">" + formula + "<v>" + error + "</v></c>"),
                    AFTER);
            assertThat(read(workbook))
                    .containsExactly(
                            "refused a.xlsx:0 (row 2): a 422 A field is wrong",
                            "  role holds the spreadsheet's error " + error + ".",
                            "  /role role holds the spreadsheet's error " + error + ".",
                            "note a.xlsx:0 (row 9):  id=\"z\" text=\"Z\"");
        }
    }

    /** Whatever it is: an error, a text that is not there, a number that is none, a day of no calendar. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "t='e'><f>1/0</f><v>#SPILL!</v>",
                "t='s'><v>999</v>",
                "t='n'><v>many</v>",
                "t='d'><v>2020-04-07T08:00:00.000Z</v>",
                "t='b'><v>7</v>",
                "t='new'><v>7</v>"
            })
    void aColumnThatNobodyReadsIsNotLookedAt(String cell) throws IOException {
        assertThat(read(RawWorkbook.of(
                        texts(1, "id", "text", "Customer"),
                        row(2, inline("A2", "a"), inline("B2", "A"), "<c r='C2' " + cell + "</c>"),
                        row(3, "<c r='C3' " + cell + "</c>"),
                        AFTER)))
                .containsExactly(
                        "warning a.xlsx: ignored what is not a field of a note: \"Customer\".",
                        "note a.xlsx:0 (row 2):  id=\"a\" text=\"A\"",
                        "note a.xlsx:0 (row 9):  id=\"z\" text=\"Z\"");
    }

    @Test
    void aCellThatCanNotBeReadIsToldWithWhatItHolds() throws IOException {
        assertThat(read(RawWorkbook.of(
                                texts(1, "text", "role"),
                                row(2, inline("A2", "A"), "<c r=\"B2\" t=\"s\"><v>999</v></c>"),
                                row(3, inline("A3", "A"), "<c r=\"B3\"><v>many</v></c>"),
                                row(4, inline("A4", "A"), "<c r=\"B4\" t=\"new\"><v>x</v></c>"),
                                row(5, inline("A5", "A"), "<c r=\"B5\"><v>7</v></c>")))
                        .stream()
                        .filter(line -> !line.startsWith("  /")))
                .containsExactly(
                        "refused a.xlsx:0 (row 2): row 2 422 A field is wrong",
                        "  role holds the number \"999\" of a text that is not in the workbook.",
                        "refused a.xlsx:0 (row 3): row 3 422 A field is wrong",
                        "  role holds \"many\" where a number should be.",
                        "refused a.xlsx:0 (row 4): row 4 422 A field is wrong",
                        "  role holds a cell of the unknown kind \"new\".",
                        "note a.xlsx:0 (row 5):  id=\"row 5\" text=\"A\" role=\"7\"");
    }

    @Test
    void aNumberWithoutValueIsAbsent() throws IOException {
        assertThat(read(RawWorkbook.of(
                        texts(1, "text", "engagement", "writtenOn"),
                        row(2, inline("A2", "A"), "<c r=\"B2\" t=\"n\"><v></v></c>", "<c r=\"C2\" s=\"1\"><v/></c>"),
                        row(3, inline("A3", "B"), "<c r=\"B3\" t=\"n\"/>", "<c r=\"C3\" s=\"1\"/>"))))
                .containsExactly(
                        "note a.xlsx:0 (row 2):  id=\"row 2\" text=\"A\"",
                        "note a.xlsx:0 (row 3):  id=\"row 3\" text=\"B\"");
    }

    @Test
    void aDayIsTheOneThatIsWritten() throws IOException {
        RawWorkbook workbook = RawWorkbook.of(
                texts(1, "text", "writtenOn", "activity"),
                row(2, inline("A2", "A"), day("B2", "2020-04-06T00:00:00.000Z"), day("C2", "2020-04-06T00:00:00")),
                row(
                        3,
                        inline("A3", "A"),
                        day("B3", "2020-04-06T23:30:00-08:00"),
                        day("C3", "2020-04-06T15:30:00.123Z")),
                row(4, inline("A4", "A"), day("B4", "2020-04-06"), "<c r=\"C4\" s=\"2\"><v>43927.5</v></c>"),
                row(5, inline("A5", "A"), "<c r=\"B5\" s=\"2\"><v>43927</v></c>", "<c r=\"C5\"><v>43927</v></c>"),
                row(6, inline("A6", "A"), "<c r=\"B6\"><v>43927</v></c>"));
        assertThat(read(workbook))
                .containsExactly(
                        "note a.xlsx:0 (row 2):  id=\"row 2\" text=\"A\" writtenOn=2020-04-06 activity=\"2020-04-06\"",
                        "note a.xlsx:0 (row 3):  id=\"row 3\" text=\"A\" writtenOn=2020-04-06"
                                + " activity=\"2020-04-06T15:30:00.123Z\"",
                        "note a.xlsx:0 (row 4):  id=\"row 4\" text=\"A\" writtenOn=2020-04-06"
                                + " activity=\"2020-04-06T12:00\"",
                        "note a.xlsx:0 (row 5):  id=\"row 5\" text=\"A\" writtenOn=2020-04-06 activity=\"43927\"",
                        "note a.xlsx:0 (row 6):  id=\"row 6\" text=\"A\" writtenOn=2020-04-06");
    }

    @Test
    void daysMayCountFrom1904() throws IOException {
        RawWorkbook workbook = RawWorkbook.of(
                texts(1, "text", "writtenOn"),
                row(2, inline("A2", "A"), "<c r=\"B2\" s=\"1\"><v>42465</v></c>"),
                row(3, inline("A3", "A"), "<c r=\"B3\"><v>42465</v></c>"));
        assertThat(read(workbook.from1904()))
                .containsExactly(
                        "note a.xlsx:0 (row 2):  id=\"row 2\" text=\"A\" writtenOn=2020-04-06",
                        "note a.xlsx:0 (row 3):  id=\"row 3\" text=\"A\" writtenOn=2020-04-06");
    }

    @Test
    void referencesMayBeShortOrAbsent() throws IOException {
        assertThat(
                        read(
                                RawWorkbook.of(
                                        "<row><c r=\"A\" t=\"str\"><v>id</v></c><c t=\"str\"><v>role</v></c><c t=\"str\"><v>text</v></c></row>",
                                        "<row><c t=\"str\"><v>a</v></c><c r=\"C\" t=\"str\"><v>A</v></c></row>",
                                        "<row r=\"7\"><c r=\"c7\" t=\"str\"><v>B</v></c><c r=\"XFE7\" t=\"str\"><v>outside</v></c></row>")))
                .containsExactly(
                        "note a.xlsx:0 (row 2):  id=\"a\" text=\"A\"",
                        "note a.xlsx:0 (row 7):  id=\"row 7\" text=\"B\"");
    }

    @Test
    void cellsMayStandInAnyOrderAndTheLastInAPlaceCounts() throws IOException {
        assertThat(read(RawWorkbook.of(
                        texts(1, "id", "text", "role"),
                        row(
                                2,
                                "<c r=\"C2\" t=\"e\"><v>#N/A</v></c>",
                                inline("B2", "A"),
                                inline("A2", "b"),
                                inline("C2", "FE")))))
                .containsExactly("note a.xlsx:0 (row 2):  id=\"b\" text=\"A\" role=\"FE\"");
    }

    @Test
    void escapesAreDecodedOnceWhereverTheyStand() throws IOException {
        String escaped = "a_x000D_\nb_x000d_ _x005F_x000D_ _x0041_ _x00e9_ _x12_ _xZZZZ_ x000D";
        String plain = "a\\r\\nb\\r _x000D_ A é _x12_ _xZZZZ_ x000D";
        RawWorkbook workbook = RawWorkbook.of(
                        texts(1, "text"),
                        row(2, "<c r=\"A2\" t=\"s\"><v>0</v></c>"),
                        texts(3, escaped),
                        row(4, "<c r=\"A4\" t=\"str\"><f>B4</f><v xml:space=\"preserve\">" + escaped + "</v></c>"),
                        row(5, "<c r=\"A5\" t=\"s\"><v>1</v></c>"))
                .text("<t>" + escaped + "</t>")
                .text("<r><rPr><b/></rPr><t>One </t></r><r><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh>");
        assertThat(read(workbook).stream().map(line -> line.replaceFirst(".*text=", "")))
                .containsExactly("\"" + plain + "\"", "\"" + plain + "\"", "\"" + plain + "\"", "\"One text\"");
    }

    @Test
    void aLongTextIsToldAndSoMuchOfItIsNotKept() throws IOException {
        String longest = new Random(7)
                .ints(64 * 1024, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(read(RawWorkbook.of(
                                texts(1, "id", "text"), texts(2, "a", longest), texts(3, "b", longest + "x"), AFTER))
                        .stream()
                        .map(line -> line.replace(longest, "longest")))
                .containsExactly(
                        "note a.xlsx:0 (row 2):  id=\"a\" text=\"longest\"",
                        "refused a.xlsx:0 (row 3): b 413 Text too long",
                        "  text is longer than 65536 bytes of UTF-8, the limit; shorten it or split the note.",
                        "  /text text is longer than 65536 bytes of UTF-8, the limit; shorten it or split the note.",
                        "note a.xlsx:0 (row 9):  id=\"z\" text=\"Z\"");
    }

    @Test
    void headersAreReadAsPeopleWriteThem() throws IOException {
        assertThat(read(RawWorkbook.of(
                        texts(
                                1,
                                "ID\u00a0",
                                " Text\n",
                                "Written On",
                                "note\u00a0type",
                                "Covid\nAccelerated",
                                "Entitlement L1"),
                        texts(2, "a", "A", "2020-04-06", "Environment", "yes", "Paused"))))
                .containsExactly("note a.xlsx:0 (row 2):  id=\"a\" text=\"A\" noteType=\"Environment\""
                        + " writtenOn=2020-04-06 covidAccelerated=true entitlementStatus={l1=\"Paused\"}");
    }

    @Test
    void everySheetWithTextsIsReadAndNamed() throws IOException {
        RawWorkbook workbook = new RawWorkbook()
                .sheet("April", "", texts(1, "id", "text"), texts(2, "a", "A"))
                .sheet("Figures", "", texts(1, "month", "hours"), texts(2, "April", "7"))
                .sheet("Empty", "")
                .sheet("May", "", texts(1, "text", "id"), texts(2, "B", "b"))
                .sheet("Lists", "state=\"hidden\"", texts(1, "text"), texts(2, "C"))
                .sheet("Cache", "state=\"veryHidden\"", texts(1, "text"), texts(2, "D"));
        assertThat(read(workbook))
                .containsExactly(
                        "warning a.xlsx: left out what is hidden: the sheets \"Lists\", \"Cache\". Name it with --sheet"
                                + " to read it.",
                        "warning a.xlsx: the sheet \"Figures\": left out, since it has no column \"text\".",
                        "note a.xlsx:0 (sheet April, row 2):  id=\"a\" text=\"A\"",
                        "note a.xlsx:0 (sheet May, row 2):  id=\"b\" text=\"B\"");
    }

    @Test
    void sheetsCanBeNamed() throws IOException {
        RawWorkbook workbook = new RawWorkbook()
                .sheet("April", "", texts(1, "text"), texts(2, "A"))
                .sheet("Lists", "state=\"hidden\"", texts(1, "text"), texts(2, "C"));
        Path written = workbook.write(file);
        assertThat(read(written, Shown.options().withSheets(List.of("lists"))))
                .containsExactly("note a.xlsx:0 (row 2):  id=\"row 2\" text=\"C\"");
        assertThat(read(written, Shown.options().withSheets(List.of("Lists", "April"))))
                .containsExactly(
                        "note a.xlsx:0 (sheet Lists, row 2):  id=\"sheet Lists, row 2\" text=\"C\"",
                        "note a.xlsx:0 (sheet April, row 2):  id=\"sheet April, row 2\" text=\"A\"");
        assertThat(read(written, Shown.options().withSheets(List.of("Aprill"))))
                .containsExactly("unreadable a.xlsx: there is no sheet \"Aprill\"; the sheets are \"April\", \"Lists\"."
                        + " Maybe you mean \"April\".");
    }

    @Test
    void titlesAboveTheHeaderAreToldWithTheWayOut() throws IOException {
        String[] titled = {texts(1, "Notes of April"), texts(3, "id", "text"), texts(4, "a", "A")};
        Path written = RawWorkbook.of(titled).write(file);
        assertThat(read(written, Shown.options()))
                .containsExactly("unreadable a.xlsx: there is no column \"text\"; the columns are \"Notes of April\"."
                        + " Row 3 has one: say --header-row 3 if the rows above it are titles.");
        assertThat(read(written, Shown.options().withHeaderRow(3)))
                .containsExactly("note a.xlsx:0 (row 4):  id=\"a\" text=\"A\"");
        assertThat(read(written, Shown.options().withHeaderRow(2)))
                .containsExactly("unreadable a.xlsx: row 2, which --header-row names, is empty.");
        RawWorkbook two =
                new RawWorkbook().sheet("April", "", titled).sheet("May", "", texts(1, "text"), texts(2, "B"));
        assertThat(read(two))
                .containsExactly(
                        "refused a.xlsx:0 (sheet April): sheet April 400 Unreadable sheet",
                        "  The sheet \"April\": there is no column \"text\"; the columns are \"Notes of April\". Row 3 has"
                                + " one: say --header-row 3 if the rows above it are titles.",
                        "note a.xlsx:0 (row 2):  id=\"row 2\" text=\"B\"");
    }

    @Test
    void aSheetThatBreaksOffSaysHowFarItWasJudgedAndTheNextGoesOn() throws IOException {
        String broken = "<row r=\"3\"><c t=\"str\"><v>B</w></c></row>";
        assertThat(read(RawWorkbook.of(texts(1, "text"), texts(2, "A"), broken)))
                .containsExactly(
                        "note a.xlsx:0 (row 2):  id=\"row 2\" text=\"A\"",
                        "unreadable a.xlsx: this workbook is broken. Open it in a spreadsheet program and save it again,"
                                + " or save the sheet as CSV UTF-8. It was judged up to row 2; what follows was not.");
        assertThat(read(new RawWorkbook()
                        .sheet("April", "", texts(1, "text"), texts(2, "A"), broken)
                        .sheet("May", "", texts(1, "text"), texts(2, "B"))))
                .contains(
                        "note a.xlsx:0 (sheet April, row 2):  id=\"sheet April, row 2\" text=\"A\"",
                        "refused a.xlsx:0 (sheet April, row 3): sheet April, row 3 400 Unreadable sheet",
                        "note a.xlsx:0 (sheet May, row 2):  id=\"sheet May, row 2\" text=\"B\"");
    }

    private static String inline(String at, String content) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + content + "</t></is></c>";
    }

    private static String day(String at, String day) {
        return "<c r=\"" + at + "\" t=\"d\"><v>" + day + "</v></c>";
    }

    private List<String> read(RawWorkbook workbook) throws IOException {
        return read(workbook.write(file), Shown.options());
    }

    private List<String> read(Path workbook, InputOptions options) {
        return Shown.all(workbook.toString(), options).stream()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }
}
