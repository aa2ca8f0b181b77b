package org.noteworthy.playbooks.language.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.Limits;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.ValueKind;
import org.noteworthy.playbooks.language.pattern.TextPattern;

/** Everything that a rule may say, to be looked up by people: the properties by their paths, and the language around them. */
public final class Manual {
    /** The facts that a rule can judge. */
    public static final List<String> FACTS = List.of("Note", "Interaction");

    private Manual() {}

    /**
     * A property, by the names that a rule writes.
     *
     * @param kind what its value is, such as {@code yes or no}
     * @param place whether a violation can point at it
     * @param says what it says if it says yes, or what its value is
     * @param saysNot what it says if it says no; null unless it says yes or no
     */
    public record Listed(
            String fact,
            String path,
            String kind,
            boolean place,
            String says,
            @Nullable String saysNot) {}

    /**
     * Something else that a rule may write.
     *
     * @param example as it stands in a rule
     */
    public record Phrase(String written, String example, String means) {}

    /**
     * Phrases of one kind.
     *
     * @param name one word by which it is asked for
     */
    public record Chapter(String name, String title, List<Phrase> phrases) {
        public Chapter {
            phrases = List.copyOf(phrases);
        }
    }

    /** How much a rule file may hold at most. */
    public record Limit(String what, int most) {}

    /** The properties of a fact and of its parts, each part before its own. */
    public static List<Listed> properties(String fact) {
        List<Listed> listed = new ArrayList<>();
        list(fact, "", fact, listed);
        return listed;
    }

    private static void list(String fact, String before, String type, List<Listed> listed) {
        FactNames facts = FactNames.alone(fact);
        for (Vocabulary.Property property : Vocabulary.properties(type)) {
            String path = before + property.name();
            PropertyUse use =
                    new PropertyUse(null, fact, path, Vocabulary.path(fact, path), new Span(0, path.length(), 1, 1));
            listed.add(new Listed(
                    fact,
                    path,
                    kind(property),
                    property.place(),
                    Phrases.sentence(use, true, facts) + ".",
                    property.saysNot() == null ? null : Phrases.sentence(use, false, facts) + "."));
            list(fact, path + ".", property.result(), listed);
        }
    }

    private static String kind(Vocabulary.Property property) {
        ValueKind kind = ValueKind.of(property);
        return kind != ValueKind.PART
                ? kind.words()
                : Vocabulary.properties(property.result()).isEmpty() ? "a place" : "a part";
    }

    /** The language around the properties. */
    public static List<Chapter> chapters() {
        return List.of(
                new Chapter(
                        "facts",
                        "What stands between when and then",
                        List.of(
                                new Phrase("$note : Note( … )", "$note : Note( status.present )", "each note"),
                                new Phrase(
                                        "$name : Interaction( … )",
                                        "$interaction : Interaction( )",
                                        "each interaction; what follows is looked for in its engagement"),
                                new Phrase(
                                        "not Note( … )",
                                        "not Note( interaction == $interaction.id )",
                                        "the engagement has no such note"),
                                new Phrase(
                                        "exists Note( … )",
                                        "exists Note( interaction == $interaction.id )",
                                        "the engagement has such a note"))),
                new Chapter(
                        "joining",
                        "Conditions together",
                        List.of(
                                new Phrase(",", "status.present, summary.present", "all of them are true"),
                                new Phrase("&&", "status.present && summary.present", "both are true"),
                                new Phrase("||", "status.present || summary.present", "at least one is true"),
                                new Phrase("!( … )", "!( status.present || summary.present )", "it is not so"))),
                new Chapter(
                        "yes-or-no",
                        "Of yes or no",
                        List.of(
                                new Phrase("property", "status.present", "it says yes"),
                                new Phrase("!property", "!status.present", "it says no"),
                                new Phrase("==", "status.present == summary.present", "both say the same"),
                                new Phrase("!=", "status.present != summary.present", "one says yes, the other no"))),
                new Chapter(
                        "texts",
                        "Of a text",
                        List.of(
                                new Phrase("==", "author == \"jana\"", "it is this text, letter by letter"),
                                new Phrase("!=", "author != \"jana\"", "it is another text"),
                                new Phrase("in", "language in ( \"en\", \"de\" )", "it is one of these"),
                                new Phrase("not in", "language not in ( \"en\", \"de\" )", "it is none of these"),
                                new Phrase("contains", "text contains \"workshop\"", "this stands in it"),
                                new Phrase(
                                        "not contains", "text not contains \"workshop\"", "this does not stand in it"),
                                new Phrase("str[startsWith]", "text str[startsWith] \"[\"", "it begins with this"),
                                new Phrase("str[endsWith]", "text str[endsWith] \".\"", "it ends with this"),
                                new Phrase(
                                        "matches",
                                        "id matches \"N-[0-9]+\"",
                                        "all of it has this form (a regular expression)"),
                                new Phrase("not matches", "id not matches \"N-[0-9]+\"", "it has another form"),
                                new Phrase("== null", "author == null", "it is not known"),
                                new Phrase("!= null", "author != null", "it is known"))),
                new Chapter(
                        "days",
                        "Of a day, which is written year-month-day",
                        List.of(
                                new Phrase("==", "nextAction.lastDate == \"2020-05-01\"", "it is this day"),
                                new Phrase("!=", "nextAction.lastDate != \"2020-05-01\"", "it is another day"),
                                new Phrase("<", "nextAction.lastDate < \"2020-05-01\"", "it comes before"),
                                new Phrase("<=", "nextAction.lastDate <= \"2020-05-01\"", "it does not come after"),
                                new Phrase(">", "nextAction.lastDate > \"2020-05-01\"", "it comes after"),
                                new Phrase(">=", "nextAction.lastDate >= \"2020-05-01\"", "it does not come before"))),
                new Chapter(
                        "numbers",
                        "Of a number",
                        List.of(
                                new Phrase("==", "position == 0", "it is this number"),
                                new Phrase("!=", "position != 0", "it is another number"),
                                new Phrase("<", "status.length < 20", "it is less"),
                                new Phrase("<=", "status.length <= 20", "it is this number or less"),
                                new Phrase(">", "status.length > limits.statusCharacters", "it is more"),
                                new Phrase(">=", "status.length >= 20", "it is this number or more"),
                                new Phrase("in", "position in ( 0, 1 )", "it is one of these"),
                                new Phrase("not in", "position not in ( 0, 1 )", "it is none of these"))),
                new Chapter(
                        "lists",
                        "Of a list of texts",
                        List.of(
                                new Phrase("contains", "prefix.workloads contains \"CODE\"", "this is in it"),
                                new Phrase(
                                        "not contains", "prefix.workloads not contains \"CODE\"", "this is not in it"),
                                new Phrase(
                                        "memberOf", "\"CODE\" memberOf prefix.workloads", "the same, the text first"),
                                new Phrase(
                                        "not memberOf",
                                        "\"CODE\" not memberOf prefix.workloads",
                                        "the same, the text first"))),
                new Chapter(
                        "annotations",
                        "Between the name of a rule and when",
                        List.of(
                                new Phrase(
                                        "@severity",
                                        "@severity(\"error\")",
                                        "error, warning or info; every rule has it"),
                                new Phrase(
                                        "@clause",
                                        "@clause(\"content.status\")",
                                        "the clause of guidance.md that it stands for; every rule has it"),
                                new Phrase(
                                        "@roles", "@roles(\"A, B\")", "codes of the roles that it binds; absent: all"),
                                new Phrase(
                                        "@noteTypes",
                                        "@noteTypes(\"A, B\")",
                                        "the note types that it covers; absent: all"),
                                new Phrase(
                                        "@needs",
                                        "@needs(\"timeTask\")",
                                        "fields without which only a person can judge"),
                                new Phrase("enabled", "enabled false", "switches it off"))),
                new Chapter(
                        "placeholders",
                        "What is filled in where a violation is told",
                        List.of(
                                new Phrase("{found}", "\"{found}\"", "what stands at the place"),
                                new Phrase("{expected}", "Use one of {expected}.", "what may stand there"),
                                new Phrase("{nearest}", "Maybe {nearest}?", "which of them is most likely meant"),
                                new Phrase(
                                        "{property}",
                                        "STATUS has {status.length} characters.",
                                        "any property of the fact that is judged"))));
    }

    /** How much a rule file may hold. */
    public static List<Limit> limits() {
        return List.of(
                new Limit("characters in a file", Limits.FILE_CHARACTERS),
                new Limit("characters in a line", Limits.LINE_CHARACTERS),
                new Limit("words and signs in a file", Limits.TOKENS),
                new Limit("rules in a file", Limits.RULES),
                new Limit("characters in the name of a rule", Limits.NAME_CHARACTERS),
                new Limit("facts that a rule looks for", Limits.PATTERNS),
                new Limit("conditions of a fact", Limits.CONDITIONS),
                new Limit("brackets in each other, those of the fact included", Limits.NESTING),
                new Limit("ways to combine the groups of || of a fact", Limits.ALTERNATIVES),
                new Limit("values in a list", Limits.LIST_ITEMS),
                new Limit("characters in a regular expression", TextPattern.LONGEST),
                new Limit("steps of a rule's regular expressions, repetitions written out", TextPattern.MOST_STEPS),
                new Limit("facts of a rule that equal no other one in anything, besides the first", Limits.FREE_JOINS),
                new Limit("placeholders in what a violation tells", Limits.PLACEHOLDERS));
    }
}
