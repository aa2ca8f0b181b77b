package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.parsing.Token.Kind;

/** What the names in one rule stand for: facts by the names that the rule gives them, properties by the vocabulary. */
final class Names {
    private final Cursor cursor;
    private final SourceDiagnostics diagnostics;
    private final Map<String, String> facts = new LinkedHashMap<>();

    private final boolean forgiving;

    Names(Cursor cursor, SourceDiagnostics diagnostics) {
        this(cursor, diagnostics, false);
    }

    private Names(Cursor cursor, SourceDiagnostics diagnostics, boolean forgiving) {
        this.cursor = cursor;
        this.diagnostics = diagnostics;
        this.forgiving = forgiving;
    }

    /** The same names, where others may have been given that could not be read. */
    Names forgiving() {
        Names others = new Names(cursor, diagnostics, true);
        others.facts.putAll(facts);
        return others;
    }

    void give(Token name, String fact) {
        if (facts.putIfAbsent(name.text(), fact) != null) {
            diagnostics.add(name.at(), "The name " + name.text() + " is given twice. Choose another.");
        }
    }

    /** The property that stands here, of a fact with a name or of the one whose pattern this is. */
    PropertyUse property(String fact) {
        Token first = cursor.peek();
        String of = first.kind() == Kind.NAME ? cursor.next().text() : null;
        List<Token> path = new ArrayList<>();
        if (of == null) {
            path.add(cursor.expect(
                    Kind.WORD,
                    first.shown() + " is not expected here. "
                            + (first.is("'")
                                    ? "Write texts between straight double quotes (\")."
                                    : "A condition begins with a property.")));
        }
        while (cursor.comes(".")) {
            cursor.next();
            path.add(cursor.expect(Kind.WORD, "After the dot stands the name of a property."));
        }
        Span at = first.at().to(cursor.last().at());
        String dotted = String.join(".", path.stream().map(Token::text).toList());
        int written = dotted.length() + (of == null ? 0 : of.length() + (path.isEmpty() ? 0 : 1));
        if (written != at.length()) {
            diagnostics.add(at, "Write the property without blanks: " + (of == null ? "" : of + ".") + dotted + ".");
        }
        return resolve(of, of == null ? fact : factNamed(of, at), dotted, at);
    }

    private String factNamed(String name, Span at) {
        String fact = facts.get(name);
        if (fact == null && forgiving) {
            return "";
        }
        if (fact == null) {
            diagnostics.add(at, name + " stands for nothing in this rule." + Nearest.insteadOf(name, facts.keySet()));
            return "";
        }
        return fact;
    }

    private PropertyUse resolve(@Nullable String of, String fact, String path, Span at) {
        List<Vocabulary.Property> steps = List.of();
        if (!path.isEmpty() && !Vocabulary.properties(fact).isEmpty()) {
            steps = Vocabulary.path(fact, path);
            unknownProperty(fact, path).ifPresent(sentence -> diagnostics.add(at, sentence));
        }
        return new PropertyUse(of, fact, path, steps, at);
    }

    /** Why a fact has no property along that path, if it has none. */
    static Optional<String> unknownProperty(String fact, String path) {
        String owner = fact;
        String type = fact;
        for (String name : path.split("\\.", -1)) {
            Optional<Vocabulary.Property> property = Vocabulary.property(type, name);
            if (property.isEmpty()) {
                List<String> names = Vocabulary.properties(type).stream()
                        .map(Vocabulary.Property::name)
                        .toList();
                return Optional.of(
                        names.isEmpty()
                                ? "\"" + path + "\" asks for more than there is: " + owner + " has no properties."
                                : "There is no property \"" + name + "\" in " + owner + "."
                                        + Nearest.insteadOf(name, names));
            }
            owner = owner.equals(fact) ? name : owner + "." + name;
            type = property.get().result();
        }
        return Optional.empty();
    }
}
