package org.noteworthy.authoring.form;

import java.util.List;
import java.util.regex.Pattern;
import org.noteworthy.authoring.form.FormCondition.Group;
import org.noteworthy.authoring.form.FormCondition.Row;
import org.noteworthy.playbooks.language.CompilableText;
import org.noteworthy.playbooks.language.Limits;

/** Writes a form as a rule, laid out as all rules here are. */
final class FormWriter {
    private static final int WIDTH = 120;
    private static final String INDENT = "        ";
    private static final int DEEPEST = 2 * Limits.NESTING;
    private static final Pattern FACT = Pattern.compile("[A-Za-z_][A-Za-z_0-9]{0,63}");
    private static final Pattern NAME = Pattern.compile("\\$" + FACT);
    private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_][A-Za-z_0-9]*){0,7}");
    private static final Pattern PROPERTY = Pattern.compile("(\\$" + FACT + "\\.)?" + PATH);
    private static final Pattern PLACE = Pattern.compile(NAME + "(\\." + PATH + ")?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

    private final MarkedText text = new MarkedText();

    private FormWriter() {}

    /** The text; refuses fields that could not stand in a rule. */
    static MarkedText write(RuleForm form) {
        FormWriter writer = new FormWriter();
        writer.comment(form.comment());
        writer.head(form);
        text(writer, form);
        return writer.text;
    }

    private static void text(FormWriter writer, RuleForm form) {
        writer.text.add("when\n");
        writer.facts(form.facts());
        writer.text.add("then\n    ");
        writer.text.field("/report", () -> writer.report(form.report()));
        writer.text.add("\nend\n");
    }

    private void comment(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
                throw FormException.ofField("/comment/" + i, "A line of the comment holds a line end. Make it two.");
            }
            text.field("/comment/" + i, line.isEmpty() ? "//" : "// " + line).add("\n");
        }
    }

    private void head(RuleForm form) {
        if (form.name().isEmpty()) {
            throw FormException.ofField("/name", "The rule has no name. Write one, like status-allowed.");
        }
        text.add("rule ").field("/name", quoted("/name", form.name())).add("\n");
        int start = text.length();
        annotation("severity", List.of(form.severity()), start);
        annotation("clause", List.of(form.clause()), start);
        annotation("roles", form.roles(), start);
        annotation("noteTypes", form.noteTypes(), start);
        annotation("needs", form.needs(), start);
        text.add(text.length() > start ? "\n" : "");
        if (!form.enabled()) {
            text.add("    ").field("/enabled", "enabled false").add("\n");
        }
    }

    private void annotation(String name, List<String> values, int start) {
        String value = String.join(", ", values);
        if (value.isEmpty()) {
            return;
        }
        boolean several = values.size() > 1;
        for (int i = 0; i < values.size(); i++) {
            String each = values.get(i);
            boolean list = !name.equals("severity") && !name.equals("clause");
            if (each.chars().anyMatch(unit -> unit == '"' || unit == '\\' || unit < ' ' || list && unit == ',')) {
                throw FormException.ofField(
                        "/" + name + (several ? "/" + i : ""),
                        "Here stands a text without quotes, backslashes, line ends" + (list ? " and commas." : "."));
            }
        }
        String written = "@" + name + "(\"" + value + "\")";
        int line = text.length() - (text.toString().lastIndexOf('\n') + 1);
        boolean first = text.length() == start;
        text.add(first ? "    " : line + 2 + written.length() > WIDTH ? "\n    " : "  ")
                .field("/" + name, written);
    }

    private void facts(List<FormFact> facts) {
        if (facts.isEmpty()) {
            throw FormException.ofField("/facts", "The rule looks for nothing. It begins with what it judges.");
        }
        for (int i = 0; i < facts.size(); i++) {
            FormFact fact = facts.get(i);
            String pointer = "/facts/" + i;
            int start = text.length();
            text.add("    ").field(pointer, () -> fact(pointer, fact));
            text.wrap(start, WIDTH, INDENT);
            text.add("\n");
        }
    }

    private void fact(String pointer, FormFact fact) {
        text.add(
                fact.quantity() == FormFact.Quantity.EACH ? "" : fact.quantity().word() + " ");
        if (!fact.name().isEmpty()) {
            text.field(pointer + "/name", shaped(pointer + "/name", fact.name(), NAME, "a name such as $note"))
                    .add(" : ");
        }
        text.field(pointer + "/fact", shaped(pointer + "/fact", fact.fact(), FACT, "a fact such as Note"))
                .add("( ");
        conditions(pointer + "/conditions", fact.conditions(), ", ", 1);
        text.add(fact.conditions().isEmpty() ? ")" : " )");
    }

    private void conditions(String pointer, List<FormCondition> conditions, String between, int depth) {
        for (int i = 0; i < conditions.size(); i++) {
            FormCondition condition = conditions.get(i);
            String each = pointer + "/" + i;
            boolean inner = !between.equals(", ");
            text.add(i == 0 ? "" : between).field(each, () -> condition(each, condition, inner, depth));
        }
    }

    private void condition(String pointer, FormCondition condition, boolean inner, int depth) {
        if (depth > DEEPEST) {
            throw FormException.ofField(
                    pointer, "Groups stand in more than " + Limits.NESTING + " others. Write several rules.");
        }
        if (condition instanceof Group group) {
            if (group.parts().size() < 2) {
                throw FormException.ofField(pointer, "A group joins two conditions or more. Add one, or take it out.");
            }
            boolean brackets = group.negated() || inner;
            text.add(group.negated() ? "!( " : brackets ? "( " : "");
            conditions(pointer + "/parts", group.parts(), group.join().sign(), depth + 1);
            text.add(brackets ? " )" : "");
        } else {
            Row row = (Row) condition;
            boolean alone = isAlone(row);
            if (alone && row.negated()) {
                throw FormException.ofField(pointer, "Yes and no are not negated: choose the other one.");
            }
            text.add(row.negated() ? "!( " : "");
            if (alone) {
                text.add(row.comparison().equals(FormCondition.YES) ? "" : "!")
                        .field(pointer + "/property", of(pointer, row));
            } else {
                row(pointer, row);
            }
            text.add(row.negated() ? " )" : "");
        }
    }

    private static boolean isAlone(Row row) {
        return row.comparison().equals(FormCondition.YES) || row.comparison().equals(FormCondition.NO);
    }

    private void row(String pointer, Row row) {
        boolean list =
                row.comparison().equals(FormCondition.IN) || row.comparison().equals(FormCondition.NOT_IN);
        if (list) {
            text.field(pointer + "/property", of(pointer, row)).add(" " + row.comparison() + " ( ");
            for (int i = 0; i < row.values().size(); i++) {
                text.add(i == 0 ? "" : ", ")
                        .field(
                                pointer + "/values/" + i,
                                value(pointer + "/values/" + i, row.values().get(i)));
            }
            text.add(" )");
            return;
        }
        if (!FormOperators.isOne(row.comparison())) {
            throw FormException.ofField(pointer + "/comparison", "There is no such comparison. Choose one.");
        }
        if (row.values().size() != 1) {
            throw FormException.ofField(pointer + "/values", "Here stands one value. Give it.");
        }
        String value = value(pointer + "/values/0", row.values().get(0));
        boolean first = FormOperators.isTextFirst(row.comparison(), row.values().get(0));
        if (first) {
            text.field(pointer + "/values/0", value)
                    .add(" " + row.comparison() + " ")
                    .field(pointer + "/property", of(pointer, row));
        } else {
            text.field(pointer + "/property", of(pointer, row))
                    .add(" " + row.comparison() + " ")
                    .field(pointer + "/values/0", value);
        }
    }

    private static String of(String pointer, Row row) {
        return shaped(pointer + "/property", row.property(), PROPERTY, "a property such as status.present");
    }

    private static String value(String pointer, FormValue value) {
        return switch (value.kind()) {
            case TEXT -> quoted(pointer, value.written());
            case NUMBER -> number(pointer, value.written());
            case FLAG -> {
                if (!value.written().equals("true") && !value.written().equals("false")) {
                    throw FormException.ofField(pointer, "Here stands true or false.");
                }
                yield value.written();
            }
            case PROPERTY -> shaped(pointer, value.written(), PROPERTY, "a property such as limits.statusCharacters");
            case NOTHING -> {
                if (!value.written().isEmpty()) {
                    throw FormException.ofField(pointer, "Nothing has no text. Leave it out, or choose a text.");
                }
                yield "null";
            }
        };
    }

    private static String number(String pointer, String written) {
        try {
            if (NUMBER.matcher(written).matches()
                    && String.valueOf(Integer.parseInt(written)).equals(written)) {
                return written;
            }
        } catch (NumberFormatException e) {
            // told below, with those of another shape
        }
        throw FormException.ofField(
                pointer, "Here stands a whole number without zeros in front, of at most " + Integer.MAX_VALUE + ".");
    }

    private void report(FormReport report) {
        text.add("report.violation( ")
                .field(
                        "/report/place",
                        shaped("/report/place", report.place(), PLACE, "a place such as $note or $note.status"))
                .add(",\n" + INDENT)
                .field("/report/message", quoted("/report/message", report.said()))
                .add(" );");
    }

    private static String quoted(String pointer, String value) {
        if (value.chars().anyMatch(unit -> unit == '\n' || unit == '\r')) {
            throw FormException.ofField(pointer, "The text holds a line end. Write it on one line.");
        }
        return CompilableText.quoted(value);
    }

    private static String shaped(String pointer, String value, Pattern shape, String what) {
        if (value.length() > Limits.LINE_CHARACTERS || !shape.matcher(value).matches()) {
            throw FormException.ofField(
                    pointer, value.isEmpty() ? "Choose " + what + "." : "This is not " + what + ".");
        }
        return value;
    }
}
