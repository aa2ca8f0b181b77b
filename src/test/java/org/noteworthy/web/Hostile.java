package org.noteworthy.web;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts that do something where they are taken for more than text. */
enum Hostile {
    MARKUP("<b id=hostile>bold</b><img src=x onerror=window.hit=1><script>window.hit=1</script>"),
    TEMPLATE("{inject} {{7*7}} ${window.hit=1} #{7*7} <%= 7*7 %>"),
    QUOTE("x' onclick='window.hit=1' y"),
    TERMINAL("\u001b[31mred\u001b[0m \u0007bell"),
    DIRECTION("left\u202eright\u2066 isolated");

    /** Where the pictures of control letters begin. */
    private static final int PICTURES = 0x2400;

    private final String text;

    Hostile(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The text as it is seen: each letter that is not seen by its number, or by its picture where it is edited. */
    Pattern seen() {
        return Pattern.compile(text.codePoints()
                .mapToObj(each -> isSeen(each)
                        ? Character.toString(each).replaceAll("[^\\w ]", "\\\\$0")
                        : "(\\[U\\+%1$04X\\]|‹U\\+%1$04X›|%2$s)"
                                .formatted(
                                        each, Character.isISOControl(each) ? Character.toString(PICTURES + each) : "•"))
                .collect(Collectors.joining()));
    }

    private static boolean isSeen(int letter) {
        return !Character.isISOControl(letter) && Character.getType(letter) != Character.FORMAT;
    }

    /** Whether it may be a name, or a title. */
    boolean isOneLineOfLetters() {
        return text.codePoints().allMatch(Hostile::isSeen);
    }
}
