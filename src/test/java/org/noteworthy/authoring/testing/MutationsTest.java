package org.noteworthy.authoring.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.noteworthy.playbooks.language.Annotation;
import org.noteworthy.playbooks.language.DrlText;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** Every change that is made to a rule, told as its owner reads it. */
class MutationsTest {
    @Test
    void conditionsAreLeftOutAndNegatedAtEveryDepth() {
        assertThat(changes("", "status.present, !status.allowed || ( prefix.core && covid.tagged )"))
                .containsExactly(
                        "without \"status.present\"",
                        "\"!status.present\" instead of \"status.present\"",
                        "without \"!status.allowed || ( prefix.core && covid.tagged )\"",
                        "without \"!status.allowed\"",
                        "\"status.allowed\" instead of \"!status.allowed\"",
                        "without \"prefix.core && covid.tagged\"",
                        "without \"prefix.core\"",
                        "\"!prefix.core\" instead of \"prefix.core\"",
                        "without \"covid.tagged\"",
                        "\"!covid.tagged\" instead of \"covid.tagged\"");
    }

    @Test
    void constantsAndBoundariesAreMoved() {
        assertThat(changes("", "status.length > 300"))
                .containsExactly(
                        "without \"status.length > 300\"",
                        "\"!( status.length > 300 )\" instead of \"status.length > 300\"",
                        "\"status.length >= 300\" instead of \"status.length > 300\"",
                        "\"status.length > 299\" instead of \"status.length > 300\"",
                        "\"status.length > 301\" instead of \"status.length > 300\"");
        assertThat(changes("", "status.selected == \"paused\""))
                .contains("\"status.selected == \"another text\"\" instead of \"status.selected == \"paused\"\"");
        assertThat(changes("", "status.selected in ( \"paused\", \"on-track\" )"))
                .contains("without \"paused\" in \"status.selected in ( \"paused\", \"on-track\" )\"");
        assertThat(changes("", "!( status.length < 9 )"))
                .containsExactly(
                        "without \"!( status.length < 9 )\"",
                        "\"status.length < 9\" instead of \"!( status.length < 9 )\"",
                        "\"status.length <= 9\" instead of \"status.length < 9\"",
                        "\"status.length < 8\" instead of \"status.length < 9\"",
                        "\"status.length < 10\" instead of \"status.length < 9\"");
    }

    @Test
    void rolesNoteTypesAndNeedsAreLeftOutOneByOne() {
        List<Mutation> mutations = Mutations.of(rule(
                "@roles(\"FE, SME\") @noteTypes(\"Environment\") @needs(\"writtenOn\")", "$note : Note( )", "$note"));
        assertThat(mutations)
                .extracting(Mutation::change)
                .containsExactly(
                        "without the role FE",
                        "without the role SME",
                        "without the note type Environment",
                        "without the need writtenOn");
        assertThat(mutations.get(0).rule().annotation("roles").map(Annotation::value))
                .contains("SME");
        assertThat(mutations.get(2).rule().annotation("noteTypes")).isEmpty();
    }

    @Test
    void whatIsLookedForAmongNotesIsLeftOutAndTurnedRound() {
        WrittenRule rule =
                rule("", "$interaction : Interaction( ) not Note( interaction == $interaction.id )", "$interaction");
        assertThat(Mutations.of(rule))
                .extracting(Mutation::change)
                .containsExactly(
                        "without \"not Note( interaction == $interaction.id )\"",
                        "\"exists Note( interaction == $interaction.id )\" instead of"
                                + " \"not Note( interaction == $interaction.id )\"",
                        "without \"interaction == $interaction.id\"",
                        "\"!( interaction == $interaction.id )\" instead of \"interaction == $interaction.id\"");
    }

    @Test
    void eachChangeStandsWhereItWasMadeAndIsARuleByItself() {
        WrittenRule rule = rule("@roles(\"FE\")", "$note : Note( status.present, !status.allowed )", "$note");
        for (Mutation mutation : Mutations.of(rule)) {
            assertThat(RuleFile.read(DrlText.of(mutation.rule())).diagnostics())
                    .as(mutation.change())
                    .isEmpty();
        }
        assertThat(Mutations.of(rule))
                .extracting(mutation -> mutation.at().line())
                .containsExactly(2, 4, 4, 4, 4);
    }

    private static List<String> changes(String annotations, String conditions) {
        return Mutations.of(rule(annotations, "$note : Note( " + conditions + " )", "$note")).stream()
                .map(Mutation::change)
                .toList();
    }

    private static WrittenRule rule(String annotations, String patterns, String place) {
        RuleFile file = RuleFile.read("rule \"r\"\n" + annotations + "\nwhen\n" + patterns + "\nthen report.violation( "
                + place + ", \"x\" ); end");
        assertThat(file.diagnostics()).isEmpty();
        return file.rules().get(0);
    }
}
