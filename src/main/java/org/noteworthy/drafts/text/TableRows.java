package org.noteworthy.drafts.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A table for showing it as a grid.
 *
 * @param columns their names, without blanks around them
 * @param rows without the header, and without those whose cells are all blank, which say nothing
 */
public record TableRows(List<String> columns, List<Row> rows) {
    private static final int BYTES_OF_HASH = 8;

    public TableRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row; it may have fewer or more cells than there are columns, which lint tells of.
     *
     * @param number from 1
     * @param line of the file at which it begins, from 1
     * @param cells as they are, with blanks around them; their line breaks are line feeds
     * @param hash of the cells, by which an operation says which row it means
     */
    public record Row(int number, int line, List<String> cells, String hash) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Reads a table as the product does; refuses what is no table, or larger than an edition may have. */
    public static TableRows read(byte[] csv) {
        TableText table = TableText.of(csv);
        MessageDigest sha256 = sha256();
        List<Row> rows = new ArrayList<>();
        for (TableLine line : table.rows()) {
            List<String> cells = line.texts();
            rows.add(new Row(rows.size() + 1, line.line(), cells, hash(cells, sha256)));
        }
        return new TableRows(table.columns(), rows);
    }

    /** The hash of a row that has these cells: 16 hexadecimal digits. */
    public static String hash(List<String> cells) {
        return hash(cells, sha256());
    }

    private static String hash(List<String> cells, MessageDigest sha256) {
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, BYTES_OF_HASH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
