package org.noteworthy.playbooks.language.parsing;

import java.text.Normalizer;
import org.noteworthy.playbooks.language.Span;

/** One word, text, number or sign of a rule file, as it is written there. */
record Token(Kind kind, String text, Span at) {
    enum Kind {
        /** Letters of a to z, digits and underscores. */
        WORD,
        /** A word after a dollar sign, which stands for a fact. */
        NAME,
        /** A text with its quotes. */
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    /** As an error quotes it. */
    String shown() {
        return kind == Kind.END ? "the end of the file" : "\"" + (kind == Kind.TEXT ? content() : text) + "\"";
    }

    /** What a text says between its quotes, its letters composed as those of notes are. */
    String content() {
        StringBuilder content = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            }
            content.append(text.charAt(i));
        }
        return Normalizer.normalize(content, Normalizer.Form.NFC);
    }
}
