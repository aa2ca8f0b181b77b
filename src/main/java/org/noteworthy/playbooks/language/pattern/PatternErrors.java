package org.noteworthy.playbooks.language.pattern;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says to whoever wrote a pattern what is wrong with it and what to write instead. */
final class PatternErrors {
    private static final Set<String> LOOKING = Set.of("(?=", "(?!", "(?<=", "(?<!");

    /** A count with blanks or zeros too many, or without its smaller number. */
    private static final Pattern LOOSE_COUNT = Pattern.compile("\\{\\s*(\\d*)\\s*(,?)\\s*(\\d+)?\\s*\\}");

    private PatternErrors() {}

    /** A sentence for what the compiler of patterns says of a part of the pattern. */
    static String sentence(String pattern, String fault, String part) {
        for (String looking : LOOKING) {
            if (part.startsWith(looking) || fault.equals("invalid named capture") && pattern.contains(looking)) {
                return "The pattern looks ahead or back with " + looking
                        + ", which patterns here cannot do. Say it by two conditions instead, one with matches and one with"
                        + " not matches.";
            }
        }
        return switch (fault) {
            case "invalid escape sequence" -> escape(part);
            case "invalid or unsupported Perl syntax" -> group(part);
            case "missing closing )" -> "A group of the pattern is not closed. Add its ).";
            case "missing closing ]" -> "The class that begins with " + part + " is not closed. Add its ].";
            case "regexp/syntax: internal error" ->
                "A ) of the pattern closes no group. Remove it, or write \\) for the" + " character itself.";
            case "missing argument to repetition operator" ->
                part + " has nothing before it to repeat. Remove it, or write \\" + part + " for the character itself.";
            case "invalid nested repetition operator" ->
                "Two repetitions follow each other in " + part + ". Leave one of them.";
            case "invalid repeat count" ->
                "The count " + part
                        + " is none: a part may be repeated up to 1,000 times, the smaller number stands first.";
            case "invalid character class range" ->
                part.startsWith("\\") || part.startsWith("[:")
                        ? noClass(part)
                        : "The range " + part + " runs backwards. Put its smaller end first.";
            case "trailing backslash at end of expression" ->
                "The pattern ends with a backslash that has nothing after it."
                        + " Remove it, or write \\\\ for the character itself.";
            case "invalid named capture", "duplicate capture group name" ->
                "The pattern gives a group a name that it" + " cannot have. Write the group without a name.";
            default -> "The pattern cannot be read at " + part + ". Write that part in another way.";
        };
    }

    /** A sentence for the name of a class that there is not. */
    static String noClass(String part) {
        return part
                + " is not a class of characters. There are \\d, \\w, \\s, \\p{L} for letters, \\p{Lu} for capital"
                + " letters and \\p{N} for numbers.";
    }

    /** A sentence for what means one character here and something else elsewhere. */
    static String ambiguous(String part) {
        return part
                + " does not mean the same everywhere. Write the character itself, or a backslash and its number, such as"
                + " \\x41 or \\x{1F642}.";
    }

    /** A sentence for a brace that begins no count, with the count that it most likely is meant to be. */
    static String count(String from) {
        Matcher meant = LOOSE_COUNT.matcher(from);
        if (!meant.lookingAt() || meant.group(1).isEmpty() && meant.group(3) == null) {
            return "A { of the pattern begins no count. Write {2} or {2,5} to repeat what is before it, or \\{ for the"
                    + " character itself.";
        }
        String least = meant.group(1).isEmpty() ? "0" : trimmed(meant.group(1));
        String most = meant.group(3) == null ? "" : trimmed(meant.group(3));
        return meant.group() + " is not a count. Write {" + least
                + (meant.group(2).isEmpty() ? "" : ",") + most + "}, or \\{ for the character itself.";
    }

    private static String trimmed(String digits) {
        return digits.replaceFirst("^0+(?=.)", "");
    }

    private static String escape(String part) {
        boolean back = part.length() == 2 && Character.isDigit(part.charAt(1)) || part.equals("\\k");
        return back
                ? "The pattern refers back to what a group matched, with " + part
                        + ", which patterns here cannot do. Write out what may stand there, e.g. (aa|bb)."
                : "Patterns have no " + part
                        + ". Write the characters themselves, those that mean something in patterns with a backslash.";
    }

    private static String group(String part) {
        return switch (part) {
            case "(?>" -> "Patterns have no groups that begin with (?>. Begin it with ( alone.";
            case "(?P" ->
                "The pattern refers back to what a group matched, with (?P, which patterns here cannot do. Write out"
                        + " what may stand there, e.g. (aa|bb).";
            default ->
                "Patterns have no " + part
                        + ". What may follow (? is i for any case, s for . that takes line ends too, or : for a group that is only"
                        + " a bracket.";
        };
    }
}
