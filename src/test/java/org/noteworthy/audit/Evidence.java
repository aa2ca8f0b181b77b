package org.noteworthy.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.Sql;

/** An audit log in the hands of somebody who may do anything to it: its pages with their lines, its checkpoints, what was pruned. */
public final class Evidence {
    final String chain;
    public final List<PageHead> heads = new ArrayList<>();
    public final List<List<String>> pages = new ArrayList<>();
    public final List<Checkpoint> checkpoints = new ArrayList<>();
    public final List<PrunedRange> pruned = new ArrayList<>();

    private Evidence(String chain) {
        this.chain = chain;
    }

    public static Evidence of(AuditDatabase database, String chain) {
        Evidence evidence = new Evidence(chain);
        return database.with(connection -> {
            AuditDao dao = new AuditDao(connection);
            for (PageHead head : dao.pages(chain, 0, Integer.MAX_VALUE)) {
                evidence.heads.add(head);
                try {
                    byte[] lines = Packing.unpack(dao.parts(chain, head.firstSeq()));
                    evidence.pages.add(new ArrayList<>(
                            new String(lines, StandardCharsets.UTF_8).lines().toList()));
                } catch (Packing.SpoiltException e) {
                    throw new IllegalStateException(e);
                }
            }
            evidence.checkpoints.addAll(dao.checkpoints(chain));
            evidence.pruned.addAll(dao.pruned(chain));
            return evidence;
        });
    }

    public Evidence copy() {
        Evidence copy = new Evidence(chain);
        copy.heads.addAll(heads);
        pages.forEach(page -> copy.pages.add(new ArrayList<>(page)));
        copy.checkpoints.addAll(checkpoints);
        copy.pruned.addAll(pruned);
        return copy;
    }

    List<String> lines() {
        return pages.stream().flatMap(List::stream).toList();
    }

    int size() {
        return lines().size();
    }

    /** In which page the line of that index stands, and where in it. */
    private int[] place(int index) {
        int left = index;
        for (int page = 0; page < pages.size(); page++) {
            if (left < pages.get(page).size() || page == pages.size() - 1) {
                return new int[] {page, left};
            }
            left -= pages.get(page).size();
        }
        throw new IllegalArgumentException("no line " + index);
    }

    /** The line that stands as the n-th from 1. */
    public String get(int n) {
        return lines().get(n - 1);
    }

    public void set(int n, String line) {
        int[] place = place(n - 1);
        pages.get(place[0]).set(place[1], line);
    }

    public String remove(int n) {
        int[] place = place(n - 1);
        return pages.get(place[0]).remove(place[1]);
    }

    /** Puts it before the n-th; at the end where there is none. */
    public void insert(int n, String line) {
        int[] place = place(n - 1);
        pages.get(place[0]).add(place[1], line);
    }

    /** Links the lines anew from the n-th to the m-th, and numbers them as they stand. */
    public void relink(int n, int m) {
        String previous = n == 1 ? Hashes.NOTHING : hash(get(n - 1));
        for (int i = n; i <= m; i++) {
            set(i, linked(get(i), i, previous));
            previous = hash(get(i));
        }
    }

    /** Makes the heads of the pages say where their lines end. */
    public void mendHeads() {
        for (int i = 0; i < heads.size(); i++) {
            PageHead head = heads.get(i);
            List<String> page = pages.get(i);
            if (page.isEmpty()) {
                continue; // it is not written
            }
            String last = page.get(page.size() - 1);
            heads.set(
                    i,
                    new PageHead(
                            head.chain(),
                            seq(page.get(0)),
                            seq(last),
                            head.firstMs(),
                            head.lastMs(),
                            head.recordedMs(),
                            hash(last),
                            head.filter()));
        }
    }

    public static String hash(String line) {
        return line.substring(line.length() - 66, line.length() - 2);
    }

    static long seq(String line) {
        return Long.parseLong(line.replaceAll("^.*?\"seq\":([0-9]+),.*$", "$1"));
    }

    public static String mended(String line) {
        String body = line.substring(0, line.length() - 66 - ",\"hash\":\"".length());
        return body + ",\"hash\":\"" + new Hashes().of(body.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    public static String linked(String line, long seq, String previous) {
        return mended(line.replaceFirst(
                "\"seq\":[0-9]+,\"previous\":\"[0-9a-f]+\"", "\"seq\":" + seq + ",\"previous\":\"" + previous + "\""));
    }

    /** Puts it in the place of what the database holds. */
    public void write(AuditDatabase database) {
        write(database, List.of(this));
    }

    /** Puts them in the place of what the database holds. */
    static void write(AuditDatabase database, List<Evidence> all) {
        database.with(connection -> {
            connection.setAutoCommit(false);
            for (String table : List.of("page", "page_part", "checkpoint", "pruned")) {
                new Sql(connection).update("delete from " + table);
            }
            for (Evidence each : all) {
                each.write(connection);
            }
            connection.commit();
            return all;
        });
    }

    private void write(Connection connection) throws SQLException {
        for (int i = 0; i < heads.size(); i++) {
            if (!pages.get(i).isEmpty()) {
                write(connection, heads.get(i), pages.get(i));
            }
        }
        AuditDao dao = new AuditDao(connection);
        for (Checkpoint checkpoint : checkpoints) {
            dao.add(checkpoint);
        }
        for (PrunedRange range : pruned) {
            dao.add(range);
        }
    }

    private static void write(Connection connection, PageHead head, List<String> lines) throws SQLException {
        Bytes bytes = new Bytes(1024);
        for (String line : lines) {
            byte[] each = (line + "\n").getBytes(StandardCharsets.UTF_8);
            bytes.append(each, 0, each.length);
        }
        new AuditDao(connection).append(head, bytes);
    }

    /** Writes its lines as an export in NDJSON holds them. */
    public Path export() {
        try {
            return Files.write(Files.createTempFile("export", ".ndjson"), lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
