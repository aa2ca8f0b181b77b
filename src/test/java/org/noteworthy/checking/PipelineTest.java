package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.noteworthy.checking.outcome.Entries;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.notes.NoteRecord;

/** Entries that come in bursts are worked through as they come, and what comes of them is handed on in their order. */
class PipelineTest {
    private static final int BURST = 20;
    private static final int LONG_ENOUGH = 10;

    private final ExecutorService workers = Pipeline.workers();

    @AfterEach
    void endWorkers() {
        workers.shutdownNow();
    }

    @Test
    void nothingIsHeldBackWhileTheInputPauses() {
        CountDownLatch firstHandedOn = new CountDownLatch(BURST);
        List<String> seen = run(
                2,
                burst -> assertThat(burst == 0 || came(firstHandedOn)).isTrue(),
                Function.identity(),
                id -> firstHandedOn.countDown());
        assertThat(seen).containsExactlyElementsOf(ids(2 * BURST));
    }

    @Test
    void theInputIsReadOnWhileAResultIsAwaited() {
        CountDownLatch secondRead = new CountDownLatch(1);
        List<String> seen = run(
                3,
                burst -> {
                    if (burst == 2) {
                        secondRead.countDown();
                    }
                },
                entries -> {
                    assertThat(came(secondRead)).isTrue();
                    return entries;
                },
                id -> {});
        assertThat(seen).containsExactlyElementsOf(ids(3 * BURST));
    }

    @Test
    void aManyTimesLongerInputKeepsItsOrder() {
        assertThat(run(100, burst -> {}, Function.identity(), id -> {})).containsExactlyElementsOf(ids(100 * BURST));
    }

    @Test
    void whatFailsWhereResultsGoEndsTheRun() {
        UncheckedIOException gone = new UncheckedIOException(new IOException("the reader is gone"));
        assertThatThrownBy(() -> run(100, burst -> {}, Function.identity(), id -> {
                    throw gone;
                }))
                .isSameAs(gone);
    }

    @Test
    void workThatFailsEndsTheRun() {
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> run(
                        100,
                        burst -> {},
                        entries -> {
                            throw broken;
                        },
                        id -> {}))
                .isSameAs(broken);
    }

    /** Runs bursts of notes with a pause before each; returns the ids in the order in which they were handed on. */
    private List<String> run(
            int bursts,
            Consumer<Integer> beforeBurst,
            Function<List<Entry>, List<Entry>> work,
            Consumer<String> handedOn) {
        List<String> seen = new ArrayList<>();
        new Pipeline<>(
                        workers,
                        work,
                        (List<Entry> entries) -> entries.forEach(entry -> {
                            String id =
                                    String.valueOf(((Entry.Note) entry).note().id());
                            seen.add(id);
                            handedOn.accept(id);
                        }))
                .run(new Bursts(bursts, beforeBurst));
        return seen;
    }

    private static boolean came(CountDownLatch latch) {
        try {
            return latch.await(LONG_ENOUGH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    /** Notes that come in bursts. */
    private static final class Bursts implements Entries {
        private final int bursts;
        private final Consumer<Integer> before;
        private int next;

        Bursts(int bursts, Consumer<Integer> before) {
            this.bursts = bursts;
            this.before = before;
        }

        @Override
        public boolean isReady() {
            return next % BURST != 0;
        }

        @Override
        public boolean hasNext() {
            if (!isReady()) {
                before.accept(next / BURST);
            }
            return next < bursts * BURST;
        }

        @Override
        public Entry next() {
            return new Entry.Note(
                    new Origin("here", null, 1, 0, false), NoteRecord.of(String.valueOf(next++), "[EXO]"));
        }
    }
}
