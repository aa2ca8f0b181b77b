package org.noteworthy.checking;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;

/** The same note gets the same report, in whatever company, order, thread, place and country. */
class SameReportTest {
    private static final int NOTES = 350;
    private static final int SEVERAL_BATCHES = 250;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42})
    void aloneAndInABatchOfAnyOrder(long seed) {
        List<NoteRecord> notes = notes(seed);
        try (Checker checker = new Checker(RealPlaybook.march2020())) {
            List<Report> alone = notes.stream().map(checker::check).toList();

            assertThat(checker.check(notes)).isEqualTo(alone);

            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, NOTES).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            List<Report> shuffled = checker.check(order.stream().map(notes::get).toList());
            assertThat(shuffled).isEqualTo(order.stream().map(alone::get).toList());
        }
    }

    @Test
    void aloneAndBesideItself() {
        List<NoteRecord> notes = notes(43).subList(0, 20);
        try (Checker checker = new Checker(RealPlaybook.march2020())) {
            for (NoteRecord note : notes) {
                assertThat(checker.check(nCopies(SEVERAL_BATCHES, note)))
                        .containsOnly(checker.check(note))
                        .hasSize(SEVERAL_BATCHES);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {44, 46, 47})
    void inManyThreadsAtOnce(long seed) throws Exception {
        List<Note> notes = notes(seed).stream()
                .map(RealPlaybook.march2020().parser()::parse)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Checker checker = new Checker(RealPlaybook.march2020())) {
            List<Report> alone = reports(checker, notes);
            Callable<List<Report>> again = () -> reports(checker, notes);
            for (Future<List<Report>> reports : threads.invokeAll(nCopies(60, again))) {
                assertThat(reports.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Otherwise the engine keeps the arguments of a consequence in the rule, which all threads share. */
    @Test
    void fromSessionsThatShareNothing() {
        KieSession session =
                RuleSession.newSession(RealPlaybook.march2020().noteRules().together(), (place, text) -> {});

        assertThat(session.getSessionConfiguration().getOption(ThreadSafeOption.KEY))
                .isEqualTo(ThreadSafeOption.YES);
        session.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "th-TH-u-nu-thai", "ar-EG", "de-DE", "ja-JP-u-ca-japanese"})
    void inEveryCountry(String country) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<NoteRecord> notes = notes(45);
        List<Report> here = reports(notes);
        try {
            Locale.setDefault(Locale.forLanguageTag(country));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));

            assertThat(reports(notes)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void afterANoteThatIsMuchLonger() {
        try (Checker checker = new Checker(RealPlaybook.march2020())) {
            NoteRecord note = NoteRecord.of("n", "[EXOL]\nSTATUS: Going well");
            Report first = checker.check(note);
            checker.check(NoteRecord.of("long", "[EXO]\nSTATUS: x\n".repeat(2000)));

            assertThat(checker.check(note)).isEqualTo(first);
        }
    }

    private static List<Report> reports(Checker checker, List<Note> notes) {
        return notes.stream()
                .map(note -> checker.checkParsed(List.of(note)).get(0).report())
                .toList();
    }

    /** Reads the playbook anew, as the country may matter there as well. */
    private static List<Report> reports(List<NoteRecord> notes) {
        try (Checker checker = new Checker(RealPlaybook.reparsed())) {
            return checker.check(notes);
        }
    }

    private static List<NoteRecord> notes(long seed) {
        RandomNotes random = new RandomNotes(seed);
        return IntStream.range(0, NOTES).mapToObj(i -> random.note("note " + i)).toList();
    }
}
