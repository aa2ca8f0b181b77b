package org.noteworthy.input.workbook;

import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.apache.poi.EmptyFileException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.input.UnreadableInputException;

/** Why a workbook can not be read, from what the library threw. */
final class BrokenWorkbook {
    private BrokenWorkbook() {}

    static UnreadableInputException because(String name, Exception thrown) {
        if (thrown instanceof EmptyFileException) {
            return UnreadableInputException.empty(
                    name,
                    "this file is empty; a workbook takes a header row with a column \"text\" on its first sheet.");
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) {
                return new UnreadableInputException(name, sentence, thrown);
            }
        }
        return new UnreadableInputException(
                name,
                "this workbook is broken. Open it in a spreadsheet program and save it again, or save the sheet as CSV "
                        + "UTF-8.",
                thrown);
    }

    private static @Nullable String sentence(Throwable cause) {
        if (cause instanceof OLE2NotOfficeXmlFileException) {
            return "this is an .xls workbook or one with a password; save it as .xlsx without one.";
        }
        if (cause instanceof NotOfficeXmlFileException) {
            return "this is not a workbook, whatever its name says; an .xlsx file is a zip archive, and this is none.";
        }
        if (cause instanceof NoSuchFileException) {
            return "this workbook has no sheet.";
        }
        if (cause instanceof SharedTexts.TooMuchText) {
            return "this workbook holds more text than 500 million characters; it was not read. Save the sheet as CSV"
                    + " UTF-8, in parts.";
        }
        String message = cause.getMessage();
        if (message != null && message.toLowerCase(Locale.ROOT).contains("zip bomb")) {
            return "this workbook would unpack to more than a hundred times its size, as a zip bomb does; it was not "
                    + "read. If it is a real one, save the sheet as CSV UTF-8.";
        }
        return null;
    }
}
