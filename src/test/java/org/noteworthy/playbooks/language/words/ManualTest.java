package org.noteworthy.playbooks.language.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.Limits;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.SourceDiagnostic;
import org.noteworthy.playbooks.language.parsing.RuleFile;
import org.noteworthy.playbooks.language.pattern.TextPattern;
import org.noteworthy.playbooks.language.words.Manual.Chapter;
import org.noteworthy.playbooks.language.words.Manual.Listed;
import org.noteworthy.playbooks.language.words.Manual.Phrase;

/** What people can look up is what rules may say: all of it, and nothing else. */
class ManualTest {
    static Stream<Listed> properties() {
        return Manual.FACTS.stream().flatMap(fact -> Manual.properties(fact).stream());
    }

    @ParameterizedTest
    @MethodSource("properties")
    void everyPropertyIsAcceptedInARuleOfItsOwn(Listed listed) {
        String asked = "$fact." + listed.path();
        String condition = switch (listed.kind()) {
            case "yes or no" -> asked;
            case "a text" -> asked + " == \"x\"";
            case "a day" -> asked + " == \"2020-03-25\"";
            case "a number" -> asked + " > 0";
            case "a list of texts" -> asked + " contains \"x\"";
            default -> "";
        };
        String place = listed.place() ? asked : "$fact";
        assertThat(diagnostics("$fact : " + listed.fact() + "( ) exists Note( " + condition + " )", "", place, "x"))
                .isEmpty();
        if (!listed.place()) {
            assertThat(diagnostics("$fact : " + listed.fact() + "( ) exists Note( )", "", asked, "x"))
                    .isNotEmpty();
        }
    }

    @Test
    void everyPropertyOfEveryTypeIsListed() {
        Set<Vocabulary.Property> listed = new HashSet<>();
        properties().forEach(each -> listed.addAll(Vocabulary.path(each.fact(), each.path())));
        assertThat(Vocabulary.types()).allSatisfy(type -> assertThat(listed).containsAll(Vocabulary.properties(type)));
    }

    static Stream<Phrase> phrases() {
        return Manual.chapters().stream().flatMap(chapter -> chapter.phrases().stream());
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void everyExampleIsAcceptedAndHoldsWhatItIsAnExampleOf(Phrase phrase) {
        String chapter = Manual.chapters().stream()
                .filter(each -> each.phrases().contains(phrase))
                .map(Chapter::name)
                .findFirst()
                .orElseThrow();
        String example = phrase.example();
        List<String> diagnostics = switch (chapter) {
            case "facts" ->
                diagnostics(
                        example.startsWith("$")
                                ? example + " exists Note( )"
                                : "$interaction : Interaction( ) " + example,
                        "",
                        example.startsWith("$note") ? "$note" : "$interaction",
                        "x");
            case "annotations" -> diagnostics("$note : Note( )", example, "$note", "x");
            case "placeholders" -> diagnostics("$note : Note( )", "", "$note", example.replace("\"", "\\\""));
            default -> diagnostics("$note : Note( " + example + " )", "", "$note", "x");
        };
        assertThat(diagnostics).isEmpty();
        String sign = phrase.written().replaceAll("[ (]*…[ )]*|property|\\$name|[{}]", "");
        assertThat(example.replaceAll("\\s+", " ")).contains(sign.strip());
    }

    @Test
    void everyOperatorIsShown() {
        List<String> shown = new ArrayList<>(phrases().map(Phrase::written).toList());
        assertThat(shown)
                .containsAll(
                        Arrays.stream(Operator.values()).map(Operator::written).toList());
        assertThat(shown).contains("in", "not in", "&&", "||", "!( … )");
    }

    @Test
    void everyAnnotationIsShownAndNoOther() {
        String diagnostic = diagnostics("$note : Note( )", "@xyzzyxyzzy(\"a\")", "$note", "x")
                .get(0);
        List<String> shown = Manual.chapters().stream()
                .filter(chapter -> chapter.name().equals("annotations"))
                .flatMap(chapter -> chapter.phrases().stream())
                .map(Phrase::written)
                .filter(written -> written.startsWith("@"))
                .map(written -> written.substring(1))
                .sorted()
                .toList();
        assertThat(diagnostic).endsWith(" There is " + String.join(", ", shown) + ".");
    }

    @Test
    void aPlaceholderTellsATextAndNoPart() {
        assertThat(diagnostics("$note : Note( )", "@severity(\"error\")", "$note", "{status}"))
                .containsExactly(
                        "The text holds {status}. That is a part of the note and no text. Write {status.content}.");
        assertThat(diagnostics("$note : Note( )", "@severity(\"error\")", "$note", "{role}, {prefix.missing}"))
                .containsExactly(
                        "The text holds {role}. That is a part of the note and no text. Write {role.given}.",
                        "The text holds {prefix.missing}. That is a place in the note and no text. Let the violation point"
                                + " at it, and write {found}.");
        assertThat(diagnostics(
                        "$note : Note( )", "@severity(\"error\")", "$note", "{status.length} {prefix.workloads}"))
                .isEmpty();
    }

    @Test
    void everyLimitIsShown() throws IllegalAccessException {
        List<Integer> limits = new ArrayList<>(List.of(TextPattern.LONGEST, TextPattern.MOST_STEPS));
        for (Field field : Limits.class.getDeclaredFields()) {
            if (field.getType() == int.class) {
                limits.add(field.getInt(null));
            }
        }
        assertThat(Manual.limits()).extracting(Manual.Limit::most).containsExactlyInAnyOrderElementsOf(limits);
    }

    private static List<String> diagnostics(String patterns, String annotations, String place, String message) {
        String rule = "rule \"r\" " + annotations + " when " + patterns + " then report.violation( " + place + ", \""
                + message + "\" ); end";
        return RuleFile.read(rule).diagnostics().stream()
                .map(SourceDiagnostic::sentence)
                .toList();
    }
}
