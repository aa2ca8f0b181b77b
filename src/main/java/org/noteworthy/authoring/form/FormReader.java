package org.noteworthy.authoring.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.noteworthy.playbooks.language.Annotation;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.SourceDiagnostic;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** Reads a rule into a form; refuses what no field of a form could hold. */
final class FormReader {
    private final String text;
    private final RuleFile file;

    FormReader(String text, RuleFile file) {
        this.text = text;
        this.file = file;
    }

    RuleForm read() {
        WrittenRule rule = rule();
        List<String> comment = comment(rule);
        return new RuleForm(
                comment,
                rule.name(),
                annotation(rule, "severity"),
                annotation(rule, "clause"),
                list(rule, "roles"),
                list(rule, "noteTypes"),
                list(rule, "needs"),
                rule.enabled(),
                rule.patterns().stream().map(this::fact).toList(),
                FormReport.of(
                        rule.consequence().place().written(), rule.consequence().message()));
    }

    private WrittenRule rule() {
        if (file.rules().size() > 1) {
            throw FormException.ofText(
                    file.rules().get(1).at().line(),
                    "A second rule begins here, and a form shows one. Put it into a file of its own.");
        }
        if (file.rules().size() == 1 && file.begun() == 1) {
            return file.rules().get(0);
        }
        SourceDiagnostic first = file.diagnostics().get(0);
        throw FormException.ofText(first.at().line(), first.sentence());
    }

    /** The lines above the rule; whatever else stands around it, or is a comment within, has no field. */
    private List<String> comment(WrittenRule rule) {
        List<String> lines = new ArrayList<>();
        int at = rule.at().line();
        for (int i = file.comments().size() - 1; i >= 0; i--) {
            Span comment = file.comments().get(i);
            boolean above = comment.line() == at - 1 && comment.column() == 1 && text.startsWith("//", comment.start());
            if (!above) {
                throw FormException.ofText(
                        comment.line(),
                        "A comment stands here, and a form has only the one right above the rule. Move it there.");
            }
            at--;
            String said = text.substring(comment.start() + 2, comment.end());
            lines.add(0, said.startsWith(" ") ? said.substring(1) : said);
        }
        int first = file.comments().isEmpty()
                ? rule.at().start()
                : file.comments().get(0).start();
        nothing(0, first);
        nothing(rule.at().end(), text.length());
        return lines;
    }

    private void nothing(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                int line = 1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(unit -> unit == '\n')
                                .count();
                throw FormException.ofText(
                        line, "Here stands something beside the rule, which a form does not show. Take it out.");
            }
        }
    }

    private static String annotation(WrittenRule rule, String name) {
        List<Annotation> all = rule.annotations().stream()
                .filter(annotation -> annotation.name().equals(name))
                .toList();
        if (all.size() > 1) {
            throw FormException.ofText(all.get(1).at().line(), "@" + name + " is given twice. Keep one.");
        }
        return all.isEmpty() ? "" : all.get(0).value();
    }

    private static List<String> list(WrittenRule rule, String name) {
        return Arrays.asList(annotation(rule, name).split(",", -1));
    }

    private FormFact fact(FactPattern pattern) {
        return new FormFact(
                FormFact.Quantity.of(pattern.quantity()),
                pattern.name() == null ? "" : pattern.name(),
                pattern.fact(),
                pattern.conditions().stream()
                        .map(condition -> condition(condition, false))
                        .toList());
    }

    private FormCondition condition(Condition condition, boolean negated) {
        if (condition instanceof Condition.Not not) {
            if (negated) {
                throw FormException.ofText(
                        not.at().line(), "This is negated twice, which a form does not show. Take out both \"!\".");
            }
            return not.negated() instanceof Condition.Holds holds
                    ? new FormCondition.Row(holds.property().written(), FormCondition.NO, List.of(), false)
                    : condition(not.negated(), true);
        }
        if (condition instanceof Condition.All all) {
            return group(FormCondition.Join.ALL, all.parts(), negated);
        }
        if (condition instanceof Condition.Any any) {
            return group(FormCondition.Join.ANY, any.parts(), negated);
        }
        if (condition instanceof Condition.Holds holds) {
            return new FormCondition.Row(holds.property().written(), FormCondition.YES, List.of(), negated);
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return new FormCondition.Row(
                    oneOf.property().written(),
                    oneOf.negated() ? FormCondition.NOT_IN : FormCondition.IN,
                    oneOf.values().stream().map(FormReader::value).toList(),
                    negated);
        }
        return compares((Condition.Compares) condition, negated);
    }

    private FormCondition group(FormCondition.Join join, List<Condition> parts, boolean negated) {
        return new FormCondition.Group(
                join,
                negated,
                parts.stream().map(part -> condition(part, false)).toList());
    }

    private static FormCondition compares(Condition.Compares compares, boolean negated) {
        String operator = compares.operator().written();
        if (compares.left() instanceof PropertyUse left) {
            FormValue right = value(compares.right());
            boolean member = compares.operator() == Operator.MEMBER_OF || compares.operator() == Operator.NOT_MEMBER_OF;
            if (member && right.kind() != FormValue.Kind.PROPERTY) {
                throw unshown(compares, "After memberOf stands a list, and this is none. Name a property.");
            }
            return new FormCondition.Row(left.written(), operator, List.of(right), negated);
        }
        if (compares.right() instanceof PropertyUse right) {
            return new FormCondition.Row(right.written(), operator, List.of(value(compares.left())), negated);
        }
        throw unshown(compares, "Here are two values compared, and no property. Name one.");
    }

    private static FormException unshown(Condition.Compares compares, String sentence) {
        return FormException.ofText(compares.at().line(), sentence);
    }

    private static FormValue value(Value value) {
        if (value instanceof PropertyUse property) {
            return new FormValue(FormValue.Kind.PROPERTY, property.written());
        }
        Object said = ((Literal) value).value();
        if (said instanceof String content) {
            return new FormValue(FormValue.Kind.TEXT, content);
        }
        if (said instanceof Integer number) {
            return new FormValue(FormValue.Kind.NUMBER, String.valueOf(number));
        }
        return said instanceof Boolean flag
                ? new FormValue(FormValue.Kind.FLAG, String.valueOf(flag))
                : new FormValue(FormValue.Kind.NOTHING, "");
    }
}
