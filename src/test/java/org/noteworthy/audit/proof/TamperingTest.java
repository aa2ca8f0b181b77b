package org.noteworthy.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.BloomFilter;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Evidence;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Keys;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Sql;
import org.noteworthy.audit.store.TestDatabase;

/** Whoever touches the audit log is found out, and the first decision that is not as it was recorded is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {
    private static final String CHAIN = "tests";
    private static final int COUNT = 250;
    private static final int PAGE = 20;
    private static final Keys KEYS = Keys.fresh();
    private static final Keys OTHER_KEYS = Keys.fresh();
    private static final long NOTHING_WRONG = 0;
    private static final Verification NOTHING_KNOWN = new Verification(null, List.of());
    private static final Verification KEY_KNOWN = new Verification(KEYS.open(), List.of());

    private final List<Scene> scenes = new ArrayList<>();

    /** An audit log in one kind of database, as it was before anybody touched it. */
    private record Scene(TestDatabase kind, AuditDatabase database, Evidence untouched) {}

    /** What is done to an audit log, and which decision must be named then; 0 where nobody can know. */
    private record Deed(String name, Consumer<Evidence> done, long named) {}

    @BeforeAll
    void record() {
        for (TestDatabase kind : TestDatabase.values()) {
            DatabaseAddress address = kind.fresh();
            AuditSettings plain = AuditSettings.of(CHAIN, "1.0");
            AuditSettings settings = plain.withCheckpointEvery(
                            50) // after portions of 20: checkpoints at 60, 120, 180, 240, and at the end
                    .signedBy(KEYS.secret());
            Recorded.record(address, settings, Recorded.notes(COUNT), PAGE);
            AuditDatabase database = AuditDatabase.openExisting(address);
            scenes.add(new Scene(kind, database, Evidence.of(database, CHAIN)));
        }
    }

    @AfterAll
    void close() {
        scenes.forEach(scene -> scene.database().close());
    }

    @TestFactory
    Stream<DynamicTest> everySingleTamperingIsNamed() {
        List<Deed> deeds = List.of(
                new Deed("nothing", all -> {}, NOTHING_WRONG),
                new Deed("a decision changed", all -> all.set(77, changed(all.get(77))), 77),
                new Deed("a decision changed, its hash mended", all -> all.set(77, forged(all.get(77))), 77),
                new Deed("the first changed, its hash mended", all -> all.set(1, forged(all.get(1))), 1),
                new Deed(
                        "one with a checkpoint changed, its hash mended",
                        all -> all.set(120, forged(all.get(120))),
                        120),
                new Deed("the last of a page changed, its hash mended", all -> all.set(80, forged(all.get(80))), 80),
                new Deed(
                        "the same with its page's head",
                        all -> {
                            all.set(80, forged(all.get(80)));
                            all.mendHeads();
                        },
                        80),
                new Deed(
                        "one changed, all behind it linked anew",
                        all -> {
                            all.set(77, changed(all.get(77)));
                            all.relink(77, COUNT);
                            all.mendHeads();
                        },
                        61),
                new Deed(
                        "one changed, all linked anew up to behind a checkpoint",
                        all -> {
                            all.set(77, changed(all.get(77)));
                            all.relink(77, 150);
                            all.mendHeads();
                        },
                        61),
                new Deed(
                        "one changed, some behind it linked anew",
                        all -> {
                            all.set(77, changed(all.get(77)));
                            all.relink(77, 90);
                            all.mendHeads();
                        },
                        90),
                new Deed(
                        "linked anew to the end, heads left as they were",
                        all -> {
                            all.set(245, changed(all.get(245)));
                            all.relink(245, COUNT);
                        },
                        241),
                new Deed("one removed", all -> all.remove(77), 77),
                new Deed("the first removed", all -> all.remove(1), 1),
                new Deed("the first of a page removed", all -> all.remove(81), 81),
                new Deed("the last of a page removed", all -> all.remove(80), 80),
                new Deed(
                        "one removed, all behind it numbered and linked anew",
                        all -> {
                            all.remove(77);
                            all.relink(77, COUNT - 1);
                            all.mendHeads();
                        },
                        61),
                new Deed(
                        "a range removed",
                        all -> {
                            for (int i = 0; i < 30; i++) {
                                all.remove(77);
                            }
                        },
                        77),
                new Deed(
                        "the last ones removed",
                        all -> {
                            for (int i = 0; i < 5; i++) {
                                all.remove(246);
                            }
                            all.mendHeads();
                        },
                        246),
                new Deed(
                        "a page removed",
                        all -> {
                            all.pages.remove(3);
                            all.heads.remove(3);
                        },
                        61),
                new Deed(
                        "the last page removed",
                        all -> {
                            all.pages.remove(12);
                            all.heads.remove(12);
                        },
                        241),
                new Deed("one inserted twice", all -> all.insert(78, all.get(77)), 77),
                new Deed("one inserted with the same number", all -> all.insert(77, forged(all.get(77))), 77),
                new Deed(
                        "one inserted, all behind it numbered and linked anew",
                        all -> {
                            all.insert(77, all.get(12));
                            all.relink(77, COUNT + 1);
                            all.mendHeads();
                        },
                        61),
                new Deed("two neighbours swapped", all -> swap(all, 77, 78), 77),
                new Deed("two swapped across pages", all -> swap(all, 77, 203), 77),
                new Deed("one moved to a later page", all -> all.insert(150, all.remove(77)), 77),
                new Deed("one moved to an earlier page", all -> all.insert(33, all.remove(77)), 77),
                new Deed(
                        "one of another chain in its place",
                        all -> all.set(77, Evidence.mended(all.get(77).replaceFirst("\"tests\"", "\"other\""))),
                        77),
                new Deed(
                        "a number changed, its hash mended",
                        all -> all.set(77, Evidence.linked(all.get(77), 30, Evidence.hash(all.get(76)))),
                        77),
                new Deed("a line cut off", all -> all.set(77, all.get(77).substring(0, 100)), 77));
        List<DynamicTest> tests = new ArrayList<>();
        for (Scene scene : scenes) {
            for (Verification means : List.of(NOTHING_KNOWN, KEY_KNOWN)) {
                for (Deed deed : deeds) {
                    tests.add(DynamicTest.dynamicTest(
                            scene.kind() + (means.equals(KEY_KNOWN) ? ", with a key: " : ": ") + deed.name(),
                            () -> assertNamed(scene, means, deed)));
                }
            }
        }
        List<Checkpoint> elsewhere = scenes.get(0).untouched().checkpoints;
        for (Deed deed : deeds) {
            if (!deed.name().equals("the first removed")) { // an export may begin anywhere
                tests.add(DynamicTest.dynamicTest("export: " + deed.name(), () -> {
                    Evidence all = scenes.get(0).untouched().copy();
                    deed.done().accept(all);
                    assertNames(new Verification(KEYS.open(), elsewhere).of(all.export()), deed.named());
                }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> headsAndCheckpointsAreHeldToTheChain() {
        Checkpoint second = scenes.get(0).untouched().checkpoints.get(1);
        Verification bare = new Verification(null, List.of());
        Verification withKey = new Verification(KEYS.open(), List.of());
        List<DynamicTest> tests = new ArrayList<>();
        for (Scene scene : scenes) {
            Verification withCopies = new Verification(null, scene.untouched().checkpoints);
            Verification withCopy = new Verification(
                    KEYS.open(), List.of(scene.untouched().checkpoints.get(4)));
            for (Verification each : List.of(bare, withKey, withCopies)) {
                add(tests, scene, each, new Deed("a head's hash", all -> head(all, 5, Hashes.NOTHING, 120), 101));
                add(tests, scene, each, new Deed("a head's last number", all -> head(all, 5, "", 119), 101));
                add(tests, scene, each, new Deed("a sieve that hides", all -> filter(all, 5, new byte[64]), 101));
                add(tests, scene, each, new Deed("a sieve of nothing", all -> filter(all, 5, new byte[0]), 101));
                add(tests, scene, each, new Deed("a head's time", all -> times(all, 5, 1, 0, 0), 101));
                add(tests, scene, each, new Deed("a head's end", all -> times(all, 5, 0, -1, 0), 101));
                add(tests, scene, each, new Deed("when it was written", all -> times(all, 5, 0, 0, -1), 101));
                add(tests, scene, each, new Deed("a checkpoint removed", all -> all.checkpoints.remove(1), 61));
            }
            Deed forged = new Deed(
                    "a checkpoint forged",
                    all -> all.checkpoints.set(
                            1, new Checkpoint(CHAIN, 2, 120, Hashes.NOTHING, second.madeMs(), second.signature())),
                    120);
            add(tests, scene, bare, new Deed(forged.name() + ", nothing known", forged.done(), 61));
            add(tests, scene, withKey, forged);
            add(tests, scene, withCopies, forged);
            Deed unsigned = new Deed(
                    "a signature removed",
                    all -> all.checkpoints.set(1, new Checkpoint(CHAIN, 2, 120, second.hash(), second.madeMs(), null)),
                    120);
            add(tests, scene, withKey, unsigned);
            add(tests, scene, withCopies, unsigned);
            add(
                    tests,
                    scene,
                    withKey,
                    new Deed(
                            "signed by somebody else",
                            all -> all.checkpoints.set(1, all.checkpoints.get(1).signedBy(OTHER_KEYS.secret())),
                            120));
            add(
                    tests,
                    scene,
                    withCopy,
                    new Deed(
                            "the last checkpoints removed",
                            all -> {
                                all.checkpoints.remove(4);
                                all.checkpoints.remove(3);
                            },
                            181));
            add(
                    tests,
                    scene,
                    withCopy,
                    new Deed(
                            "the last page removed with its checkpoint",
                            all -> {
                                all.checkpoints.remove(4);
                                all.pages.remove(12);
                                all.heads.remove(12);
                            },
                            241));
            add(
                    tests,
                    scene,
                    bare,
                    new Deed(
                            "the same, nothing known: nobody can tell",
                            all -> {
                                all.checkpoints.remove(4);
                                all.pages.remove(12);
                                all.heads.remove(12);
                            },
                            NOTHING_WRONG));
            add(
                    tests,
                    scene,
                    withCopy,
                    new Deed(
                            "all forged anew, checkpoints too, with another key",
                            all -> {
                                all.set(77, changed(all.get(77)));
                                all.relink(77, COUNT);
                                all.mendHeads();
                                all.checkpoints.replaceAll(each -> new Checkpoint(
                                                CHAIN,
                                                each.number(),
                                                each.seq(),
                                                Evidence.hash(all.get((int) each.seq())),
                                                each.madeMs(),
                                                null)
                                        .signedBy(OTHER_KEYS.secret()));
                            },
                            1));
        }
        return tests.stream();
    }

    private void add(List<DynamicTest> tests, Scene scene, Verification verification, Deed deed) {
        tests.add(DynamicTest.dynamicTest(
                scene.kind() + ": " + deed.name(), () -> assertNamed(scene, verification, deed)));
    }

    @TestFactory
    Stream<DynamicTest> anyTamperingIsNamed() {
        return scenes.stream()
                .flatMap(scene -> new Random(20200602)
                        .longs(scene.kind() == TestDatabase.H2 ? 250 : 80)
                        .mapToObj(seed -> {
                            Deed deed = deed(new Random(seed));
                            return DynamicTest.dynamicTest(scene.kind() + ", seed " + seed + ": " + deed.name(), () -> {
                                assertNamed(scene, new Verification(KEYS.open(), List.of()), deed);
                                Evidence all = scene.untouched().copy();
                                deed.done().accept(all);
                                assertNames(
                                        new Verification(null, scene.untouched().checkpoints).of(all.export()),
                                        deed.named());
                            });
                        }));
    }

    private static Deed deed(Random random) {
        int one = 2 + random.nextInt(COUNT - 2); // an export may begin anywhere: its first line is not a witness
        int two = 2 + random.nextInt(COUNT - 2);
        int low = Math.min(one, two);
        int high = Math.max(one, two);
        int far = high - low > 1 ? high : Math.min(COUNT, low + 2);
        return switch (random.nextInt(9)) {
            case 0 -> new Deed("change " + one, all -> all.set(one, changed(all.get(one))), one);
            case 1 -> new Deed("forge " + one, all -> all.set(one, forged(all.get(one))), one);
            case 2 -> new Deed("remove " + one, all -> all.remove(one), one);
            case 3 ->
                new Deed(
                        "remove " + low + " to " + high,
                        all -> {
                            for (int i = low; i <= high; i++) {
                                all.remove(low);
                            }
                        },
                        low);
            case 4 -> new Deed("insert " + low + " before " + far, all -> all.insert(far, forged(all.get(low))), low);
            case 5 -> new Deed("insert " + far + " before " + low, all -> all.insert(low, forged(all.get(far))), far);
            case 6 -> new Deed("swap " + low + " and " + far, all -> swap(all, low, far), low);
            case 7 -> new Deed("move " + far + " before " + low, all -> all.insert(low, all.remove(far)), far);
            default ->
                new Deed(
                        "relink from " + one,
                        all -> {
                            all.set(one, changed(all.get(one)));
                            all.relink(one, COUNT);
                            all.mendHeads();
                        },
                        (one - 1) / 60 * 60L + 1);
        };
    }

    @TestFactory
    Stream<DynamicTest> keptRulesAreHeldToTheirDigest() {
        return scenes.stream()
                .map(scene -> DynamicTest.dynamicTest(scene.kind().name(), () -> {
                    String path = scene.database()
                            .with(connection -> new Sql(connection)
                                    .first(
                                            "select min(path) from kept_file where path like '%.drl'",
                                            row -> row.getString(1))
                                    .orElseThrow());
                    assertThat(others(scene, "update kept_file set path = 'gone.drl' where path = '" + path + "'"))
                            .isNotEmpty()
                            .allMatch(sentence -> sentence.contains("they were changed"));
                    assertThat(others(scene, "update kept_file set path = '" + path + "' where path = 'gone.drl'"))
                            .isEmpty();
                    assertThat(others(scene, "update kept_edition set digest = concat('x', substring(digest, 2))"))
                            .anyMatch(sentence -> sentence.contains("were removed"));
                    assertThat(others(scene, "update kept_edition set digest = replace(digest, 'x', '')"))
                            .anyMatch(sentence -> true);
                }));
    }

    private static List<String> others(Scene scene, String statement) {
        scene.database().with(connection -> {
            new Sql(connection).update(statement);
            return true;
        });
        return new Verification(null, List.of()).of(scene.database()).others();
    }

    @TestFactory
    Stream<DynamicTest> anExportMayHoldAnything() throws IOException {
        Path garbled = scenes.get(0).untouched().export();
        byte[] bytes = Files.readAllBytes(garbled);
        bytes[bytes.length / 2] = (byte) 0xFF; // no UTF-8
        Files.write(garbled, bytes);
        return Stream.of(DynamicTest.dynamicTest(
                "no UTF-8",
                () -> assertThat(new Verification(null, List.of()).of(garbled).holds())
                        .isFalse()));
    }

    private static void assertNamed(Scene scene, Verification verification, Deed deed) {
        Evidence all = scene.untouched().copy();
        deed.done().accept(all);
        all.write(scene.database());
        try {
            assertNames(verification.of(scene.database()), deed.named());
        } finally {
            scene.untouched().write(scene.database());
        }
    }

    private static void assertNames(Verification.Outcome outcome, long seq) {
        ChainError error = outcome.chains().stream()
                .filter(chain -> chain.chain().equals(CHAIN))
                .findFirst()
                .orElseThrow()
                .error();
        if (seq == NOTHING_WRONG) {
            assertThat(error).isNull();
            assertThat(outcome.holds()).isTrue();
        } else {
            assertThat(outcome.holds()).isFalse();
            Objects.requireNonNull(error, "nothing is told");
            assertThat(error.seq()).as(error.sentence()).isEqualTo(seq);
            assertThat(error.sentence()).contains(CHAIN).endsWith(".");
        }
    }

    private static String changed(String line) {
        return line.replaceFirst("\"product\":\"1.0\"", "\"product\":\"1.1\"");
    }

    private static String forged(String line) {
        return Evidence.mended(changed(line));
    }

    private static void swap(Evidence all, int one, int two) {
        String line = all.get(one);
        all.set(one, all.get(two));
        all.set(two, line);
    }

    private static void head(Evidence all, int page, String hash, long lastSeq) {
        PageHead head = all.heads.get(page);
        all.heads.set(
                page,
                new PageHead(
                        CHAIN,
                        head.firstSeq(),
                        lastSeq,
                        head.firstMs(),
                        head.lastMs(),
                        head.recordedMs(),
                        hash.isEmpty() ? head.head() : hash,
                        head.filter()));
    }

    private static void filter(Evidence all, int page, byte[] bits) {
        PageHead head = all.heads.get(page);
        all.heads.set(
                page,
                new PageHead(
                        CHAIN,
                        head.firstSeq(),
                        head.lastSeq(),
                        head.firstMs(),
                        head.lastMs(),
                        head.recordedMs(),
                        head.head(),
                        new BloomFilter(bits)));
    }

    private static void times(Evidence all, int page, long first, long last, long recorded) {
        PageHead head = all.heads.get(page);
        all.heads.set(
                page,
                new PageHead(
                        CHAIN,
                        head.firstSeq(),
                        head.lastSeq(),
                        head.firstMs() + first,
                        head.lastMs() + last,
                        recorded == 0 ? head.recordedMs() : head.lastMs() + recorded,
                        head.head(),
                        head.filter()));
    }
}
