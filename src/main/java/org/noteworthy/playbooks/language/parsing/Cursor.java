package org.noteworthy.playbooks.language.parsing;

import java.util.Arrays;
import java.util.List;
import org.noteworthy.playbooks.language.parsing.SourceDiagnostics.Halt;
import org.noteworthy.playbooks.language.parsing.Token.Kind;

/** A place among the tokens of a rule file, which moves on as they are understood. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** The token before this place. */
    Token last() {
        return tokens.get(at - 1);
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean comes(Kind kind) {
        return peek().kind() == kind;
    }

    boolean comes(String... words) {
        return Arrays.stream(words).anyMatch(peek()::is);
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean take(String word) {
        boolean comes = peek().is(word);
        if (comes) {
            at++;
        }
        return comes;
    }

    /** Goes on if these words and signs follow, in this order. */
    boolean takeAll(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!peek(i).is(words.get(i))) {
                return false;
            }
        }
        at += words.size();
        return true;
    }

    Token expect(String word, String otherwise) {
        if (!peek().is(word)) {
            throw halt(otherwise);
        }
        return next();
    }

    Token expect(Kind kind, String otherwise) {
        if (peek().kind() != kind) {
            throw halt(otherwise);
        }
        return next();
    }

    /** Where it is, for {@link #goToEndOfCondition}. */
    int place() {
        return at;
    }

    /** To the comma or bracket that ends the condition which begins at that place, if it ends before the rule does. */
    boolean goToEndOfCondition(int start) {
        at = start;
        int depth = 0;
        while (!atEnd() && !comes("then", "end", "rule") && !(depth == 0 && comes(",", ")"))) {
            depth += comes("(", "[") ? 1 : comes(")", "]") ? -1 : 0;
            next();
        }
        return comes(",", ")");
    }

    /** To that word, if it comes before the rule ends. */
    boolean goTo(String word) {
        while (!atEnd() && !comes(word, "end", "rule")) {
            next();
        }
        return comes(word);
    }

    /** To after the next {@code end}, where another rule may begin. */
    void leaveRule() {
        while (!atEnd() && !take("end")) {
            next();
        }
    }

    /** What comes, as a person would name it: words joined by hyphens are one. */
    String wholeWord() {
        StringBuilder word = new StringBuilder(peek().text());
        int at = 0;
        while (peek(at).kind() == Kind.WORD
                && peek(at + 1).is("-")
                && peek(at + 2).kind() == Kind.WORD
                && peek(at).at().end() + 1 == peek(at + 2).at().start()) {
            word.append('-').append(peek(at + 2).text());
            at += 2;
        }
        return at == 0 ? peek().shown() : "\"" + word + "\"";
    }

    Halt halt(String sentence) {
        return new Halt(peek().at(), sentence);
    }
}
