#!/usr/bin/env bash
# Library: org.dhatim:fastexcel-reader 0.20.2 (for comparison: org.apache.poi:poi-ooxml 5.5.1).
# Expected: a cell <c t="d"><v>2020-04-20</v></c> is read, as a date or at least as its text. "d", a date written as in
#   ISO 8601, is a cell type of ECMA-376 part 1, 18.18.11 (ST_CellType), from the second edition on; the namespace used
#   here is the one of that edition. Writers make such cells: openpyxl does with iso_dates=True. (Later editions give
#   these dates to the Strict form with a namespace of its own; neither library reads that form at all.)
# What happens: the first such cell ends the reading of the sheet with IllegalStateException; the cells and rows after
#   it are out of reach. POI's event model hands all cells over. POI's usermodel opens the file and reads the other
#   cells, yet asking this one cell for its type raises XMLBeans' XmlValueOutOfRangeException.
# Why it matters: one date in one row hides the rest of a sheet that is fine otherwise, and the message does not name
#   the cell. Who reads files of unknown origin needs a plan for that: catch it, and say which sheet could not be read.
set -eu
fast=${1:-0.20.2} poi=5.5.1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>$fast</version></dependency>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>$poi</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib \
    > mvn.log 2>&1 || { cat mvn.log >&2; exit 2; }

cat > Main.java <<'JAVA'
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.*;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.*;
import org.apache.poi.ss.usermodel.*;
import org.apache.poi.xssf.eventusermodel.*;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.*;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.xml.sax.*;

public class Main {
    public static void main(String[] args) throws Exception {
        File file = new File("date.xlsx");
        write(file);
        fastexcel(file);
        eventModel(file);
        usermodel(file);
    }

    static void write(File file) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String pack = "http://schemas.openxmlformats.org/package/2006/";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(file))) {
            part(zip, "[Content_Types].xml", "<Types xmlns='" + pack + "content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='" + type + "sheet.main+xml'/>"
                + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + type + "worksheet+xml'/></Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns='" + pack + "relationships'><Relationship Id='rId1' Type='"
                + rel + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns='" + main + "' xmlns:r='" + rel
                + "'><sheets><sheet name='Notes' sheetId='1' r:id='rId1'/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns='" + pack + "relationships'>"
                + "<Relationship Id='rId1' Type='" + rel + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns='" + main + "'><sheetData>"
                + "<row r='1'><c r='A1'><v>1</v></c></row>"
                + "<row r='2'><c r='A2' t='d'><v>2020-04-20</v></c></row>"
                + "<row r='3'><c r='A3'><v>3</v></c></row></sheetData></worksheet>");
        }
    }

    static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version='1.0' encoding='UTF-8'?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static void fastexcel(File file) {
        try (ReadableWorkbook book = new ReadableWorkbook(file);
                Stream<org.dhatim.fastexcel.reader.Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(cell -> say("fastexcel", cell.getAddress() + " " + cell.getRawValue())));
        } catch (Exception e) {
            say("fastexcel", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    static void eventModel(File file) {
        try (OPCPackage pack = OPCPackage.open(file, PackageAccess.READ);
                InputStream sheet = new XSSFReader(pack).getSheetsData().next()) {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(new XSSFSheetXMLHandler(new StylesTable(), null, null,
                new XSSFSheetXMLHandler.SheetContentsHandler() {
                    public void startRow(int row) { }
                    public void endRow(int row) { }
                    public void cell(String address, String value, XSSFComment comment) {
                        say("POI events", address + " " + value);
                    }
                }, new DataFormatter(), false));
            reader.parse(new InputSource(sheet));
        } catch (Exception e) {
            say("POI events", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    static void usermodel(File file) throws IOException {
        try (InputStream in = new FileInputStream(file); Workbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    try {
                        say("POI usermodel", cell.getAddress() + " " + cell.getCellType());
                    } catch (RuntimeException e) {
                        say("POI usermodel", cell.getAddress() + " " + e.getClass().getSimpleName());
                    }
                }
            }
        }
    }

    static void say(String library, String text) {
        System.out.println(library + ": " + text);
    }
}
JAVA
javac -cp 'lib/*' -d . Main.java || exit 2
java -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory -cp '.:lib/*' Main > seen || exit 2

cat > described <<'TEXT'
fastexcel: A1 1
fastexcel: IllegalStateException: Unknown cell type : d
POI events: A1 1
POI events: A2 2020-04-20
POI events: A3 3
POI usermodel: A1 NUMERIC
POI usermodel: A2 XmlValueOutOfRangeException
POI usermodel: A3 NUMERIC
TEXT
echo "fastexcel-reader $fast, poi-ooxml $poi"
cat seen
if diff described seen > difference; then echo "Still as described."; exit 0; fi
echo "Changed (< described, > seen):"
cat difference
exit 1
