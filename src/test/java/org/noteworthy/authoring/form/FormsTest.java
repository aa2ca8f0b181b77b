package org.noteworthy.authoring.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.RuleReader;

/** Form and text are two views of one rule: each is made from the other alone. */
class FormsTest {
    private static final Path RULES = Path.of("rules");
    private static final String HEAD = "rule \"r\"\n    @severity(\"info\")  @clause(\"content.status\")\nwhen\n";
    private static final String TAIL = "then\n    report.violation( $note,\n        \"No.\" );\nend\n";

    /** A rule as somebody might write it, in the layout of the house. */
    private static final String RULE = """
            // Asks for one thing. Lets pass
            // another.
            rule "some-rule"
                @severity("error")  @clause("some.clause")  @roles("FTA")  @noteTypes("Enterprise Status")  @needs("noteType")
            when
                $note : Note( covid.related, !covid.taggedInExecutiveSummary, covid.tagged || !deployment.halted )
            then
                report.violation( $note.executiveSummary,
                    "It has {status.length} characters." );
            end
            """;

    /**
     * Rules of the policy come back byte for byte. Its owners may lay one out otherwise; then the form tells from which line,
     * and what it writes is the same rule and comes back as it is. Most stand in the layout of the house.
     */
    @Test
    void writesTheRulesOfThePolicyByteForByte() throws IOException {
        List<Path> relaid = new ArrayList<>();
        List<Path> all;
        try (Stream<Path> paths = Files.walk(RULES)) {
            all = paths.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
        for (Path rule : all) {
            String text = Files.readString(rule);
            Forms.Reading reading = Forms.read(text);
            assertThat(reading.written().problems()).as("%s", rule).isEmpty();
            String written = Forms.write(reading.written().form()).text();
            if (reading.relaidLine() == 0) {
                assertThat(written).as("%s", rule).isEqualTo(text);
            } else {
                relaid.add(rule);
                Forms.Reading again = Forms.read(written);
                assertThat(again.relaidLine()).as("%s", rule).isZero();
                assertThat(again.written().form())
                        .as("%s", rule)
                        .isEqualTo(reading.written().form());
            }
        }
        assertThat(relaid).hasSizeLessThanOrEqualTo(all.size() / 4);
    }

    @Test
    void takesARuleApart() {
        RuleForm form = Forms.read(RULE).written().form();

        assertThat(form.comment()).hasSize(2);
        assertThat(form.roles()).containsExactly("FTA");
        assertThat(form.noteTypes()).containsExactly("Enterprise Status");
        assertThat(form.facts().get(0).conditions())
                .containsExactly(
                        new FormCondition.Row("covid.related", "yes", List.of(), false),
                        new FormCondition.Row("covid.taggedInExecutiveSummary", "no", List.of(), false),
                        new FormCondition.Group(
                                FormCondition.Join.ANY,
                                false,
                                List.of(
                                        new FormCondition.Row("covid.tagged", "yes", List.of(), false),
                                        new FormCondition.Row("deployment.halted", "no", List.of(), false))));
        assertThat(form.report().place()).isEqualTo("$note.executiveSummary");
    }

    @Test
    void takesAMessageApart() {
        FormReport report = Forms.read(RULE).written().form().report();

        assertThat(report.message())
                .startsWith(new FormReport.Part(false, "It has "), new FormReport.Part(true, "status.length"));
    }

    @Test
    void writesRandomFormsThatAreReadAsTheyWere() {
        RandomForms forms = new RandomForms(20200512);
        for (int i = 0; i < 1_000; i++) {
            RuleForm form = forms.next();

            WrittenForm written = Forms.write(form);

            assertThat(written.problems()).as(written.text()).isEmpty();
            Diagnostics diagnostics = new Diagnostics("2020-05-12");
            RuleReader.read(form.name() + ".drl", written.text(), diagnostics);
            assertThat(diagnostics.sorted()).as(written.text()).isEmpty();
            Forms.Reading again = Forms.read(written.text());
            assertThat(again.written().form()).isEqualTo(form);
            assertThat(again.relaidLine()).isZero();
            assertThat(written.text().lines().filter(line -> !line.contains("\"") && line.length() > 120))
                    .isEmpty();
        }
    }

    @Test
    void tellsWhereEachFieldStands() {
        RandomForms forms = new RandomForms(7);
        for (int i = 0; i < 200; i++) {
            WrittenForm written = Forms.write(forms.next());
            List<String> lines = written.text().lines().toList();
            for (WrittenForm.Place place : written.places()) {
                String stretch = written.text().substring(place.start(), place.end());
                assertThat(lines.get(place.line() - 1).substring(place.column() - 1))
                        .startsWith(stretch.lines().findFirst().orElse(""));
                if (place.pointer().endsWith("/property")) {
                    assertThat(stretch).matches("[$A-Za-z0-9.]+");
                }
            }
        }
    }

    @Test
    void saysWhereTheTextIsLaidOutOtherwise() {
        String text = HEAD + "    $note : Note( status.present )\n    exists  Note( author==$note.author )\n" + TAIL;

        Forms.Reading reading = Forms.read(text);

        assertThat(reading.relaidLine()).isEqualTo(5);
        assertThat(reading.written().text()).contains("\n    exists Note( author == $note.author )\n");
    }

    @Test
    void keepsLongConditionsOnSeveralLines() {
        String values = String.join(
                ", ", Stream.generate(() -> "\"a, long && text\"").limit(40).toList());
        String text = HEAD + "    $note : Note( author in ( " + values + " ) )\n" + TAIL;

        Forms.Reading reading = Forms.read(text);

        assertThat(reading.written().text().lines()).allMatch(line -> line.length() <= 120);
        assertThat(Forms.read(reading.written().text()).relaidLine()).isZero();
    }

    @Test
    void tellsTheFieldOfWhatTheLanguageDoesNotTake() {
        String text = HEAD + "    $note : Note( status.present, status.lenght > 200 )\n" + TAIL;

        WrittenForm written = Forms.read(text).written();

        assertThat(written.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/facts/0/conditions/1/property");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.sentence()).contains("lenght").contains("length");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line 5: |    // why\n    $note : Note( status.present )\n",
                "line 4: |    $note : Note( !( !status.present ) )\n",
                "line 4: |    $note : Note( status.present /* why */ )\n",
                "line 4: |    $note : Note( !( !( status.present || summary.present ) ) )\n",
                "line 4: |    $note : Note( \"a\" memberOf \"b\" )\n",
                "line 4: |    $note : Note( author == \"a )\n"
            })
    void refusesWhatHasNoField(String placeAndCondition) {
        String[] parts = placeAndCondition.split("\\|", 2);
        int first = parts[1].contains("//") ? 4 : Integer.parseInt(parts[0].replaceAll("[^0-9]", ""));

        assertThatThrownBy(() -> Forms.read(HEAD + parts[1] + TAIL))
                .isInstanceOf(FormException.class)
                .hasMessageStartingWith("line " + first + ": ");
    }

    @Test
    void refusesWhatStandsBesideTheRule() {
        String rule = HEAD + "    $note : Note( status.present )\n" + TAIL;

        assertThatThrownBy(() -> Forms.read(rule + rule.replace("\"r\"", "\"s\"")))
                .hasMessageStartingWith("line 9: A second rule begins here");
        assertThatThrownBy(() -> Forms.read("// far above\n\n" + rule)).hasMessageStartingWith("line 1: A comment");
        assertThatThrownBy(() -> Forms.read(rule + "// behind\n")).hasMessageStartingWith("line 9: A comment");
        assertThatThrownBy(() -> Forms.read("package org.noteworthy.rules.note;\n" + rule))
                .hasMessageStartingWith("line 1: Here stands something beside the rule");
        assertThatThrownBy(() -> Forms.read("")).hasMessageStartingWith("line 1: The file holds no rule");
    }

    @Test
    void refusesFieldsThatWouldSaySomethingElse() {
        RuleForm form = Forms.read(HEAD + "    $note : Note( author == \"a\" )\n" + TAIL)
                .written()
                .form();

        assertRefused(form, "author == \"b\" ) then end", FormValue.Kind.PROPERTY, "x");
        assertRefused(form, "author", FormValue.Kind.PROPERTY, "x ) then");
        assertRefused(form, "author", FormValue.Kind.NUMBER, "1 || true");
        assertRefused(form, "author", FormValue.Kind.FLAG, "maybe");
        assertRefused(form, "author", FormValue.Kind.TEXT, "a\n\" ) then");
        assertRefused(form, "author", FormValue.Kind.TEXT, "bell\u0007");
        assertRefused(form, "author", FormValue.Kind.TEXT, "\u202Eturned");
        assertRefused(form, "", FormValue.Kind.TEXT, "a");
        assertRefused(form, "null", FormValue.Kind.TEXT, "a");
    }

    private static void assertRefused(RuleForm form, String property, FormValue.Kind kind, String value) {
        RuleForm changed = new RuleForm(
                form.comment(),
                form.name(),
                form.severity(),
                form.clause(),
                form.roles(),
                form.noteTypes(),
                form.needs(),
                form.enabled(),
                List.of(new FormFact(
                        FormFact.Quantity.EACH,
                        "$note",
                        "Note",
                        List.of(new FormCondition.Row(property, "==", List.of(new FormValue(kind, value)), false)))),
                form.report());

        assertThatThrownBy(() -> Forms.write(changed))
                .isInstanceOfSatisfying(
                        FormException.class, e -> assertThat(e.pointer()).startsWith("/facts/0/conditions/0"));
    }
}
