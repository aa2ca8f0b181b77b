package org.noteworthy.playbooks.language.parsing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.Consequence;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.Limits;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.ValueKind;
import org.noteworthy.playbooks.language.parsing.Token.Kind;
import org.noteworthy.playbooks.language.pattern.UnicodeTable;

/** Reads the one thing that a rule does: it reports a violation. */
final class ConsequenceParser {
    private static final Set<String> OF_A_SPOT = Set.of("found", "expected", "nearest");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    /** Letters and signs that are blank: fillers of Korean syllables, and Braille without a dot. */
    private static final String UNSEEN = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final String SHAPE =
            "After \"then\" stands exactly one report.violation( $note.…, \"what is wrong, and the way out\" ); and end.";

    private final Cursor cursor;
    private final Names names;
    private final SourceDiagnostics diagnostics;

    ConsequenceParser(Cursor cursor, Names names, SourceDiagnostics diagnostics) {
        this.cursor = cursor;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** Up to the word {@code end}. */
    Consequence consequence(FactPattern judged) {
        Span start = cursor.peek().at();
        PropertyUse place = place(names);
        Token message = message();
        Span end = cursor.last().at();
        end();
        if (isPlace(place)
                && !place.fact().isEmpty()
                && !String.valueOf(place.of()).equals(judged.name())) {
            diagnostics.add(place.at(), "A rule reports what it begins with: " + judged.name() + " or a part of it.");
        }
        checkMessage(message, judged.fact());
        return new Consequence(place, message.content(), message.at(), start.to(end));
    }

    /** The same where the conditions before it could not be understood: what it says of itself alone is looked at. */
    void consequenceOfUnknown() {
        PropertyUse place = place(names.forgiving());
        Token message = message();
        end();
        isPlace(place);
        checkMessage(message, place.fact());
    }

    private PropertyUse place(Names known) {
        for (String word : List.of("report", ".", "violation", "(")) {
            cursor.expect(word, SHAPE);
        }
        if (!cursor.comes(Kind.NAME)) {
            throw cursor.halt(SHAPE);
        }
        return known.property("");
    }

    private Token message() {
        cursor.expect(",", SHAPE);
        Token message = cursor.expect(Kind.TEXT, SHAPE);
        cursor.expect(")", SHAPE);
        return message;
    }

    private void end() {
        cursor.take(";");
        if (!cursor.comes("end")) {
            throw cursor.halt(SHAPE);
        }
    }

    private boolean isPlace(PropertyUse use) {
        List<Vocabulary.Property> steps = use.steps();
        boolean place = steps.isEmpty() || steps.get(steps.size() - 1).place();
        if (!place) {
            diagnostics.add(
                    use.at(),
                    "\"" + use.written()
                            + "\" is nothing that a violation can point at. Name a part of the note, or the note.");
        }
        return place;
    }

    private static boolean isSeen(int point) {
        return switch (UnicodeTable.type(point)) {
            case Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.FORMAT, Character.CONTROL -> false;
            default -> UNSEEN.indexOf(point) < 0;
        };
    }

    private void checkMessage(Token message, String fact) {
        String text = message.content();
        if (text.codePoints().noneMatch(ConsequenceParser::isSeen)) {
            diagnostics.add(message.at(), "The text is empty. Say what is wrong, and the way out.");
        }
        Matcher placeholders = PLACEHOLDER.matcher(text);
        if (placeholders.results().count() > Limits.PLACEHOLDERS) {
            diagnostics.add(
                    message.at(), "The text holds more than " + Limits.PLACEHOLDERS + " {placeholders}. Shorten it.");
            return;
        }
        placeholders.reset();
        while (placeholders.find() && !Vocabulary.properties(fact).isEmpty()) {
            String placeholder = placeholders.group(1);
            Optional<String> untold = OF_A_SPOT.contains(placeholder)
                    ? Optional.empty()
                    : Names.unknownProperty(fact, placeholder).or(() -> part(fact, placeholder));
            untold.ifPresent(
                    sentence -> diagnostics.add(message.at(), "The text holds {" + placeholder + "}. " + sentence));
        }
    }

    /** Why a property cannot be told, if it is a part that has properties of its own, and what to tell instead. */
    private static Optional<String> part(String fact, String path) {
        List<Vocabulary.Property> steps = Vocabulary.path(fact, path);
        Vocabulary.Property last = steps.get(steps.size() - 1);
        if (ValueKind.of(last) != ValueKind.PART) {
            return Optional.empty();
        }
        List<String> told = Vocabulary.properties(last.result()).stream()
                .filter(property -> ValueKind.of(property).ofText())
                .map(Vocabulary.Property::name)
                .toList();
        if (told.isEmpty()) {
            return Optional.of(
                    "That is a place in the note and no text. Let the violation point at it, and write {found}.");
        }
        String best = told.contains("content") ? "content" : told.get(0);
        return Optional.of("That is a part of the note and no text. Write {" + path + "." + best + "}.");
    }
}
