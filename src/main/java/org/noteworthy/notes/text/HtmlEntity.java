package org.noteworthy.notes.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sign written by its name or its number between an ampersand and a semicolon: those that editors write into notes.
 *
 * @param sign what it stands for
 * @param end exclusive end of it
 */
public record HtmlEntity(String sign, int end) {
    private static final int LONGEST = 10;

    /** Names of the signs from U+00A0 on, in their order (HTML 4.01, character entity references for ISO 8859-1). */
    private static final String LATIN =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg"
                    + " plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute"
                    + " Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve"
                    + " Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc"
                    + " atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
                    + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final String OTHERS =
            "quot \" amp & lt < gt > apos ' ndash \u2013 mdash \u2014 lsquo \u2018 rsquo \u2019"
                    + " sbquo \u201A ldquo \u201C rdquo \u201D bdquo \u201E bull \u2022 hellip \u2026 euro \u20AC trade \u2122"
                    + " lsaquo \u2039 rsaquo \u203A rarr \u2192 larr \u2190 ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200C"
                    + " zwj \u200D";

    private static final Map<String, String> SIGNS = new HashMap<>();

    static {
        int sign = 0xA0;
        for (String name : LATIN.split(" ", -1)) {
            SIGNS.put(name, String.valueOf((char) sign++));
        }
        String[] others = OTHERS.split(" ", -1);
        for (int i = 0; i < others.length; i += 2) {
            SIGNS.put(others[i], others[i + 1]);
        }
    }

    /** The entity that begins at {@code at}, where an ampersand stands; null if it is only that sign. */
    static @Nullable public HtmlEntity at(String text, int at) {
        int limit = Math.min(text.length(), at + LONGEST);
        int end = at + 1;
        while (end < limit && text.charAt(end) != ';') {
            end++;
        }
        if (end == limit) {
            return null;
        }
        String name = text.substring(at + 1, end);
        String sign = name.startsWith("#") ? numbered(name.substring(1)) : SIGNS.get(name);
        return sign == null ? null : new HtmlEntity(sign, end + 1);
    }

    private static @Nullable String numbered(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        int radix = hex ? 16 : 10;
        int point = 0;
        String digits = hex ? number.substring(1) : number;
        for (int i = 0; i < digits.length(); i++) {
            char unit = digits.charAt(i);
            int digit = unit < 128 ? Character.digit(unit, radix) : -1;
            if (digit < 0) {
                return null;
            }
            point = point * radix + digit;
        }
        boolean seen = point == '\t' || point == '\n' || point >= ' ' && Character.isValidCodePoint(point);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return digits.isEmpty() || !seen || half ? null : Character.toString(point);
    }
}
