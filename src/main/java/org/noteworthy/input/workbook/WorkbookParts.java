package org.noteworthy.input.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XLSX file that hold its rows: which sheets there are, the texts they share, and which cells are dates.
 *
 * <p>Apache POI opens the package and bounds what it may unpack to; the parts are walked here, so that nothing is read
 * that no note is made of.
 */
final class WorkbookParts implements Closeable {
    private static final String RELATIONSHIPS = "/relationships";

    private final XMLInputFactory factory = XMLHelper.newXMLInputFactory();
    private final OPCPackage pack;
    private final @Nullable Path copy;
    private final PackagePart workbook;
    private final CellText cellText;
    private final List<SheetPart> sheets = new ArrayList<>();
    private final DateStyles dateStyles = new DateStyles();
    private final SharedTexts texts;
    private boolean from1904;

    /** A sheet of rows, in the order of the workbook. */
    record SheetPart(String name, boolean hidden, PackagePart part) {}

    private WorkbookParts(OPCPackage pack, @Nullable Path copy, CellText cellText)
            throws IOException, InvalidFormatException, XMLStreamException {
        this.pack = pack;
        this.copy = copy;
        this.cellText = cellText;
        this.workbook = workbook(pack);
        walk(workbook, this::readWorkbook);
        PackagePart styles = related("/styles");
        if (styles != null) {
            walk(styles, dateStyles::element);
        }
        PackagePart shared = related("/sharedStrings");
        this.texts = shared == null ? SharedTexts.empty() : readTexts(shared);
    }

    /** Opens the file where there is one, else a copy of the stream in a temporary file. */
    static WorkbookParts open(InputStream in, @Nullable Path file, CellText cellText)
            throws IOException, InvalidFormatException, XMLStreamException {
        Path copy = file == null ? Files.createTempFile("noteworthy-", ".xlsx") : null;
        Path source = copy == null ? Objects.requireNonNull(file) : copy;
        OPCPackage pack = null;
        try {
            if (copy != null) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            pack = OPCPackage.open(source.toFile(), PackageAccess.READ);
            return new WorkbookParts(pack, copy, cellText);
        } catch (IOException | InvalidFormatException | XMLStreamException | RuntimeException e) {
            if (pack != null) {
                pack.revert();
            }
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
            throw e;
        }
    }

    private static PackagePart workbook(OPCPackage pack) throws IOException {
        for (String type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            PackageRelationship relation = pack.getRelationshipsByType(type).getRelationship(0);
            PackagePart part = relation == null ? null : pack.getPart(relation);
            if (part != null) {
                return part;
            }
        }
        throw new NoSuchFileException("workbook.xml");
    }

    /** The sheets of rows, hidden ones too. */
    List<SheetPart> sheets() {
        return List.copyOf(sheets);
    }

    /** The rows of a sheet, from its beginning; {@code days} are the columns that hold days. */
    SheetRows rows(SheetPart sheet, BitSet days) throws IOException, XMLStreamException {
        InputStream in = sheet.part().getInputStream();
        return new SheetRows(factory.createXMLStreamReader(in), in, this, days);
    }

    /** How texts of cells are read. */
    CellText cellText() {
        return cellText;
    }

    /** The shared text of that number, if there is one. */
    Optional<String> text(int index) throws IOException {
        return texts.get(index);
    }

    /** Whether numbers in cells of that style are days. */
    boolean isDate(int style) {
        return dateStyles.isDate(style);
    }

    /** Whether its days count from 1904, as old spreadsheets of another platform did. */
    boolean from1904() {
        return from1904;
    }

    private @Nullable PackagePart related(String kind) throws InvalidFormatException {
        for (PackageRelationship relation : workbook.getRelationships()) {
            if (relation.getRelationshipType().endsWith(RELATIONSHIPS + kind)) {
                return workbook.getRelatedPart(relation);
            }
        }
        return null;
    }

    /** Takes what stands in a part of the workbook. */
    @FunctionalInterface
    private interface Walk {
        void element(XMLStreamReader xml) throws InvalidFormatException;
    }

    private void walk(PackagePart part, Walk walk) throws IOException, InvalidFormatException, XMLStreamException {
        try (InputStream in = part.getInputStream()) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    walk.element(xml);
                }
            }
        }
    }

    private void readWorkbook(XMLStreamReader xml) throws InvalidFormatException {
        if (xml.getLocalName().equals("workbookPr")) {
            String since = xml.getAttributeValue(null, "date1904");
            from1904 = "1".equals(since) || "true".equals(since);
        } else if (xml.getLocalName().equals("sheet")) {
            PackageRelationship relation = relation(xml);
            PackagePart part = relation == null ? null : workbook.getRelatedPart(relation);
            if (relation != null
                    && part != null
                    && relation.getRelationshipType().endsWith(RELATIONSHIPS + "/worksheet")) {
                String name = xml.getAttributeValue(null, "name");
                String state = xml.getAttributeValue(null, "state");
                sheets.add(new SheetPart(
                        name == null ? "" : CellText.unescaped(name), state != null && !state.equals("visible"), part));
            }
        }
    }

    private @Nullable PackageRelationship relation(XMLStreamReader xml) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            String space = xml.getAttributeNamespace(at);
            if (xml.getAttributeLocalName(at).equals("id") && space != null && space.endsWith(RELATIONSHIPS)) {
                return workbook.getRelationship(xml.getAttributeValue(at));
            }
        }
        return null;
    }

    /** The attribute as a number; -1 where it is none. */
    static int number(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        try {
            return value == null ? -1 : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private SharedTexts readTexts(PackagePart part) throws IOException, XMLStreamException {
        try (InputStream in = part.getInputStream()) {
            return SharedTexts.read(factory.createXMLStreamReader(in), cellText);
        }
    }

    @Override
    public void close() throws IOException {
        texts.close();
        pack.revert();
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
