package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.noteworthy.playbooks.language.Limits;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.parsing.Token.Kind;
import org.noteworthy.playbooks.language.pattern.UnicodeTable;

/** Takes the text of a rule file apart into words, texts, numbers and signs; holds every character against the limits. */
final class Scanner {
    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||", ":=", "->", "::");

    private static final Pattern RULE = Pattern.compile("(?m)^rule\\b");

    private static final Pattern BY_NUMBER = Pattern.compile("\\\\u+[0-9a-fA-F]{4}");

    private final String text;
    private final SourceDiagnostics diagnostics;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Span> comments = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    Scanner(String text, SourceDiagnostics diagnostics) {
        this.text = text;
        this.diagnostics = diagnostics;
    }

    /** The tokens, the last of which is the end; of use only if there was no diagnostic. */
    List<Token> tokens() {
        if (text.length() > Limits.FILE_CHARACTERS) {
            diagnostics.add(
                    span(0, 0),
                    "The file has " + text.length() + " characters; a rule file has at most " + Limits.FILE_CHARACTERS
                            + ". " + wayOut());
            return List.of();
        }
        checkLine();
        while (at < text.length()) {
            if (tokens.size() > Limits.TOKENS) {
                diagnostics.add(
                        span(at, at), "The file has more than " + Limits.TOKENS + " words and signs. " + wayOut());
                return List.of();
            }
            scan(text.codePointAt(at));
        }
        tokens.add(new Token(Kind.END, "", span(at, at)));
        return tokens;
    }

    private String wayOut() {
        return RULE.matcher(text).results().limit(2).count() > 1
                ? "Put the rules into several files."
                : "Say less in the rule, or write it as several, each in a file of its own.";
    }

    /** Where comments stand, in order. */
    List<Span> comments() {
        return comments;
    }

    private void scan(int character) {
        if (character == '\n') {
            at++;
            line++;
            lineStart = at;
            checkLine();
        } else if (character == ' ' || character == '\t') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            comment(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                diagnostics.add(
                        span(at, at + 2), "The comment that opens here is not closed. End it with */ or remove it.");
                at = text.length();
            } else {
                comment(end + 2);
            }
        } else if (character == '"') {
            scanText();
        } else if (letter(character)) {
            token(Kind.WORD, end(at));
        } else if (character == '$' && at + 1 < text.length() && letter(text.charAt(at + 1))) {
            token(Kind.NAME, end(at + 1));
        } else if (digit(character)) {
            token(Kind.NUMBER, end(at));
        } else if (character > ' ' && character < 0x7F) {
            LONG_SIGNS.stream()
                    .filter(sign -> text.startsWith(sign, at))
                    .findFirst()
                    .ifPresentOrElse(sign -> token(Kind.SIGN, at + sign.length()), () -> token(Kind.SIGN, at + 1));
        } else {
            stranger(character);
        }
    }

    private void checkLine() {
        int end = text.indexOf('\n', lineStart);
        if ((end < 0 ? text.length() : end) - lineStart > Limits.LINE_CHARACTERS) {
            diagnostics.add(
                    span(at, at), "The line is longer than " + Limits.LINE_CHARACTERS + " characters. Break it.");
        }
    }

    private void comment(int end) {
        comments.add(span(at, end));
        while (at < end) {
            int character = text.codePointAt(at);
            boolean byNumber =
                    character == '\\' && BY_NUMBER.matcher(text).region(at, end).lookingAt();
            if (byNumber || hidden(character) && character != '\n' && character != '\t') {
                diagnostics.add(
                        span(at, at + 1),
                        byNumber
                                ? "The comment holds a character by its number (\\u and four signs). Write the character"
                                        + " itself, or two words."
                                : "The comment holds the invisible character " + code(character) + ". Remove it.");
            }
            at += Character.charCount(character);
            if (character == '\n') {
                line++;
                lineStart = at;
                checkLine();
            }
        }
    }

    private void scanText() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            int character = text.codePointAt(end);
            if (character == '\\') {
                escape(end++);
            } else if (hidden(character)) {
                diagnostics.add(
                        span(end, end + Character.charCount(character)),
                        "The text holds the invisible character " + code(character) + ". Remove it.");
            }
            end += end < text.length() ? Character.charCount(text.codePointAt(end)) : 0;
        }
        if (end >= text.length() || text.charAt(end) == '\n') {
            diagnostics.add(span(at, at + 1), "The text that opens here is not closed on its line. End it with \".");
            at = Math.min(end, text.length());
            return;
        }
        token(Kind.TEXT, end + 1);
    }

    private void escape(int backslash) {
        char escaped = backslash + 1 < text.length() ? text.charAt(backslash + 1) : '\n';
        boolean unicode = escaped == '\\' && text.startsWith("u", backslash + 2);
        if (escaped != '"' && escaped != '\\' || unicode) {
            diagnostics.add(
                    span(backslash, backslash + 1),
                    unicode
                            ? "A text holds characters as they are, not by their number. Write the character itself."
                            : "A backslash in a text is written twice (\\\\), a quote as \\\".");
        }
    }

    private void stranger(int character) {
        String found = hidden(character)
                ? code(character)
                : new String(Character.toChars(character)) + " (" + code(character) + ")";
        String sentence;
        if (character >= 0x2018 && character <= 0x201F || character == 0xAB || character == 0xBB) {
            sentence = "Here stands the curved quote " + found + ". Write texts between straight quotes (\").";
        } else if (UnicodeTable.type(character) == Character.SPACE_SEPARATOR) {
            sentence = "Here stands a special blank, " + code(character) + ". Type a normal one.";
        } else {
            sentence = "Here stands the character " + found
                    + ". Outside of texts and comments, a rule has letters of a to z, digits and signs.";
        }
        int length = Character.charCount(character);
        diagnostics.add(span(at, at + length), sentence);
        at += length;
    }

    /** Characters that a reader does not see, or that make others stand where they are not. */
    private static boolean hidden(int character) {
        if (character >= ' ' && character < 0x7F) {
            return false; // most are, and the table takes its time to be read
        }
        return switch (UnicodeTable.type(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String code(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    private static boolean letter(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private int end(int from) {
        int end = from;
        while (end < text.length() && (letter(text.charAt(end)) || digit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private void token(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), span(at, end)));
        at = end;
    }

    private Span span(int start, int end) {
        return new Span(start, end, line, start - lineStart + 1);
    }
}
