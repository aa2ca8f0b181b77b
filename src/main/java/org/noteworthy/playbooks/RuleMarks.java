package org.noteworthy.playbooks;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks whether the quotes and brackets of a rule file are closed, before a parser sees it: a parser tells of an open
 * bracket only where the file ends.
 */
final class RuleMarks {
    private final String file;
    private final String text;
    private final Flaws flaws;
    private final Deque<Integer> open = new ArrayDeque<>();

    private RuleMarks(String file, String text, Flaws flaws) {
        this.file = file;
        this.text = text;
        this.flaws = flaws;
    }

    static boolean balanced(String file, String text, Flaws flaws) {
        return new RuleMarks(file, text, flaws).balanced();
    }

    private boolean balanced() {
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (text.startsWith("//", at)) {
                at = end("\n", at);
            } else if (text.startsWith("/*", at)) {
                at = end("*/", at);
            } else if (unit == '"' || unit == '\'') {
                int close = closing(unit, at);
                if (close < 0) {
                    return flaw(at, "The text that opens here is not closed on its line. End it with " + unit + ".");
                }
                at = close + 1;
            } else if (unit == '(' || unit == '[' || unit == '{') {
                open.push(at++);
            } else if (unit == ')' || unit == ']' || unit == '}') {
                if (open.isEmpty()) {
                    return flaw(at, "The bracket " + unit + " closes what is not open. Remove it.");
                }
                open.pop();
                at++;
            } else if (Character.isJavaIdentifierStart(unit)) {
                int end = at;
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(at, end);
                if (!open.isEmpty() && (word.equals("then") || word.equals("end"))) {
                    return unclosed("before \"" + word + "\"");
                }
                at = end;
            } else {
                at++;
            }
        }
        return open.isEmpty() || unclosed("in this file");
    }

    private boolean unclosed(String where) {
        int at = open.pop();
        return flaw(at, "The bracket " + text.charAt(at) + " that opens here is not closed " + where + ". Close it.");
    }

    private int closing(char quote, int from) {
        for (int at = from + 1; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at;
            }
        }
        return -1;
    }

    private int end(String mark, int from) {
        int at = text.indexOf(mark, from + 2);
        return at < 0 ? text.length() : at + mark.length();
    }

    private boolean flaw(int at, String sentence) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        flaws.add(file, line, at - text.lastIndexOf('\n', at - 1), sentence);
        return false;
    }
}
