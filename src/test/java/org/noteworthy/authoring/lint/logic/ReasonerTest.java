package org.noteworthy.authoring.lint.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What conditions mean together: only what is so for every note counts. */
class ReasonerTest {
    private final Reasoner reasoner = new Reasoner(Map.of("status.selected", List.of("on-track", "paused")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status.allowed && !status.present",
                "status.length < 3, status.length > 3",
                "status.length > 3 && status.length < 4",
                "status.length < 0",
                "status.length > 5, !status.present",
                "status.content == \"a\", status.content == \"b\"",
                "status.content == \"abc\", status.content not contains \"b\"",
                "status.content str[startsWith] \"On\", status.content str[startsWith] \"Paused\"",
                "status.content str[startsWith] \"On\", status.content not contains \"O\"",
                "status.content matches \"a+\", status.content == \"b\"",
                "status.content == null",
                "nextAction.lastDate < \"2020-03-25\", nextAction.lastDate > \"2020-03-25\"",
                "nextAction.lastDate > \"2020-05-12\", nextAction.lastDate == \"2020-03-25\"",
                "author == null, author < \"b\"",
                "status.allowed, status.selected not in ( \"on-track\", \"paused\" )",
                "concerns.firstParty, !concerns.present",
                "covid.related, !covid.tagged, !covidAccelerated",
                "role.code == \"FE\", !role.known",
                "status.length > limits.statusCharacters, limits.statusCharacters >= status.length",
                "prefix.workloads contains \"EXO\", prefix.workloads not contains \"EXO\"",
                "author == null, author in ( \"a\", \"b\" )",
                "covid.tagged == true, covid.tagged != true",
                "interaction == author, author != interaction"
            })
    void canNeverBe(String condition) {
        assertThat(reasoner.possible(note(condition))).contains(false);
        assertThat(reasoner.certain(Formula.not(note(condition)))).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status.present, !status.allowed",
                "status.length > 3, status.length < 5",
                "status.content != \"a\", status.content != \"b\"",
                "status.content str[startsWith] \"On\", status.content str[startsWith] \"On t\"",
                "status.content contains \"a\", status.content not contains \"b\"",
                "status.content matches \"a+\", status.content matches \"b+\"",
                "status.selected == \"pausd\"",
                "covid.related, !covid.tagged",
                "nextAction.lastDate > \"2020-03-25\", nextAction.lastDate < \"2020-05-12\"",
                "!( author < \"b\" ), !( author >= \"b\" )",
                "status.length == limits.statusCharacters",
                "author != null, author not in ( \"a\", \"b\" )",
                "prefix.exact, !prefix.known"
            })
    void canBe(String condition) {
        assertThat(reasoner.possible(note(condition))).contains(true);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~", textBlock = """
                    status.present, !status.allowed ~ !( status.allowed || !status.present )
                    covid.tagged && summary.present ~ summary.present, covid.tagged
                    status.length > 3 ~ !( status.length <= 3 )
                    status.length > 3 ~ status.length >= 4
                    status.selected in ( "a", "b" ) ~ status.selected == "b" || status.selected == "a"
                    !status.present ~ status.length == 0
                    status.length > limits.statusCharacters ~ limits.statusCharacters < status.length
                    author == interaction ~ interaction == author
                    "EXO" memberOf prefix.workloads ~ prefix.workloads contains "EXO"
                    """)
    void isSaidInTwoWays(String one, String other) {
        assertThat(reasoner.same(note(one), note(other))).contains(true);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~", textBlock = """
                    concerns.firstParty ~ concerns.present
                    status.length > 300 ~ status.present
                    status.length > 300 ~ status.length > 20
                    nextAction.lastDate >= "2020-05-12" ~ nextAction.lastDate > "2020-03-25"
                    status.selected == "paused" ~ status.allowed, status.present
                    !timeTask.ofPrefix ~ timeTask.known, prefix.present
                    status.content str[startsWith] "On t" ~ status.content contains "n t"
                    """)
    void followsOneWay(String one, String other) {
        assertThat(reasoner.follows(note(one), note(other))).contains(true);
        assertThat(reasoner.follows(note(other), note(one))).contains(false);
        assertThat(reasoner.related(note(one), note(other))).isTrue();
    }

    @Test
    void saysNothingOfWhatIsTooLarge() {
        StringBuilder condition = new StringBuilder("status.content contains \"x\"");
        for (char letter = 'a'; letter < 'k'; letter++) {
            condition.append(" || status.content contains \"").append(letter).append('"');
        }
        assertThat(reasoner.possible(note(condition.toString()))).isEmpty();
    }

    @Test
    void sectionsHaveNothingToDoWithEachOther() {
        assertThat(reasoner.related(note("status.present"), note("summary.present")))
                .isFalse();
    }

    private static Formula note(String condition) {
        return Certain.formula("Note", condition, 0);
    }
}
