package org.noteworthy.input.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks at CSV before and after the parser: which delimiter it has, and where in a broken row the quotes went wrong. */
final class CsvShape {
    private static final Pattern HINT = Pattern.compile("sep=([,;|\t])", Pattern.CASE_INSENSITIVE);

    private CsvShape() {}

    /** The delimiter that a first line such as {@code sep=;} names, as spreadsheet programs write and read it. */
    static Optional<Character> hint(String head) {
        Matcher hint = HINT.matcher(head.lines().findFirst().orElse(""));
        return hint.matches() ? Optional.of(hint.group(1).charAt(0)) : Optional.empty();
    }

    /** The comma, semicolon or tab that stands most often in the first line, outside quotes; a comma where none does. */
    static char delimiter(String head) {
        int[] counts = new int[3];
        String delimiters = ",;\t";
        boolean quoted = false;
        boolean any = false;
        for (int at = 0; at < head.length(); at++) {
            char character = head.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == '\n' || character == '\r')) {
                if (any) {
                    break;
                }
            } else if (!quoted && delimiters.indexOf(character) >= 0) {
                counts[delimiters.indexOf(character)]++;
            }
            any |= !Character.isWhitespace(character);
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return delimiters.charAt(counts[2] > counts[most] ? 2 : most);
    }

    /** What begins with that line, from 1; everything for 0. */
    static String fromLine(String head, int line) {
        return line <= 1 ? head : head.lines().skip(line - 1L).collect(Collectors.joining("\n"));
    }

    /** Whether a blank follows every delimiter of the first line. */
    static boolean spaced(String head, char delimiter) {
        String line = head.strip().lines().findFirst().orElse("");
        int at = line.indexOf(delimiter);
        boolean spaced = at >= 0;
        for (; at >= 0 && spaced; at = line.indexOf(delimiter, at + 1)) {
            spaced = line.startsWith(" ", at + 1);
        }
        return spaced;
    }

    /**
     * A quote that does not close its cell.
     *
     * @param column of the cell, from 0
     * @param lines line ends between the row's start and the quote
     * @param position of the quote in its line, from 1
     * @param backslash whether a backslash stands before the quote that closes it too early
     */
    record OpenQuote(int column, int lines, int position, boolean backslash) {}

    /** The quote in a row that is not closed or is closed before its cell ends. */
    static Optional<OpenQuote> openQuote(String row, char delimiter) {
        int column = 0;
        int lines = 0;
        int lineStart = 0;
        boolean cellStart = true;
        for (int at = 0; at < row.length(); at++) {
            char character = row.charAt(at);
            if (cellStart && character == '"') {
                int close = closing(row, at + 1);
                int after = close < 0 ? -1 : afterBlanks(row, close + 1, delimiter);
                if (close < 0 || (after < row.length() && !endsCell(row.charAt(after), delimiter))) {
                    return Optional.of(new OpenQuote(
                            column, lines, at - lineStart + 1, close > 0 && row.charAt(close - 1) == '\\'));
                }
                for (int inside = at + 1; inside < close; inside++) {
                    if (isLineEnd(row, inside)) {
                        lines++;
                        lineStart = inside + 1;
                    }
                }
                at = close;
                cellStart = false;
            } else if (character == delimiter) {
                column++;
                cellStart = true;
            } else if (character == '\n' || character == '\r') {
                return Optional.empty();
            } else if (!isBlank(character)) {
                cellStart = false;
            }
        }
        return Optional.empty();
    }

    private static int afterBlanks(String row, int from, char delimiter) {
        int at = from;
        while (at < row.length() && isBlank(row.charAt(at)) && !endsCell(row.charAt(at), delimiter)) {
            at++;
        }
        return at;
    }

    /** Whether the parser takes no notice of it around quotes. */
    private static boolean isBlank(char character) {
        return character <= ' ';
    }

    private static int closing(String row, int from) {
        for (int at = from; at < row.length(); at++) {
            if (row.charAt(at) == '"') {
                if (at + 1 == row.length() || row.charAt(at + 1) != '"') {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    private static boolean endsCell(char character, char delimiter) {
        return character == delimiter || character == '\n' || character == '\r';
    }

    private static boolean isLineEnd(String text, int at) {
        return text.charAt(at) == '\n'
                || (text.charAt(at) == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
    }
}
