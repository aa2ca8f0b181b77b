package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.noteworthy.playbooks.language.Limits;

/**
 * Looks whether the brackets of a rule file are closed, and not too many in each other, before it is read: otherwise an
 * open bracket would be told only where the file ends.
 */
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private Brackets() {}

    static boolean closed(List<Token> tokens, SourceDiagnostics diagnostics) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.SIGN && OPENING.contains(token.text())) {
                open.push(token);
                if (open.size() > Limits.NESTING) {
                    diagnostics.add(
                            token.at(),
                            "More than " + Limits.NESTING
                                    + " brackets stand in each other here. Write it more simply.");
                    return false;
                }
            } else if (token.kind() == Token.Kind.SIGN && CLOSING.contains(token.text())) {
                if (open.isEmpty()
                        || CLOSING.indexOf(token.text())
                                != OPENING.indexOf(open.pop().text())) {
                    diagnostics.add(token.at(), "The bracket " + token.text() + " closes what is not open. Remove it.");
                    return false;
                }
            } else if (!open.isEmpty() && (token.is("then") || token.is("end"))) {
                return unclosed(open.pop(), "before \"" + token.text() + "\"", diagnostics);
            }
        }
        return open.isEmpty() || unclosed(open.pop(), "in this file", diagnostics);
    }

    private static boolean unclosed(Token bracket, String where, SourceDiagnostics diagnostics) {
        diagnostics.add(
                bracket.at(),
                "The bracket " + bracket.text() + " that opens here is not closed " + where + ". Close it.");
        return false;
    }
}
