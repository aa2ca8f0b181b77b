#!/usr/bin/env bash
# Library: org.apache.poi:poi-ooxml 5.5.1, event model (XSSFReader with XSSFSheetXMLHandler).
# Expected: the escape _x000D_, a carriage return, is undone wherever a cell holds text. The text of a shared string, of
#   an inline string and of the value <v> of a cell are all of the type ST_Xstring (ECMA-376 part 1, 18.3.1.96 for <v>,
#   22.9.2.19 for the type), and that type is where the escape _xHHHH_ is laid down, with digits of either case.
# What happens: the handler is given shared strings and inline strings decoded, but the text result of a formula
#   (t="str") with the escape still in it, in upper and in lower case, and a literal underscore as _x005F_. POI's
#   usermodel decodes all three kinds, so the two ways to read one file with one library do not agree.
# Why it matters: text that is put together by a formula from cells with line breaks differs from the same text typed
#   in: searching, comparing or showing it finds seven odd characters in place of a line break.
set -eu
poi=${1:-5.5.1}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>$poi</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib \
    > mvn.log 2>&1 || { cat mvn.log >&2; exit 2; }

cat > Main.java <<'JAVA'
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.zip.*;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.*;
import org.apache.poi.ss.usermodel.*;
import org.apache.poi.xssf.eventusermodel.*;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.*;
import org.xml.sax.*;

public class Main {
    static final String[] TEXTS = {"a_x000D_b", "a_x000d_b", "_x005F_x000D_"};

    public static void main(String[] args) throws Exception {
        File file = new File("escapes.xlsx");
        write(file);
        try (OPCPackage pack = OPCPackage.open(file, PackageAccess.READ);
                InputStream sheet = new XSSFReader(pack).getSheetsData().next()) {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(new XSSFSheetXMLHandler(new StylesTable(), null,
                new ReadOnlySharedStringsTable(pack), new XSSFSheetXMLHandler.SheetContentsHandler() {
                    public void startRow(int row) { }
                    public void endRow(int row) { }
                    public void cell(String address, String value, XSSFComment comment) {
                        say("events", address, value);
                    }
                }, new DataFormatter(), false));
            reader.parse(new InputSource(sheet));
        }
        try (InputStream in = new FileInputStream(file); Workbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    say("usermodel", cell.getAddress().toString(), cell.getStringCellValue());
                }
            }
        }
    }

    static void say(String model, String address, String value) {
        String kind = address.startsWith("A") ? "shared string" : address.startsWith("B") ? "inline string" : "formula text";
        System.out.println(model + ": " + address + " " + kind + " of " + TEXTS[address.charAt(1) - '1'] + " is "
            + value.replace("\r", "<CR>"));
    }

    static void write(File file) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String pack = "http://schemas.openxmlformats.org/package/2006/";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder rows = new StringBuilder();
        StringBuilder shared = new StringBuilder();
        for (int i = 0; i < TEXTS.length; i++) {
            int row = i + 1;
            shared.append("<si><t>" + TEXTS[i] + "</t></si>");
            rows.append("<row r='" + row + "'><c r='A" + row + "' t='s'><v>" + i + "</v></c>"
                + "<c r='B" + row + "' t='inlineStr'><is><t>" + TEXTS[i] + "</t></is></c>"
                + "<c r='C" + row + "' t='str'><f>A" + row + "</f><v>" + TEXTS[i] + "</v></c></row>");
        }
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(file))) {
            part(zip, "[Content_Types].xml", "<Types xmlns='" + pack + "content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='" + type + "sheet.main+xml'/>"
                + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + type + "sharedStrings+xml'/>"
                + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + type + "worksheet+xml'/></Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns='" + pack + "relationships'><Relationship Id='rId1' Type='"
                + rel + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns='" + main + "' xmlns:r='" + rel
                + "'><sheets><sheet name='Notes' sheetId='1' r:id='rId1'/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns='" + pack + "relationships'>"
                + "<Relationship Id='rId1' Type='" + rel + "/worksheet' Target='worksheets/sheet1.xml'/>"
                + "<Relationship Id='rId2' Type='" + rel + "/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
            part(zip, "xl/sharedStrings.xml", "<sst xmlns='" + main + "'>" + shared + "</sst>");
            part(zip, "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>");
        }
    }

    static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version='1.0' encoding='UTF-8'?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
JAVA
javac -cp 'lib/*' -d . Main.java || exit 2
java -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory -cp '.:lib/*' Main > seen || exit 2

cat > described <<'TEXT'
events: A1 shared string of a_x000D_b is a<CR>b
events: B1 inline string of a_x000D_b is a<CR>b
events: C1 formula text of a_x000D_b is a_x000D_b
events: A2 shared string of a_x000d_b is a<CR>b
events: B2 inline string of a_x000d_b is a<CR>b
events: C2 formula text of a_x000d_b is a_x000d_b
events: A3 shared string of _x005F_x000D_ is _x000D_
events: B3 inline string of _x005F_x000D_ is _x000D_
events: C3 formula text of _x005F_x000D_ is _x005F_x000D_
usermodel: A1 shared string of a_x000D_b is a<CR>b
usermodel: B1 inline string of a_x000D_b is a<CR>b
usermodel: C1 formula text of a_x000D_b is a<CR>b
usermodel: A2 shared string of a_x000d_b is a<CR>b
usermodel: B2 inline string of a_x000d_b is a<CR>b
usermodel: C2 formula text of a_x000d_b is a<CR>b
usermodel: A3 shared string of _x005F_x000D_ is _x000D_
usermodel: B3 inline string of _x005F_x000D_ is _x000D_
usermodel: C3 formula text of _x005F_x000D_ is _x000D_
TEXT
echo "poi-ooxml $poi"
cat seen
if diff described seen > difference; then echo "Still as described."; exit 0; fi
echo "Changed (< described, > seen):"
cat difference
exit 1
