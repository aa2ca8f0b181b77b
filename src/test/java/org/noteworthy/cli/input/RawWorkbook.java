package org.noteworthy.cli.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, as programs do that are not known to any library. */
final class RawWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private final List<String> sheets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final StringBuilder texts = new StringBuilder();
    private String properties = "<workbookPr/>";

    /** A sheet of those rows; {@code attributes} such as {@code state="hidden"} may follow its name. */
    RawWorkbook sheet(String name, String attributes, String... rows) {
        names.add("name=\"" + name + "\" " + attributes);
        sheets.add(String.join("", rows));
        return this;
    }

    /** The only sheet. */
    static RawWorkbook of(String... rows) {
        return new RawWorkbook().sheet("Notes", "", rows);
    }

    /** What stands in the next shared string. */
    RawWorkbook text(String content) {
        texts.append("<si>").append(content).append("</si>");
        return this;
    }

    /** Counts days from 1904. */
    RawWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** A row whose cells are those elements. */
    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** A row of texts. */
    static String texts(int number, String... contents) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String content : contents) {
            row.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(content)
                    .append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    Path write(Path file) throws IOException {
        StringBuilder listed = new StringBuilder();
        StringBuilder related = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            listed.append("<sheet ").append(names.get(i - 1)).append(" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
            related.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
            types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
        }
        related.append(relation("rIdS", "styles", "styles.xml")).append(relation("rIdT", "sharedStrings", "texts.xml"));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + type("/xl/workbook.xml", "sheet.main") + type("/xl/styles.xml", "styles")
                            + type("/xl/texts.xml", "sharedStrings") + types + "</Types>");
            part(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>" + listed
                            + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relations(related.toString()));
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"170\""
                            + " formatCode=\"dd/mm/yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs>"
                            + "</styleSheet>");
            part(zip, "xl/texts.xml", "<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>");
            for (int i = 1; i <= sheets.size(); i++) {
                part(
                        zip,
                        "xl/worksheets/sheet" + i + ".xml",
                        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheets.get(i - 1)
                                + "</sheetData></worksheet>");
            }
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }
}
