package org.noteworthy.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.Sql;

/**
 * Ways of tampering with an audit log of two chains: "tests" of 250 decisions, of which the first 60 were pruned, and
 * "other" of 40; policy changes are tampered with in {@link PolicyChangeWays}.
 */
final class TamperingWays {
    private static final Keys THEIRS = Keys.fresh();
    private static final int GONE = 60;
    private static final int END = 250;

    private TamperingWays() {}

    /** An audit log in their hands; {@code older} is "tests" as it was at 200 decisions, before anything was pruned. */
    static final class Hands {
        final AuditDatabase database;
        final Evidence tests;
        final Evidence other;
        final Evidence older;
        final List<Evidence> written = new ArrayList<>();

        /** Whether something was done to the tables themselves, and nothing is to be written any more. */
        boolean done;

        Hands(AuditDatabase database, Evidence older) {
            this.database = database;
            this.older = older.copy();
            tests = Evidence.of(database, "tests");
            other = Evidence.of(database, "other");
            written.add(tests);
            written.add(other);
        }

        String line(int seq) {
            return tests.get(seq - GONE);
        }

        void line(int seq, String line) {
            tests.set(seq - GONE, line);
        }

        /** Links the lines of "tests" anew from that decision to that one, and mends the heads. */
        void relink(int from, int to) {
            String previous = from == GONE + 1 ? tests.pruned.get(0).head() : Evidence.hash(line(from - 1));
            for (int seq = from; seq <= to; seq++) {
                line(seq, Evidence.linked(line(seq), seq, previous));
                previous = Evidence.hash(line(seq));
            }
            tests.mendHeads();
        }

        void rewrite(int seq) {
            line(seq, changed(line(seq)));
            relink(seq, last());
        }

        int last() {
            return GONE + tests.size();
        }

        void page(int page, UnaryOperator<PageHead> change) {
            tests.heads.set(page, change.apply(tests.heads.get(page)));
        }

        void checkpoint(int at, UnaryOperator<Checkpoint> change) {
            tests.checkpoints.set(at, change.apply(tests.checkpoints.get(at)));
        }

        void range(UnaryOperator<PrunedRange> change) {
            tests.pruned.set(0, change.apply(tests.pruned.get(0)));
        }

        void forgeCheckpoints(boolean signed) {
            tests.checkpoints.replaceAll(each -> each.seq() <= GONE
                    ? each
                    : new Checkpoint(
                                    "tests",
                                    each.number(),
                                    each.seq(),
                                    Evidence.hash(line((int) each.seq())),
                                    each.madeMs(),
                                    null)
                            .signedBy(signed ? THEIRS.secret() : null));
        }

        /** Removes decisions, and says that they were pruned, as somebody who has no key of ours can. */
        void pretendLetGo(int from, int to, boolean signed) {
            PrunedRange range =
                    new PrunedRange("tests", from, to, previous(from), Evidence.hash(line(to)), 0, 0, 0, "old", null);
            for (int seq = from; seq <= to; seq++) {
                tests.remove(from - GONE);
            }
            tests.mendHeads();
            tests.pruned.add(signed ? range.signedBy(THEIRS.secret()) : range);
        }

        private String previous(int seq) {
            return seq == GONE + 1 ? tests.pruned.get(0).head() : Evidence.hash(line(seq - 1));
        }

        void sql(String statement) {
            done = true;
            database.with(connection -> {
                new Sql(connection).update(statement);
                return true;
            });
        }

        /** Turns a bit of what is packed in the page that begins there. */
        void bit(int page, int bit) {
            PageHead head = tests.heads.get(page);
            byte[] content = database.<byte[]>with(connection -> new AuditDao(connection)
                    .parts("tests", head.firstSeq())
                    .get(0)
                    .content());
            int at = Math.floorMod(bit, 8 * content.length);
            content[at / 8] ^= (byte) (1 << at % 8);
            done = true;
            database.with(connection -> {
                new Sql(connection)
                        .update(
                                "update page_part set content = ? where chain = 'tests' and first_seq = ?",
                                content,
                                head.firstSeq());
                return true;
            });
        }
    }

    private static String changed(String line) {
        return line.replaceFirst("\"product\":\"1.0\"", "\"product\":\"1.1\"");
    }

    private static String forged(String line) {
        return Evidence.mended(changed(line));
    }

    /** All of them, by what they are. */
    static Map<String, Consumer<Hands>> all() {
        Map<String, Consumer<Hands>> ways = new LinkedHashMap<>();
        decisions(ways);
        pages(ways);
        checkpoints(ways);
        ranges(ways);
        chains(ways);
        rules(ways);
        PolicyChangeWays.add(ways);
        return ways;
    }

    private static void decisions(Map<String, Consumer<Hands>> ways) {
        for (int seq : new int[] {61, 120, 177, 180, 250}) {
            ways.put("decision " + seq + " changed", all -> all.line(seq, changed(all.line(seq))));
            ways.put("decision " + seq + " changed, its hash mended", all -> all.line(seq, forged(all.line(seq))));
        }
        ways.put("decision 177 cut off", all -> all.line(177, all.line(177).substring(0, 100)));
        ways.put("decision 177 no decision any more", all -> all.line(177, "gone"));
        ways.put("decision 177 another one of this chain", all -> all.line(177, all.line(99)));
        ways.put("decision 17 of the other chain in the place of 177", all -> all.line(177, all.other.get(17)));
        ways.put("rewritten from decision 177 on", all -> all.rewrite(177));
        ways.put("rewritten from decision 177 up to the next checkpoint", all -> {
            all.line(177, changed(all.line(177)));
            all.relink(177, 180);
        });
        ways.put("rewritten from decision 177 on, the checkpoints behind it removed", all -> {
            all.rewrite(177);
            all.tests.checkpoints.removeIf(each -> each.seq() >= 177);
        });
        ways.put("rewritten from decision 177 on, all checkpoints removed", all -> {
            all.rewrite(177);
            all.tests.checkpoints.clear();
        });
        ways.put("rewritten from decision 177 on, the checkpoints forged without a signature", all -> {
            all.rewrite(177);
            all.forgeCheckpoints(false);
        });
        ways.put("rewritten from decision 177 on, the checkpoints forged with another key", all -> {
            all.rewrite(177);
            all.forgeCheckpoints(true);
        });
        ways.put("rewritten behind the last checkpoint but one, the last removed", all -> {
            all.rewrite(245);
            all.tests.checkpoints.removeIf(each -> each.seq() == END);
        });
        ways.put("decision 177 removed", all -> all.tests.remove(177 - GONE));
        ways.put("the first decision removed", all -> all.tests.remove(1));
        ways.put("the last of a page removed", all -> all.tests.remove(180 - GONE));
        ways.put("decisions 150 to 179 removed", all -> {
            for (int i = 0; i < 30; i++) {
                all.tests.remove(150 - GONE);
            }
        });
        ways.put("decision 177 removed, all behind it linked anew", all -> {
            all.tests.remove(177 - GONE);
            all.relink(177, all.last());
        });
        ways.put("decision 177 removed, all behind it linked anew, all checkpoints removed", all -> {
            all.tests.remove(177 - GONE);
            all.relink(177, all.last());
            all.tests.checkpoints.clear();
        });
        ways.put("the last five removed", all -> cutOff(all, 5));
        ways.put("the last five removed with their checkpoint", all -> {
            cutOff(all, 5);
            all.tests.checkpoints.removeIf(each -> each.seq() == END);
        });
        ways.put("all behind decision 200 removed with their checkpoints", all -> {
            cutOff(all, 50);
            all.tests.checkpoints.removeIf(each -> each.seq() > 200);
        });
        ways.put("decision 177 inserted twice", all -> all.tests.insert(178 - GONE, all.line(177)));
        ways.put("another decision 177 inserted", all -> all.tests.insert(177 - GONE, forged(all.line(177))));
        ways.put("one inserted, all behind it linked anew, all checkpoints removed", all -> {
            all.tests.insert(177 - GONE, all.line(99));
            all.relink(177, all.last());
            all.tests.checkpoints.clear();
        });
        ways.put("one added at the end", all -> {
            all.tests.insert(all.tests.size() + 1, all.line(99));
            all.relink(END + 1, END + 1);
        });
        ways.put("one added at the end with a checkpoint without a signature", all -> {
            all.tests.insert(all.tests.size() + 1, all.line(99));
            all.relink(END + 1, END + 1);
            Checkpoint last = all.tests.checkpoints.get(all.tests.checkpoints.size() - 1);
            all.tests.checkpoints.add(new Checkpoint(
                    "tests", last.number() + 1, END + 1, Evidence.hash(all.line(END + 1)), last.madeMs(), null));
        });
        ways.put("two decisions exchanged", all -> swap(all, 99, 177));
        ways.put("two decisions exchanged, numbers and hashes mended", all -> {
            swap(all, 176, 177);
            all.line(176, Evidence.linked(all.line(176), 176, Evidence.hash(all.line(175))));
            all.line(177, Evidence.linked(all.line(177), 177, Evidence.hash(all.line(176))));
        });
    }

    private static void cutOff(Hands all, int count) {
        for (int i = 0; i < count; i++) {
            all.tests.remove(all.tests.size());
        }
        while (all.tests.pages.get(all.tests.pages.size() - 1).isEmpty()) {
            all.tests.pages.remove(all.tests.pages.size() - 1);
            all.tests.heads.remove(all.tests.heads.size() - 1);
        }
        all.tests.mendHeads();
    }

    private static void swap(Hands all, int one, int two) {
        String line = all.line(one);
        all.line(one, all.line(two));
        all.line(two, line);
    }

    private static void pages(Map<String, Consumer<Hands>> ways) {
        for (int bit : new int[] {0, 77, 1_500, 4_001, -1}) {
            ways.put("bit " + bit + " of a packed page turned", all -> all.bit(4, bit));
        }
        ways.put(
                "the size of a page changed",
                all -> all.sql(
                        "update page_part set unpacked = unpacked - 1 where chain = 'tests' and first_seq = 101"));
        ways.put(
                "what is in a page removed",
                all -> all.sql("delete from page_part where chain = 'tests' and first_seq = 101"));
        ways.put("what is in two pages exchanged", all -> Collections.swap(all.tests.pages, 3, 5));
        ways.put(
                "what is in a page replaced by that of another",
                all -> all.tests.pages.set(3, new ArrayList<>(all.tests.pages.get(2))));
        ways.put("a page removed", all -> {
            all.tests.pages.remove(3);
            all.tests.heads.remove(3);
        });
        ways.put("the last page removed", all -> {
            all.tests.pages.remove(all.tests.pages.size() - 1);
            all.tests.heads.remove(all.tests.heads.size() - 1);
        });
        ways.put(
                "the hash in a page's head changed",
                all -> all.page(3, head -> head(head, head.lastSeq(), 0, 0, 0, Hashes.NOTHING, head.filter())));
        ways.put(
                "the last number in a page's head changed",
                all -> all.page(3, head -> head(head, head.lastSeq() - 1, 0, 0, 0, head.head(), head.filter())));
        ways.put(
                "a page's sieve made to hide its decisions",
                all -> all.page(
                        3, head -> head(head, head.lastSeq(), 0, 0, 0, head.head(), new BloomFilter(new byte[64]))));
        ways.put(
                "a page's sieve removed",
                all -> all.page(
                        3, head -> head(head, head.lastSeq(), 0, 0, 0, head.head(), new BloomFilter(new byte[0]))));
        ways.put(
                "a page's first time put later",
                all -> all.page(3, head -> head(head, head.lastSeq(), 1, 0, 0, head.head(), head.filter())));
        ways.put(
                "a page's last time put earlier",
                all -> all.page(3, head -> head(head, head.lastSeq(), 0, -1, 0, head.head(), head.filter())));
        ways.put(
                "a page said to be written before its decisions were made",
                all -> all.page(
                        3,
                        head -> head(
                                head,
                                head.lastSeq(),
                                0,
                                0,
                                head.lastMs() - 1 - head.recordedMs(),
                                head.head(),
                                head.filter())));
        ways.put(
                "a page said to be written after its checkpoint",
                all -> all.page(3, head -> head(head, head.lastSeq(), 0, 0, 1L << 40, head.head(), head.filter())));
    }

    private static PageHead head(
            PageHead head, long lastSeq, long first, long last, long recorded, String hash, BloomFilter filter) {
        return new PageHead(
                head.chain(),
                head.firstSeq(),
                lastSeq,
                head.firstMs() + first,
                head.lastMs() + last,
                head.recordedMs() + recorded,
                hash,
                filter);
    }

    private static void checkpoints(Map<String, Consumer<Hands>> ways) {
        ways.put("a checkpoint removed", all -> all.tests.checkpoints.remove(1));
        ways.put("the first checkpoint removed", all -> all.tests.checkpoints.remove(0));
        ways.put("the last checkpoint removed", all -> all.tests.checkpoints.remove(all.tests.checkpoints.size() - 1));
        ways.put("all checkpoints removed", all -> all.tests.checkpoints.clear());
        ways.put(
                "a checkpoint's hash changed",
                all -> all.checkpoint(
                        1, each -> checkpoint(each, each.number(), each.seq(), Hashes.NOTHING, 0, each.signature())));
        ways.put(
                "a checkpoint put at another decision",
                all -> all.checkpoint(
                        1,
                        each -> checkpoint(
                                each, each.number(), 121, Evidence.hash(all.line(121)), 0, each.signature())));
        ways.put(
                "a checkpoint put behind the end",
                all -> all.checkpoint(
                        1, each -> checkpoint(each, each.number(), 999, each.hash(), 0, each.signature())));
        ways.put(
                "when a checkpoint was made changed",
                all -> all.checkpoint(
                        1, each -> checkpoint(each, each.number(), each.seq(), each.hash(), 1, each.signature())));
        ways.put(
                "a checkpoint's signature removed",
                all -> all.checkpoint(1, each -> checkpoint(each, each.number(), each.seq(), each.hash(), 0, null)));
        ways.put(
                "a checkpoint signed by somebody else",
                all -> all.checkpoint(1, each -> each.signedBy(THEIRS.secret())));
        ways.put(
                "a checkpoint with the signature of another",
                all -> all.checkpoint(
                        1,
                        each -> checkpoint(
                                each,
                                each.number(),
                                each.seq(),
                                each.hash(),
                                0,
                                all.tests.checkpoints.get(2).signature())));
        ways.put("two checkpoints exchange their numbers", all -> {
            Checkpoint one = all.tests.checkpoints.get(1);
            Checkpoint two = all.tests.checkpoints.get(2);
            all.checkpoint(1, each -> checkpoint(two, 2, two.seq(), two.hash(), 0, two.signature()));
            all.checkpoint(2, each -> checkpoint(one, 3, one.seq(), one.hash(), 0, one.signature()));
        });
        ways.put("the last checkpoint twice, under the next number", all -> {
            Checkpoint last = all.tests.checkpoints.get(all.tests.checkpoints.size() - 1);
            all.tests.checkpoints.add(
                    checkpoint(last, last.number() + 1, last.seq(), last.hash(), 0, last.signature()));
        });
        ways.put(
                "a checkpoint of the other chain in the place of one",
                all -> all.checkpoint(1, each -> {
                    Checkpoint theirs = all.other.checkpoints.get(0);
                    return checkpoint(each, each.number(), theirs.seq(), theirs.hash(), 0, theirs.signature());
                }));
    }

    private static Checkpoint checkpoint(
            Checkpoint one, long number, long seq, String hash, long later, @Nullable String signature) {
        return new Checkpoint(one.chain(), number, seq, hash, one.madeMs() + later, signature);
    }

    private static void ranges(Map<String, Consumer<Hands>> ways) {
        ways.put("what was pruned not told any more", all -> all.tests.pruned.clear());
        ways.put(
                "less told to be pruned than was",
                all -> all.range(range -> range(range, 59, range.previous(), range.head(), "")));
        ways.put(
                "more told to be pruned than was",
                all -> all.range(range -> range(range, 70, range.previous(), range.head(), "")));
        ways.put(
                "what was pruned told to end otherwise",
                all -> all.range(range -> range(range, 60, range.previous(), Hashes.NOTHING, "")));
        ways.put(
                "what was pruned told to begin otherwise",
                all -> all.range(range -> range(range, 60, range.head(), range.head(), "")));
        ways.put(
                "why it was pruned changed",
                all -> all.range(range -> range(range, 60, range.previous(), range.head(), "!")));
        ways.put("the signature of what was pruned removed", all -> all.range(TamperingWays::unsigned));
        ways.put(
                "what was pruned signed by somebody else",
                all -> all.range(range -> unsigned(range).signedBy(THEIRS.secret())));
        ways.put(
                "decisions 101 to 110 removed and told to be pruned, without a signature",
                all -> all.pretendLetGo(101, 110, false));
        ways.put(
                "decisions 101 to 110 removed and told to be pruned, signed by somebody else",
                all -> all.pretendLetGo(101, 110, true));
        ways.put("the last twenty removed and told to be pruned", all -> all.pretendLetGo(231, END, false));
        ways.put("everything told to be pruned, and all checkpoints removed", all -> {
            all.pretendLetGo(61, END, false);
            all.tests.pages.clear();
            all.tests.heads.clear();
            all.tests.checkpoints.clear();
        });
        ways.put("what was pruned put back from an older copy", all -> {
            putBack(all);
            all.tests.pruned.clear();
        });
        ways.put("what was pruned put back, and still told to be pruned", TamperingWays::putBack);
    }

    private static void putBack(Hands all) {
        for (int i = 2; i >= 0; i--) { // three pages of twenty
            all.tests.heads.add(0, all.older.heads.get(i));
            all.tests.pages.add(0, all.older.pages.get(i));
        }
    }

    private static PrunedRange unsigned(PrunedRange range) {
        return range(range, range.lastSeq(), range.previous(), range.head(), "");
    }

    private static PrunedRange range(PrunedRange one, long last, String previous, String head, String more) {
        boolean same =
                last == one.lastSeq() && more.isEmpty() && previous.equals(one.previous()) && head.equals(one.head());
        return new PrunedRange(
                one.chain(),
                one.firstSeq(),
                last,
                previous,
                head,
                one.firstMs(),
                one.lastMs(),
                one.prunedMs(),
                one.reason() + more,
                same ? null : one.signature());
    }

    private static void chains(Map<String, Consumer<Hands>> ways) {
        ways.put("an older copy of the chain in its place", all -> {
            all.written.remove(all.tests);
            all.written.add(all.older);
        });
        ways.put("the other chain removed as a whole", all -> all.written.remove(all.other));
        ways.put("everything removed", all -> all.written.clear());
        ways.put("the other chain under another name", all -> {
            for (String table : List.of("page", "page_part", "checkpoint")) {
                all.sql("update " + table + " set chain = 'else' where chain = 'other'");
            }
        });
        ways.put("the other chain written anew by somebody else", all -> {
            for (int i = 1; i <= all.other.size(); i++) {
                all.other.set(i, changed(all.other.get(i)));
            }
            all.other.relink(1, all.other.size());
            all.other.mendHeads();
            all.other.checkpoints.clear();
        });
    }

    private static void rules(Map<String, Consumer<Hands>> ways) {
        String oneRule = "(select min(path) from kept_file where path like '%.drl')";
        ways.put(
                "a rule that was kept changed",
                all -> all.sql("update kept_content set content = X'20' where hash ="
                        + " (select min(hash) from kept_file where path like '%.drl')"));
        ways.put("a rule that was kept removed", all -> all.sql("delete from kept_file where path = " + oneRule));
        ways.put(
                "a rule that was kept renamed",
                all -> all.sql("update kept_file set path = 'gone.drl' where path = " + oneRule));
        ways.put(
                "the edition that was kept removed",
                all -> all.sql("delete from kept_edition where digest =" + " (select min(digest) from kept_edition)"));
        ways.put(
                "the edition that was kept renamed",
                all -> all.sql("update kept_edition set version = '2020-03-26'"
                        + " where digest = (select min(digest) from kept_edition)"));
        ways.put(
                "the digest of the edition that was kept changed",
                all -> all.sql("update kept_edition set digest = concat('x', substring(digest, 2))"));
    }
}
