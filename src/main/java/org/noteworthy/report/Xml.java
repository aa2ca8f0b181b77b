package org.noteworthy.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.noteworthy.notes.text.Characters;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * A part of an XML document in the making, which may hold any text; a character that XML 1.0 cannot carry becomes U+FFFD.
 *
 * <p>It is written by the JDK's serializer and not by its {@code XMLStreamWriter}, which loses the line breaks of
 * attributes.
 */
final class Xml {
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final String REPLACEMENT = Character.toString(Characters.REPLACEMENT);
    private static final String LINE_END = "{http://xml.apache.org/xalan}line-separator";

    private final TransformerHandler document;

    /** An attribute, with its value as it is. */
    record Attribute(String name, String value) {}

    private interface Step {
        void take() throws SAXException;
    }

    Xml(OutputStream out) throws IOException {
        try {
            SAXTransformerFactory factory = (SAXTransformerFactory) SAXTransformerFactory.newDefaultInstance();
            document = factory.newTransformerHandler();
        } catch (TransformerConfigurationException e) {
            throw new IllegalStateException("The JDK writes XML", e);
        }
        document.getTransformer().setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        document.getTransformer().setOutputProperty(LINE_END, "\n");
        document.setResult(new StreamResult(out));
        step(document::startDocument);
    }

    /** Opens an element; what follows stands within it. */
    Xml open(String name, List<Attribute> attributes) throws IOException {
        AttributesImpl all = new AttributesImpl();
        attributes.forEach(
                each -> all.addAttribute(XMLConstants.NULL_NS_URI, each.name, each.name, "CDATA", allowed(each.value)));
        return step(() -> document.startElement(XMLConstants.NULL_NS_URI, name, name, all));
    }

    /** Any text, with its line breaks. */
    Xml text(String text) throws IOException {
        char[] allowed = allowed(text).toCharArray();
        return step(() -> document.characters(allowed, 0, allowed.length));
    }

    /** Closes the element that was opened last. */
    Xml close(String name) throws IOException {
        return step(() -> document.endElement(XMLConstants.NULL_NS_URI, name, name));
    }

    /** Hands on all that was written. */
    void end() throws IOException {
        step(document::endDocument);
    }

    private static String allowed(String text) {
        return FORBIDDEN.matcher(text).replaceAll(REPLACEMENT);
    }

    private Xml step(Step step) throws IOException {
        try {
            step.take();
            return this;
        } catch (SAXException e) {
            throw e.getException() instanceof IOException cause ? cause : new IOException(e);
        }
    }
}
