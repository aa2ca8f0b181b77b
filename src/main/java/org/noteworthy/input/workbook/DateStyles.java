package org.noteworthy.input.workbook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which styles of a workbook's cells make a day of a number, from the elements of its styles, one after the other. */
final class DateStyles {
    private static final int MOST = 100_000;

    private final Map<Integer, String> ownFormats = new HashMap<>();
    private final BitSet dates = new BitSet();
    private boolean ofCells;
    private int read;

    /** Takes the next element. */
    void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "numFmt" -> {
                String format = xml.getAttributeValue(null, "formatCode");
                if (ownFormats.size() < MOST) {
                    ownFormats.putIfAbsent(WorkbookParts.number(xml, "numFmtId"), format == null ? "" : format);
                }
            }
            case "cellXfs" -> ofCells = true;
            case "cellStyleXfs", "cellStyles", "dxfs" -> ofCells = false;
            case "xf" -> {
                if (ofCells && read < MOST) {
                    int format = WorkbookParts.number(xml, "numFmtId");
                    dates.set(read++, DateUtil.isADateFormat(format, ownFormats.get(format)));
                }
            }
            default -> {}
        }
    }

    /** Whether numbers in cells of that style, from 0, are days. */
    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
