package org.noteworthy.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.noteworthy.audit.store.PolicyChangeDao;
import org.noteworthy.audit.store.Sql;

/** Ways of tampering with the chain of five policy changes in an audit log. */
final class PolicyChangeWays {
    /** How many there are. */
    static final int CHANGES = 5;

    private static final Keys THEIRS = Keys.fresh();
    private static final String THIRD = " where seq = 3";

    private PolicyChangeWays() {}

    static void add(Map<String, Consumer<TamperingWays.Hands>> ways) {
        fields(ways);
        order(ways);
        beside(ways);
        contents(ways);
    }

    private static void fields(Map<String, Consumer<TamperingWays.Hands>> ways) {
        Map<String, UnaryOperator<String>> fields = Map.ofEntries(
                Map.entry("number", line -> line.replace("\"seq\":3", "\"seq\":4")),
                Map.entry("time", line -> line.replace("12:00:02Z", "12:00:03Z")),
                Map.entry("kind", line -> line.replace("\"published\"", "\"rolled-back\"")),
                Map.entry("edition", line -> line.replace("2020-03-25", "2020-03-26")),
                Map.entry("digest before", line -> swapped(line, "fromDigest")),
                Map.entry("digest afterwards", line -> swapped(line, "toDigest")),
                Map.entry("draft", line -> line.replace("\"draft\":\"roles\"", "\"draft\":\"rules\"")),
                Map.entry("author", line -> line.replace("\"ada\"", "\"eve\"")),
                Map.entry("reason", line -> line.replace("Roles of June", "Roles of July")),
                Map.entry("approver", line -> line.replace("\"grace\"", "\"mallory\"")),
                Map.entry("effect", line -> line.replace("\"newly\":3", "\"newly\":0")),
                Map.entry("files", line -> line.replaceFirst("\"files\":\\{.*}", "\"files\":{}")),
                Map.entry("product", line -> line.replace("\"product\":\"1.0\"", "\"product\":\"1.1\"")),
                Map.entry("hash", line -> line.replaceFirst("[0-9a-f]{64}\"}$", Hashes.NOTHING + "\"}")));
        new TreeMap<>(fields)
                .forEach((field, change) ->
                        ways.put("the " + field + " of a policy change changed", all -> line(all, 3, change)));
        ways.put("a policy change replaced by a decision", all -> line(all, 3, line -> all.tests.get(1)));
        ways.put("a policy change changed, and its hash with it", all -> rehash(all, 3));
        ways.put("the last policy change changed, and its hash with it", all -> rehash(all, CHANGES));
        ways.put("the last policy change changed, and signed by somebody else", all -> {
            rehash(all, CHANGES);
            sign(all, CHANGES);
        });
        ways.put("policy changes rewritten from the third on, links and all", all -> rewrite(all, false));
        ways.put(
                "policy changes rewritten from the third on, links and all, and signed by somebody else",
                all -> rewrite(all, true));
    }

    private static String swapped(String line, String field) {
        return line.replaceFirst("\"" + field + "\":\"sha256:[0-9a-f]{8}", "\"" + field + "\":\"sha256:00000000");
    }

    private static void order(Map<String, Consumer<TamperingWays.Hands>> ways) {
        ways.put("a policy change removed", all -> all.sql("delete from policy_change" + THIRD));
        ways.put("the first policy change removed", all -> all.sql("delete from policy_change where seq = 1"));
        ways.put("the last policy change removed", all -> all.sql("delete from policy_change where seq = 5"));
        ways.put("all policy changes removed", all -> all.sql("delete from policy_change"));
        ways.put("two policy changes exchanged", all -> {
            all.sql("update policy_change set seq = 9" + THIRD);
            all.sql("update policy_change set seq = 3 where seq = 4");
            all.sql("update policy_change set seq = 4 where seq = 9");
        });
        ways.put("a policy change twice", all -> {
            all.sql("update policy_change set seq = 6 where seq = 5");
            all.sql("insert into policy_change (seq, id, edition, made_ms, hash, line) select 5, 'again', edition,"
                    + " made_ms, hash, line from policy_change where seq = 4");
        });
    }

    private static void beside(Map<String, Consumer<TamperingWays.Hands>> ways) {
        Map<String, String> columns = new TreeMap<>(Map.of(
                "id", "'other'",
                "edition", "'2020-05-12'",
                "from_digest", "null",
                "to_digest", "concat('sha256:', repeat('0', 64))",
                "made_ms", "made_ms + 1",
                "hash", "repeat('0', 64)"));
        columns.forEach((column, value) -> ways.put(
                "the column " + column + " beside a policy change changed",
                all -> all.sql("update policy_change set " + column + " = " + value + THIRD)));
        ways.put(
                "the signature of a policy change removed",
                all -> all.sql("update policy_change set signature = null" + THIRD));
        ways.put(
                "the signature of a policy change replaced by that of another",
                all -> all.sql(
                        "update policy_change set signature = (select signature from policy_change where seq = 2)"
                                + THIRD));
        ways.put("a policy change signed by somebody else", all -> sign(all, 3));
    }

    private static void contents(Map<String, Consumer<TamperingWays.Hands>> ways) {
        String named = " where hash in (select hash from policy_change_content where seq = 3)";
        ways.put(
                "a file that was kept with a policy change changed",
                all -> all.sql("update kept_content set content = X'20'" + named));
        ways.put(
                "a file that was kept with a policy change removed",
                all -> all.sql("delete from kept_content" + named));
    }

    private static PolicyChangeDao.Row row(TamperingWays.Hands all, long seq) {
        return all.database.with(
                connection -> new PolicyChangeDao(connection).behind(seq - 1, 1).get(0));
    }

    private static void line(TamperingWays.Hands all, long seq, UnaryOperator<String> change) {
        String line = text(row(all, seq));
        String changed = change.apply(line);
        if (changed.equals(line)) {
            throw new IllegalStateException("Nothing is changed in " + line);
        }
        put(all, seq, changed, Evidence.hash(line));
    }

    private static String text(PolicyChangeDao.Row row) {
        return new String(row.bytes(), StandardCharsets.UTF_8);
    }

    private static void put(TamperingWays.Hands all, long seq, String line, String hash) {
        all.done = true;
        all.database.with(connection -> {
            new Sql(connection)
                    .update(
                            "update policy_change set line = ?, hash = ? where seq = ?",
                            line.getBytes(StandardCharsets.UTF_8),
                            hash,
                            seq);
            return true;
        });
    }

    private static void rehash(TamperingWays.Hands all, long seq) {
        String line = Evidence.mended(text(row(all, seq)).replace("\"ada\"", "\"eve\""));
        put(all, seq, line, Evidence.hash(line));
    }

    private static void sign(TamperingWays.Hands all, long seq) {
        String signature = String.valueOf(
                row(all, seq).checkpoint().signedBy(THEIRS.secret()).signature());
        all.sql("update policy_change set signature = '" + signature + "' where seq = " + seq);
    }

    private static void rewrite(TamperingWays.Hands all, boolean signed) {
        rehash(all, 3);
        String previous = Evidence.hash(text(row(all, 3)));
        for (long seq : List.of(4L, 5L)) {
            String line = Evidence.linked(text(row(all, seq)), seq, previous);
            previous = Evidence.hash(line);
            put(all, seq, line, previous);
        }
        if (signed) {
            List.of(3L, 4L, 5L).forEach(seq -> sign(all, seq));
        } else {
            all.sql("update policy_change set signature = null where seq >= 3");
        }
    }
}
