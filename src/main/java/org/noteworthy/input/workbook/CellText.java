package org.noteworthy.input.workbook;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.noteworthy.input.RecordLimits;

/** The text that stands in an element of a workbook, up to a length beyond which a note is refused anyway. */
final class CellText {
    private static final int ESCAPE = "_x000D_".length();

    private final int most;

    private CellText(int most) {
        this.most = most;
    }

    /** Texts up to those limits, and so much more that what is over them shows, even where every character is escaped. */
    static CellText upTo(RecordLimits limits) {
        return new CellText((int) Math.min(Integer.MAX_VALUE, ESCAPE * (limits.textBytes() + 1L)));
    }

    /** All that stands in the element at hand; the reader is at its end then. */
    String plain(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (isText(event)) {
                append(text, xml);
            }
        }
        return text.toString();
    }

    /**
     * The runs of the shared or inline string at hand, escaped as they stand and without its phonetic guide; the reader is
     * at its end then.
     */
    String rich(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int guide = 0;
        boolean inText = false;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("rPh") && guide == 0) {
                    guide = depth;
                }
                inText = guide == 0 && xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                guide = guide == depth ? 0 : guide;
                inText = false;
                depth--;
            } else if (inText && isText(event)) {
                append(text, xml);
            }
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private void append(StringBuilder text, XMLStreamReader xml) {
        int room = Math.min(most - text.length(), xml.getTextLength());
        if (room > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), room);
        }
    }

    /**
     * The text with each {@code _x000D_} as the character that it stands for. One pass: what an escaped underscore
     * ({@code _x005F_}) opens is no escape.
     */
    static String unescaped(String text) {
        int from = escape(text, 0);
        if (from < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        for (int at = from; at >= 0; at = escape(text, done)) {
            plain.append(text, done, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
            done = at + ESCAPE;
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static int escape(String text, int from) {
        for (int at = text.indexOf("_x", from);
                at >= 0 && at + ESCAPE <= text.length();
                at = text.indexOf("_x", at + 1)) {
            if (text.charAt(at + 6) == '_' && isHex(text, at + 2, at + 6)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isHex(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char digit = text.charAt(at);
            boolean hex = digit >= '0' && digit <= '9' || digit >= 'A' && digit <= 'F' || digit >= 'a' && digit <= 'f';
            if (!hex) {
                return false;
            }
        }
        return true;
    }
}
