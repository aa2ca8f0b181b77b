package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.language.Annotation;
import org.noteworthy.playbooks.language.Consequence;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.Identifier;
import org.noteworthy.playbooks.language.Limits;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.SourceDiagnostics.Halt;
import org.noteworthy.playbooks.language.parsing.Token.Kind;

/** Reads the rules of a file: name, annotations, conditions, and what they report. */
final class FileParser {
    private static final Set<String> ANNOTATIONS =
            new TreeSet<>(List.of("severity", "clause", "roles", "noteTypes", "needs"));
    /** What stands before every rule anyway, and which a file may say again. */
    private static final List<List<String>> GIVEN = List.of(
            List.of("package", "org", ".", "noteworthy", ".", "rules", ".", "note"),
            List.of("package", "org", ".", "noteworthy", ".", "rules", ".", "engagement"),
            List.of("import", "org", ".", "noteworthy", ".", "notes", ".", "Note"),
            List.of("import", "org", ".", "noteworthy", ".", "notes", ".", "Interaction"),
            List.of("global", "org", ".", "noteworthy", ".", "playbooks", ".", "Verdict", "report"));

    private static final String HEAD =
            "A rule reads: rule \"name\" @severity(\"error\") @clause(\"…\") when … then … end;"
                    + " look at the signs and quotes just before.";

    private final String text;
    private final Cursor cursor;
    private final SourceDiagnostics diagnostics;
    private int begun;

    FileParser(String text, List<Token> tokens, SourceDiagnostics diagnostics) {
        this.text = text;
        this.diagnostics = diagnostics;
        cursor = new Cursor(tokens);
    }

    List<WrittenRule> rules() {
        List<WrittenRule> rules = new ArrayList<>();
        while (!cursor.atEnd()) {
            try {
                if (cursor.comes("rule")) {
                    begun++;
                    if (begun > Limits.RULES) {
                        diagnostics.add(
                                cursor.peek().at(),
                                "The file holds more than " + Limits.RULES + " rules. Put them into several files.");
                        return rules;
                    }
                    rule().ifPresent(rules::add);
                } else if (GIVEN.stream().noneMatch(cursor::takeAll)) {
                    throw cursor.halt("Only rules may stand in a rule file. Remove " + cursor.wholeWord()
                            + "; the facts and report are there already.");
                } else {
                    cursor.take(";");
                }
            } catch (Halt halt) {
                halt.tell(diagnostics);
                cursor.leaveRule();
            }
        }
        if (begun == 0 && diagnostics.none()) {
            diagnostics.add(cursor.peek().at(), "The file holds no rule. Write one, or delete the file.");
        }
        return rules;
    }

    /** How many rules begin in what was read. */
    int begun() {
        return begun;
    }

    /** Nothing where a part of the rule cannot be understood; the other parts are looked at all the same. */
    private Optional<WrittenRule> rule() {
        Span start = cursor.next().at();
        Token name = cursor.expect(Kind.TEXT, "The name of a rule stands here, between quotes. " + HEAD);
        checkName(name);
        List<Annotation> annotations = new ArrayList<>();
        Optional<Boolean> enabled = part("when", () -> head(annotations));
        Span when = cursor.next().at();
        Names names = new Names(cursor, diagnostics);
        Optional<List<FactPattern>> patterns =
                part("then", () -> new PatternParser(cursor, names, diagnostics).patterns());
        Span then = cursor.expect("then", cursor.peek().shown() + " is not expected here. " + HEAD)
                .at();
        ConsequenceParser parser = new ConsequenceParser(cursor, names, diagnostics);
        if (patterns.isEmpty()) {
            parser.consequenceOfUnknown();
        }
        Optional<Consequence> consequence = patterns.map(known -> parser.consequence(known.get(0)));
        Span end = cursor.next().at();
        return enabled.isEmpty() || consequence.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrittenRule(
                        name.content(),
                        about(start.line()),
                        annotations,
                        enabled.get(),
                        patterns.get(),
                        consequence.get(),
                        start.to(end),
                        name.at(),
                        between(when, then)));
    }

    /** A part of a rule; where it cannot be understood, that is told, and reading goes on where the next part begins. */
    private <T> Optional<T> part(String next, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (Halt halt) {
            halt.tell(diagnostics);
            if (!cursor.goTo(next)) {
                throw halt;
            }
            return Optional.empty();
        }
    }

    /** What stands between the name and {@code when}; whether the rule is enabled. */
    private boolean head(List<Annotation> annotations) {
        boolean enabled = true;
        boolean switched = false;
        Halt unknown = null;
        while (!cursor.comes("when")) {
            if (cursor.comes("@")) {
                Halt halt = annotation(annotations);
                unknown = unknown == null ? halt : unknown;
            } else if (cursor.take("enabled")) {
                if (switched) {
                    diagnostics.add(cursor.last().at(), "enabled is given twice. Keep one.");
                }
                switched = true;
                enabled = cursor.comes("true");
                if (!cursor.take("true") && !cursor.take("false")) {
                    throw cursor.halt("After enabled stands true or false.");
                }
            } else {
                throw cursor.halt(cursor.wholeWord() + " is not expected here. Between the name of a rule and"
                        + " \"when\" stand annotations alone, such as @severity(\"error\"). " + HEAD);
            }
        }
        if (unknown != null) {
            throw unknown; // it may have been meant for one that would be missed
        }
        return enabled;
    }

    private void checkName(Token name) {
        if (name.content().length() > Limits.NAME_CHARACTERS) {
            diagnostics.add(
                    name.at(), "The name of a rule has at most " + Limits.NAME_CHARACTERS + " characters. Shorten it.");
        } else if (!Identifier.isOne(name.content(), "-")) {
            diagnostics.add(
                    name.at(), "The name of a rule has small letters, digits and hyphens, like status-allowed.");
        }
    }

    /** Takes one annotation; why there is none such, if so. */
    private @Nullable Halt annotation(List<Annotation> annotations) {
        Span sign = cursor.next().at();
        Token name =
                cursor.expect(Kind.WORD, "After @ stands the name of an annotation, such as @severity(\"error\").");
        String shape = "Write @" + name.text() + "(\"…\") with one text between quotes.";
        if (!ANNOTATIONS.contains(name.text())) {
            Halt unknown = new Halt(
                    sign.to(name.at()),
                    "There is no annotation @" + name.text() + "." + Nearest.insteadOf(name.text(), ANNOTATIONS));
            unknown.tell(diagnostics);
            if (cursor.comes("(") && cursor.goTo(")")) {
                cursor.next();
            }
            return unknown;
        }
        cursor.expect("(", shape);
        Token value = cursor.expect(Kind.TEXT, shape);
        Token close = cursor.expect(")", shape);
        if (value.text().indexOf('\\') >= 0) {
            diagnostics.add(value.at(), "@" + name.text() + " takes a text without backslashes.");
        }
        if (annotations.stream().anyMatch(other -> other.name().equals(name.text()))) {
            diagnostics.add(sign.to(close.at()), "@" + name.text() + " is given twice. Keep one.");
        }
        annotations.add(new Annotation(name.text(), value.content(), sign.to(close.at()), value.at()));
        return null;
    }

    /** The comment above a rule, as one paragraph. */
    private String about(int ruleLine) {
        List<String> lines = text.lines().limit(ruleLine - 1L).toList();
        int first = lines.size();
        while (first > 0 && lines.get(first - 1).strip().startsWith("//")) {
            first--;
        }
        return String.join(
                " ",
                lines.subList(first, lines.size()).stream()
                        .map(line -> line.strip().substring(2).strip())
                        .toList());
    }

    private Span between(Span when, Span then) {
        int start = when.end();
        int end = then.start();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int line = when.line()
                + (int) text.substring(when.end(), start)
                        .chars()
                        .filter(unit -> unit == '\n')
                        .count();
        return new Span(start, end, line, start - text.lastIndexOf('\n', start - 1));
    }
}
