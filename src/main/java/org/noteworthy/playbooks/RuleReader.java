package org.noteworthy.playbooks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.drools.drl.parser.antlr4.DRL10Parser;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.NoteField;
import org.noteworthy.notes.Vocabulary;

/**
 * Reads one rule file into what people and the checker want to know of its rules, and holds every name in it against the
 * vocabulary.
 */
final class RuleReader {
    private static final Set<String> ANNOTATIONS =
            new TreeSet<>(List.of("severity", "clause", "roles", "noteTypes", "needs"));
    private static final Set<String> FACTS = new TreeSet<>(List.of("Note", "Interaction"));
    private static final Set<String> OF_A_SPOT = new TreeSet<>(List.of("found", "expected", "nearest"));
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "\\s*report\\s*\\.\\s*violation\\s*\\(\\s*(\\$?\\w+(?:\\.\\w+)*)\\s*,\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*\\)\\s*;?\\s*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final String file;
    private final String text;
    private final Flaws flaws;
    private final List<Rule> rules = new ArrayList<>();

    private RuleReader(String file, String text, Flaws flaws) {
        this.file = file;
        this.text = text;
        this.flaws = flaws;
    }

    /** The rules of a file; what is wrong with it goes to the flaws. */
    static List<Rule> read(String file, String text, Flaws flaws) {
        RuleReader reader = new RuleReader(file, text, flaws);
        reader.read();
        return reader.rules;
    }

    private void read() {
        if (!RuleMarks.balanced(file, text, flaws)) {
            return;
        }
        DRL10Parser parser = DRL10ParserHelper.createDrlParser(text);
        FlawListener listener = new FlawListener();
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        if (parser.getTokenStream().getTokenSource() instanceof Lexer lexer) {
            lexer.removeErrorListeners();
            lexer.addErrorListener(listener);
        }
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        DRL10Parser.CompilationUnitContext unit = parser.compilationUnit();
        if (listener.told) {
            return;
        }
        if (unit.packagedef() != null || unit.unitdef() != null) {
            flaw(unit, "Only rules may stand in a rule file. Remove this; the package is given already.");
        }
        for (DRL10Parser.DrlStatementdefContext statement : unit.drlStatementdef()) {
            if (statement.getChild(0) instanceof DRL10Parser.RuledefContext definition) {
                if (definition.parentName != null || definition.attributes() != null) {
                    flaw(
                            definition,
                            "Between the name of a rule and \"when\" stand annotations alone, such as @severity(\"error\").");
                }
                readRule(definition);
            } else {
                flaw(
                        statement,
                        "Only rules may stand in a rule file. Remove this; the facts and report are there already.");
            }
        }
        if (rules.isEmpty() && unit.drlStatementdef().isEmpty()) {
            flaws.add(file, 0, "The file holds no rule. Write one, or delete the file.");
        }
        String id = file.substring(0, file.length() - ".drl".length());
        if (rules.size() == 1 && !rules.get(0).id().equals(id)) {
            Rule rule = rules.get(0);
            flaws.add(
                    file,
                    rule.line(),
                    "The rule is named \"" + rule.id() + "\" and its file " + file + ". Give both the same name.");
        }
    }

    private void readRule(DRL10Parser.RuledefContext definition) {
        String id = unquoted(definition.name.getText());
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            flaw(definition.name, "The name of a rule has small letters, digits and hyphens, like status-allowed.");
        }
        Map<String, String> annotations = annotations(definition);
        Severity severity = severity(definition, annotations.get("severity"));
        String clause = annotations.get("clause");
        if (clause == null) {
            flaw(definition, "The rule names no clause. Add @clause(\"…\") with the id of a clause of guidance.md.");
        }
        List<String> needs = list(annotations.get("needs"));
        for (String field : needs) {
            if (NoteField.of(field).isEmpty()) {
                flaw(
                        definition,
                        "The rule needs \"" + field + "\", which is no field of a note."
                                + Flaws.insteadOf(field, NoteField.keys()));
            }
        }
        if (definition.lhs() == null || definition.rhs() == null) {
            flaw(definition, "A rule reads: rule \"name\" … when … then … end.");
            return;
        }
        Map<String, String> bound = new HashMap<>();
        List<DRL10Parser.LhsPatternContext> patterns = new ArrayList<>();
        patterns(definition.lhs(), patterns, bound);
        for (DRL10Parser.LhsPatternContext pattern : patterns) {
            String type = factOf(pattern);
            if (FACTS.contains(type)) {
                constraints(pattern, type, bound);
            } else {
                flaw(pattern, "There is no fact \"" + type + "\"." + Flaws.insteadOf(type, FACTS));
            }
        }
        boolean ofNote = patterns.size() == 1 && "Note".equals(factOf(patterns.get(0)));
        shape(definition, patterns, bound);
        String message = message(definition, bound);
        rules.add(new Rule(
                id,
                about(definition),
                severity,
                clause == null ? "" : clause,
                ofNote ? Rule.Subject.NOTE : Rule.Subject.ENGAGEMENT,
                patterns.isEmpty() ? "" : factOf(patterns.get(0)),
                list(annotations.get("roles")),
                list(annotations.get("noteTypes")),
                needs,
                between(
                        definition.lhs().DRL_WHEN().getSymbol(),
                        definition.rhs().DRL_THEN().getSymbol()),
                message,
                file,
                definition.getStart().getLine()));
    }

    private Map<String, String> annotations(DRL10Parser.RuledefContext definition) {
        Map<String, String> values = new HashMap<>();
        for (DRL10Parser.DrlAnnotationContext annotation : definition.drlAnnotation()) {
            String written = annotation.getText();
            int open = written.indexOf('(');
            String name = written.substring(1, open < 0 ? written.length() : open);
            if (!ANNOTATIONS.contains(name)) {
                flaw(annotation, "There is no annotation @" + name + "." + Flaws.insteadOf(name, ANNOTATIONS));
            } else if (!written.matches("@\\w+\\(\"[^\"\\\\]*\"\\)")) {
                flaw(annotation, "Write @" + name + "(\"…\") with one text between quotes.");
            } else if (values.put(name, written.substring(open + 2, written.length() - 2)) != null) {
                flaw(annotation, "@" + name + " is given twice. Keep one.");
            }
        }
        return values;
    }

    private Severity severity(DRL10Parser.RuledefContext definition, @Nullable String word) {
        List<String> words =
                Arrays.stream(Severity.values()).map(Severity::word).toList();
        if (word != null && words.contains(word)) {
            return Severity.valueOf(word.toUpperCase(Locale.ROOT));
        }
        flaw(
                definition,
                word == null
                        ? "The rule has no severity. Add @severity(\"error\"), warning or info."
                        : "There is no severity \"" + word + "\"." + Flaws.insteadOf(word, words));
        return Severity.ERROR;
    }

    private void patterns(ParseTree node, List<DRL10Parser.LhsPatternContext> patterns, Map<String, String> bound) {
        if (node instanceof DRL10Parser.LhsPatternBindContext bind
                && bind.label() != null
                && bind.lhsPattern().size() == 1
                && bind.lhsPattern(0).objectType != null) {
            String name = bind.label().getText();
            bound.put(
                    name.substring(0, name.length() - 1),
                    bind.lhsPattern(0).objectType.getText());
        }
        if (node instanceof DRL10Parser.LhsPatternContext pattern) {
            patterns.add(pattern);
            return;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            patterns(node.getChild(i), patterns, bound);
        }
    }

    /** Patterns stand one after the other, and the first has the name that the violation is about. */
    private void shape(
            DRL10Parser.RuledefContext definition,
            List<DRL10Parser.LhsPatternContext> patterns,
            Map<String, String> bound) {
        if (patterns.isEmpty()
                || !(patterns.get(0).getParent() instanceof DRL10Parser.LhsPatternBindContext first)
                || first.label() == null) {
            flaw(definition.lhs(), "A rule begins with what it judges, and a name for it: $note : Note( … ).");
            return;
        }
        if (first.lhsPattern().size() > 1 || holdsOr(definition.lhs())) {
            flaw(definition.lhs(), "\"or\" does not stand between patterns. Write || inside one $note : Note( … ).");
        }
        String name = first.label().getText();
        String named = name.substring(0, name.length() - 1);
        Matcher consequence = CONSEQUENCE.matcher(consequence(definition));
        if (consequence.matches() && !consequence.group(1).split("\\.", 2)[0].equals(named) && bound.size() > 1) {
            flaw(definition.rhs(), "A rule reports what it begins with: " + named + " or a part of it.");
        }
    }

    private static boolean holdsOr(ParseTree node) {
        if (node instanceof DRL10Parser.LhsPatternContext) {
            return false;
        }
        boolean or = node instanceof TerminalNode terminal
                && (terminal.getText().equals("or") || terminal.getText().equals("||"));
        for (int i = 0; i < node.getChildCount() && !or; i++) {
            or = holdsOr(node.getChild(i));
        }
        return or;
    }

    private String consequence(DRL10Parser.RuledefContext definition) {
        return between(
                definition.rhs().DRL_THEN().getSymbol(),
                definition.DRL_RHS_END().getSymbol());
    }

    private static String factOf(DRL10Parser.LhsPatternContext pattern) {
        return pattern.objectType == null ? "" : pattern.objectType.getText();
    }

    private void constraints(ParseTree node, String type, Map<String, String> bound) {
        if (node instanceof DRL10Parser.PrimaryContext primary
                && !primary.drlIdentifier().isEmpty()) {
            property(primary, type, bound);
            return;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            constraints(node.getChild(i), type, bound);
        }
    }

    private void property(DRL10Parser.PrimaryContext primary, String type, Map<String, String> bound) {
        String path = primary.getText();
        if (!path.matches("\\$?\\w+(\\.\\w+)*")) {
            flaw(
                    primary,
                    "\"" + path + "\" is not a property. A rule asks for properties by their names, without brackets.");
            return;
        }
        String first = primary.drlIdentifier(0).getText();
        if (first.startsWith("$")) {
            String boundType = bound.get(first);
            if (boundType == null) {
                flaw(primary, first + " stands for nothing in this rule." + Flaws.insteadOf(first, bound.keySet()));
            } else if (!path.equals(first)) {
                checkPath(primary, boundType, path.substring(first.length() + 1));
            }
        } else {
            checkPath(primary, type, path);
        }
    }

    private void checkPath(ParserRuleContext at, String type, String path) {
        String sentence = unknownProperty(type, path);
        if (sentence != null) {
            flaw(at, sentence);
        }
    }

    private static @Nullable String unknownProperty(String type, String path) {
        String at = type;
        for (String name : path.split("\\.", -1)) {
            List<Vocabulary.Property> properties = Vocabulary.properties(at);
            Vocabulary.Property property = Vocabulary.property(at, name).orElse(null);
            if (property == null) {
                List<String> names =
                        properties.stream().map(Vocabulary.Property::name).toList();
                String owner = path.equals(name) ? type : path.substring(0, path.length() - name.length() - 1);
                return names.isEmpty()
                        ? "\"" + path + "\" asks for more than there is: " + owner + " has no properties."
                        : "There is no property \"" + name + "\" in " + owner + "." + Flaws.insteadOf(name, names);
            }
            at = property.result();
        }
        return null;
    }

    private String message(DRL10Parser.RuledefContext definition, Map<String, String> bound) {
        String consequence = between(
                definition.rhs().DRL_THEN().getSymbol(),
                definition.DRL_RHS_END().getSymbol());
        Matcher matcher = CONSEQUENCE.matcher(consequence);
        if (!matcher.matches()) {
            flaw(
                    definition.rhs(),
                    "After \"then\" stands exactly one report.violation( $note.…, \"what is wrong, and the way out\" );");
            return "";
        }
        String thing = matcher.group(1);
        String message = matcher.group(2).replaceAll("\\\\(.)", "$1");
        int dot = thing.indexOf('.');
        String name = dot < 0 ? thing : thing.substring(0, dot);
        String type = bound.get(name);
        if (type == null) {
            flaw(definition.rhs(), name + " stands for nothing in this rule." + Flaws.insteadOf(name, bound.keySet()));
            return message;
        }
        if (dot >= 0) {
            String path = thing.substring(dot + 1);
            String unknown = unknownProperty(type, path);
            List<Vocabulary.Property> properties = Vocabulary.path(type, path);
            if (unknown != null) {
                flaw(definition.rhs(), unknown);
            } else if (!properties.get(properties.size() - 1).place()) {
                flaw(
                        definition.rhs(),
                        "\"" + thing
                                + "\" is nothing that a violation can point at. Name a part of the note, or the note.");
            }
        }
        Matcher placeholders = PLACEHOLDER.matcher(message);
        while (placeholders.find()) {
            String placeholder = placeholders.group(1);
            String unknown = OF_A_SPOT.contains(placeholder) ? null : unknownProperty(type, placeholder);
            if (unknown != null) {
                flaw(definition.rhs(), "The text holds {" + placeholder + "}. " + unknown);
            }
        }
        return message;
    }

    /** The comment above a rule, as one paragraph. */
    private String about(DRL10Parser.RuledefContext definition) {
        List<String> lines =
                text.lines().limit(definition.getStart().getLine() - 1L).toList();
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

    private String between(Token after, Token before) {
        return text.substring(
                        text.offsetByCodePoints(0, after.getStopIndex() + 1),
                        text.offsetByCodePoints(0, before.getStartIndex()))
                .strip();
    }

    private void flaw(ParserRuleContext at, String sentence) {
        Token token = at.getStart();
        flaws.add(file, token.getLine(), token.getCharPositionInLine() + 1, sentence);
    }

    private static String unquoted(String literal) {
        boolean quoted = literal.length() > 1 && (literal.startsWith("\"") || literal.startsWith("'"));
        return quoted ? literal.substring(1, literal.length() - 1) : literal;
    }

    private static List<String> list(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** Tells of the first place that cannot be read; what follows it is mostly its echo. */
    private final class FlawListener extends BaseErrorListener {
        private boolean told;

        @Override
        public void syntaxError(
                @Nullable Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                @Nullable String reason,
                @Nullable RecognitionException cause) {
            if (told) {
                return;
            }
            told = true;
            String here = symbol instanceof Token token && token.getType() != Token.EOF
                    ? "\"" + token.getText() + "\" is not expected here."
                    : "Something is missing here.";
            flaws.add(
                    file,
                    line,
                    column + 1,
                    here + " A rule reads: rule \"name\" @severity(…) @clause(…) when … then … end;"
                            + " look at the signs and quotes just before.");
        }
    }
}
