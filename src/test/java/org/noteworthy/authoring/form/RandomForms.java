package org.noteworthy.authoring.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.noteworthy.authoring.form.FormCondition.Group;
import org.noteworthy.authoring.form.FormCondition.Join;
import org.noteworthy.authoring.form.FormCondition.Row;
import org.noteworthy.authoring.form.FormValue.Kind;
import org.noteworthy.playbooks.language.words.Manual;
import org.noteworthy.playbooks.language.words.Manual.Listed;

/** Makes forms of rules that the language takes, the same ones for the same seed. */
final class RandomForms {
    private static final List<String> TEXTS = List.of(
            "On track",
            "a \"quoted\" one",
            "back\\slash",
            "STATUS: …",
            "進行中",
            "é and ü",
            "a, b && c || d",
            "// no comment",
            "( ! )",
            " blanks ",
            "");
    private static final List<String> SAID =
            List.of("Say what is wrong. ", "{found}", "\"{expected}\"", " {nearest}?", "{status.length} of ", "{id}");

    private final Random random;

    RandomForms(long seed) {
        random = new Random(seed);
    }

    RuleForm next() {
        boolean ofNote = random.nextInt(4) > 0;
        String name = ofNote ? "$note" : "$interaction";
        String fact = ofNote ? "Note" : "Interaction";
        List<FormFact> facts = new ArrayList<>(
                List.of(new FormFact(FormFact.Quantity.EACH, name, fact, conditions(fact, random.nextInt(6)))));
        if (random.nextInt(3) == 0) {
            List<FormCondition> joined = new ArrayList<>(List.of(new Row(
                    ofNote ? "author" : "interaction",
                    "==",
                    List.of(new FormValue(Kind.PROPERTY, ofNote ? name + ".author" : name + ".id")),
                    false)));
            joined.addAll(conditions("Note", random.nextInt(3)));
            facts.add(new FormFact(
                    random.nextBoolean() ? FormFact.Quantity.EXISTS : FormFact.Quantity.NOT, "", "Note", joined));
        }
        return new RuleForm(
                some(List.of("Asks for something.", "", "  - indented, and long", "最後"), 3),
                one(List.of("status-allowed", "a", "rule-2-of-3")),
                one(List.of("error", "warning", "info")),
                one(List.of("content.status", "covid.tag")),
                some(List.of("FE", "SME", "FTM"), 3),
                some(List.of("Enterprise Status", "Service Intent"), 2),
                some(List.of("role", "noteType", "timeTask"), 3),
                random.nextInt(5) > 0,
                facts,
                FormReport.of(
                        name + (ofNote ? one(List.of("", ".status", ".covid.tags", ".nextAction.missing")) : ""),
                        "Wrong: " + (ofNote ? String.join("", some(SAID, 4)) : "{id}")));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> some(List<T> all, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> all.get(i % all.size()))
                .toList();
    }

    private List<FormCondition> conditions(String fact, int count) {
        return Stream.generate(() -> condition(fact, 0)).limit(count).toList();
    }

    private FormCondition condition(String fact, int depth) {
        if (depth < 2 && random.nextInt(4) == 0) {
            Join join = depth == 0 && random.nextInt(3) == 0 ? Join.ANY : Join.ALL;
            boolean negated = join == Join.ANY && random.nextBoolean();
            return new Group(
                    join,
                    negated,
                    Stream.generate(() -> condition(fact, depth + 1))
                            .limit(2L + random.nextInt(2))
                            .toList());
        }
        return row(fact);
    }

    private Row row(String fact) {
        List<Listed> all = Manual.properties(fact).stream()
                .filter(each -> !each.kind().equals("a place") && !each.kind().equals("a part"))
                .toList();
        Listed property = one(all);
        boolean negated = random.nextInt(5) == 0;
        return switch (property.kind()) {
            case "yes or no" -> yesOrNo(property, negated);
            case "a number" -> number(property, negated);
            case "a day" ->
                new Row(
                        property.path(),
                        one(List.of("==", "!=", "<", "<=", ">", ">=")),
                        List.of(new FormValue(Kind.TEXT, "2020-05-0" + (1 + random.nextInt(9)))),
                        negated);
            case "a list of texts" ->
                new Row(
                        property.path(),
                        one(List.of("contains", "not contains", "memberOf", "not memberOf")),
                        List.of(text()),
                        negated);
            default -> ofText(property, negated);
        };
    }

    private Row yesOrNo(Listed property, boolean negated) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Row(property.path(), "==", List.of(new FormValue(Kind.FLAG, "" + random.nextBoolean())), negated);
            case 1 -> new Row(property.path(), FormCondition.YES, List.of(), false);
            default -> new Row(property.path(), FormCondition.NO, List.of(), false);
        };
    }

    private Row number(Listed property, boolean negated) {
        return random.nextInt(3) == 0
                ? new Row(
                        property.path(),
                        one(List.of("in", "not in")),
                        Stream.generate(this::number)
                                .limit(1L + random.nextInt(60))
                                .toList(),
                        negated)
                : new Row(property.path(), one(List.of("==", "!=", "<", "<=", ">", ">=")), List.of(number()), negated);
    }

    private FormValue number() {
        return new FormValue(Kind.NUMBER, String.valueOf(random.nextInt(2000) - 1000));
    }

    private FormValue text() {
        return new FormValue(Kind.TEXT, one(TEXTS));
    }

    private Row ofText(Listed property, boolean negated) {
        return switch (random.nextInt(5)) {
            case 0 ->
                new Row(
                        property.path(),
                        one(List.of("in", "not in")),
                        Stream.generate(this::text)
                                .limit(1L + random.nextInt(20))
                                .toList(),
                        negated);
            case 1 ->
                new Row(property.path(), one(List.of("==", "!=")), List.of(new FormValue(Kind.NOTHING, "")), negated);
            case 2 ->
                new Row(
                        property.path(),
                        one(List.of("matches", "not matches")),
                        List.of(new FormValue(Kind.TEXT, "(?i)[a-z \"]+\\d{2}, x")),
                        negated);
            case 3 ->
                new Row(
                        property.path(),
                        one(List.of("==", "!=")),
                        List.of(new FormValue(Kind.PROPERTY, "author")),
                        negated);
            default ->
                new Row(
                        property.path(),
                        one(List.of("contains", "not contains", "str[startsWith]", "str[endsWith]", "==")),
                        List.of(text()),
                        negated);
        };
    }
}
