package org.noteworthy.playbooks.language.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** Conditions in plain sentences: of every rule that is shipped, and of every form that a condition can take. */
class PlainWordsTest {
    private static final Path RULES = Path.of("rules");
    private static final Path EXPECTED = Path.of("test-fixtures/plain-words.txt");

    private static Library library;

    @BeforeAll
    static void open() {
        library = Library.open(RULES, RuleCache.none());
    }

    /**
     * The file holds the sentences of each rule; {@code -Dfixtures.update} writes it. What the owners of the policy have
     * added since is not in it, and what they retired is passed over.
     */
    @Test
    void everyShippedRuleReadsAsExpected() throws IOException {
        SortedMap<String, SortedSet<String>> told = new TreeMap<>();
        for (String version : library.versions()) {
            for (Rule rule : library.named(version).edition().rules()) {
                String text = library.written(version).text(rule.file()).orElseThrow();
                told.computeIfAbsent(rule.id(), id -> new TreeSet<>())
                        .add("\n  " + String.join("\n  ", violatedWhen(text, version)) + "\n\n");
            }
        }
        if (Boolean.getBoolean("fixtures.update")) {
            StringBuilder file = new StringBuilder();
            told.forEach((rule, variants) ->
                    variants.forEach(sentences -> file.append(rule).append(sentences)));
            Files.writeString(EXPECTED, file);
        }
        SortedMap<String, SortedSet<String>> expected = expected();
        expected.keySet().retainAll(told.keySet());
        told.keySet().retainAll(expected.keySet());
        assertThat(told).isNotEmpty().isEqualTo(expected);
    }

    private static SortedMap<String, SortedSet<String>> expected() throws IOException {
        SortedMap<String, SortedSet<String>> expected = new TreeMap<>();
        for (String entry : Files.readString(EXPECTED).strip().split("\n\n", -1)) {
            int end = entry.indexOf('\n');
            expected.computeIfAbsent(entry.substring(0, end), id -> new TreeSet<>())
                    .add(entry.substring(end).stripTrailing() + "\n\n");
        }
        return expected;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "nothing → Always: every note violates it.",
                "status.present == true → STATUS is there and says something.",
                "status.present != true → STATUS is missing or empty.",
                "!(status.present == false) → STATUS is there and says something.",
                "!(status.present && summary.present) → STATUS is missing or empty, or SUMMARY is missing or empty.",
                "!(status.present || summary.present) → STATUS is missing or empty. SUMMARY is missing or empty.",
                "status.present && summary.present → STATUS is there and says something. SUMMARY is there and says something.",
                "status.present || summary.present || sections.once → One of these is true: STATUS is there and says something; SUMMARY is there and says something; no label of the note is given twice.",
                "status.present && sections.once || summary.present → One of these is true: STATUS is there and says something, and no label of the note is given twice; SUMMARY is there and says something.",
                "(status.present || sections.once) && nextAction.dated || summary.present → One of these is true: ((STATUS is there and says something, or no label of the note is given twice), and NEXT ACTION says when); SUMMARY is there and says something.",
                "status.present == summary.present → Both of these are true, or none: STATUS is there and says something; SUMMARY is there and says something.",
                "status.present != summary.present → Exactly one of these is true: STATUS is there and says something; SUMMARY is there and says something.",
                "status.selected != \"on-track\" → The status that STATUS begins with is not \"On track\".",
                "status.selected in (\"paused\", \"on-track\") → The status that STATUS begins with is one of \"Paused\", \"On track\".",
                "status.selected not in (\"paused\", \"on-track\") → The status that STATUS begins with is none of \"Paused\", \"On track\".",
                "!(language in (\"en\")) → The language of the note is not \"en\".",
                "role.code == \"FE\" → The code of the role of the author is \"FE\" (FastTrack Engineer).",
                "author == null → The author of the note is not known.",
                "!(author == null) → The author of the note is known.",
                "status.length > limits.statusCharacters → The number of characters in STATUS is more than the playbook's limit for STATUS (300).",
                "!(status.length > 20) → The number of characters in STATUS is at most 20.",
                "status.length >= 20 → The number of characters in STATUS is at least 20.",
                "status.length <= summary.length → The number of characters in STATUS is at most the number of characters in SUMMARY.",
                "nextAction.lastDate < \"2020-05-01\" → The latest full date in NEXT ACTION comes before \"2020-05-01\".",
                "nextAction.lastDate <= \"2020-05-01\" → The latest full date in NEXT ACTION does not come after \"2020-05-01\".",
                "text contains \"x\" → The text of the note contains \"x\".",
                "text not contains \"x\" → The text of the note does not contain \"x\".",
                "text str[startsWith] \"x\" → The text of the note begins with \"x\".",
                "!(text str[endsWith] \"x\") → The text of the note does not end with \"x\".",
                "id matches \"N-[0-9]+\" → The id of the note has exactly the form \"N-[0-9]+\".",
                "prefix.workloads contains \"EXO\" → The list of workloads in the prefix contains \"EXO\" (Exchange Online).",
                "\"EXO\" not memberOf prefix.workloads → The list of workloads in the prefix does not contain \"EXO\" (Exchange Online).",
            })
    void everyFormOfConditionReadsAsASentence(String condition, String sentences) {
        String written = condition.equals("nothing") ? "" : condition;
        String rule = "rule \"r\" when $note : Note( " + written + " ) then report.violation( $note, \"x\" ); end";
        assertThat(String.join(" ", violatedWhen(rule, "2020-03-25"))).isEqualTo(sentences);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "not Note( ) → The engagement has no note.",
                "exists Note( author == $i.author ) → The engagement has a note whose author is that of this interaction.",
                "exists Note( author != $i.author, !status.present ) → The engagement has a note of which this is true: the author of that note is not that of this interaction; STATUS is missing or empty.",
                "$a : Note( interaction == $i.id ) not Note( status.length > $a.status.length ) → The engagement has a note whose interaction is this interaction. The engagement has no note of which this is true: the number of characters in STATUS is more than the number of characters in STATUS of that note.",
                "not Interaction( id != $i.id, on == $i.on ) → The engagement has no interaction of which this is true: that interaction is not this interaction; the day of that interaction is that of this interaction.",
                "not Note( author == null, $i.author == \"jana\" ) → The engagement has no note of which this is true: the author of that note is not known; the author of this interaction is \"jana\".",
            })
    void factsOfAnEngagementAreToldApart(String patterns, String sentences) {
        String rule = "rule \"r\" when $i : Interaction( ) " + patterns + " then report.violation( $i, \"x\" ); end";
        assertThat(String.join(" ", violatedWhen(rule, "2020-03-25"))).isEqualTo(sentences);
    }

    @Test
    void theFirstOfSeveralNotesIsThisOneAndIsAskedToo() {
        String rule =
                "rule \"r\" when $n : Note( author == \"jana\", status.present ) not Note( position > $n.position )"
                        + " then report.violation( $n, \"x\" ); end";
        assertThat(violatedWhen(rule, "2020-03-25"))
                .containsExactly(
                        "The author of this note is \"jana\".",
                        "STATUS is there and says something.",
                        "The engagement has no note whose position is more than that of this note.");
    }

    private static List<String> violatedWhen(String text, String version) {
        RuleFile read = RuleFile.read(text);
        assertThat(read.diagnostics()).isEmpty();
        Tables tables = library.named(version).tables();
        return read.rules().stream()
                .flatMap(rule -> PlainWords.violatedWhen(rule, tables).stream())
                .toList();
    }
}
