package org.noteworthy.checking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.WrittenPhrases;
import org.noteworthy.checking.WrittenPhrases.Phrase;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;

/** Fixes mend spelling, form and place, and what they make of a note says what it said before. */
class SafeFixesTest {
    private static final Checker CHECKER = new Checker(RealPlaybook.march2020());
    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "nor", "without", "off", "un", "nicht", "kein", "keine", "nie", "ohne", "sin",
            "nunca", "não", "nao", "nem", "sem", "未", "不", "没", "非", "無");

    static Stream<Phrase> statuses() {
        return WrittenPhrases.of("status").stream();
    }

    static Stream<Phrase> heads() {
        return WrittenPhrases.of("head").stream();
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void ofAStatusNeverMakeItAnotherOne(Phrase phrase) {
        NoteRecord note = note("[EXO]", phrase.text(), "SUMMARY: Weekly call.", phrase.language(), false);
        Fix fix = fix(CHECKER.check(note), "status-allowed");

        assertThat(kind(fix)).isEqualTo(kind(phrase));
        if (fix != null) {
            String meant = phrase.misspelt() != null ? phrase.misspelt() : phrase.meant();
            assertThat(read(with(note, List.of(fix))).status().selected()).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void ofAWorkloadNeverMakeItAnotherOne(Phrase phrase) {
        NoteRecord note = note(phrase.text(), "On track", "SUMMARY: Weekly call.", "en", false);
        Report report = CHECKER.check(note);
        Fix fix = Stream.of("workload-known", "workload-format", "workload-prefix")
                .map(rule -> fix(report, rule))
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);

        assertThat(kind(fix)).isEqualTo(kind(phrase));
        if (fix != null) {
            String meant = phrase.misspelt() != null ? phrase.misspelt() : phrase.meant();
            Note mended = read(with(note, List.of(fix)));
            assertThat(String.join("+", mended.prefix().workloads())).isEqualTo(meant);
            assertThat(mended.prefix().exact()).isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void changeNothingButWhatTheyName(long seed) {
        Random random = new Random(seed);
        List<Phrase> statuses = WrittenPhrases.of("status");
        List<Phrase> heads = WrittenPhrases.of("head");
        List<Phrase> summaries = WrittenPhrases.of("summary");
        List<Phrase> labels = WrittenPhrases.of("label");
        for (int i = 0; i < 500; i++) {
            Phrase status = one(statuses, random);
            String label = random.nextInt(3) == 0 ? one(labels, random).text() : "NEXT ACTION";
            String body = "SUMMARY: " + one(summaries, random).text() + "\n" + label + ": Call on 2020-04-21"
                    + (random.nextInt(4) == 0 ? " #covid" : "");
            changesNothingElse(
                    note(one(heads, random).text(), status.text(), body, status.language(), random.nextBoolean()));
        }
    }

    private static void changesNothingElse(NoteRecord note) {
        Report report = CHECKER.check(note);
        List<Fix> fixes = safe(report);
        NoteRecord mended = with(note, fixes);
        String about = note.text() + "\n--- " + fixes + " ---\n" + mended.text();

        for (Fix fix : fixes) {
            assertThat(outside(note.text(), fix, report))
                    .as("words that no finding names in %s", about)
                    .isEmpty();
        }
        assertThat(negations(mended.text())).as(about).isEqualTo(negations(note.text()));
        assertThat(mended.text().replaceAll("\\b(En|No) ", "")).as(about).doesNotContain("[]", "()", ",,", "[+");
        if (!note.text().contains("  ")) {
            assertThat(mended.text()).as(about).doesNotContain("  ");
        }
        Report after = CHECKER.check(mended);
        assertThat(rules(report)).as("rules broken before %s", about).containsAll(rules(after));
        assertThat(safe(after).stream().map(fix -> with(mended, List.of(fix)).text()))
                .as("changed again: %s", about)
                .allSatisfy(text -> assertThat(negations(text)).isEqualTo(negations(mended.text())));
        String meaning = read(note).status().selected();
        if (meaning != null) {
            assertThat(read(mended).status().selected()).as(about).isEqualTo(meaning);
        }
    }

    /** What a fix takes away that is a word and lies in no range that the report names. */
    private static String outside(String text, Fix fix, Report report) {
        StringBuilder outside = new StringBuilder();
        for (int at = fix.start(); at < fix.end(); at++) {
            int place = at;
            boolean named = report.violations().stream()
                    .anyMatch(violation -> violation.start() <= place && place < violation.end());
            if (!named && Character.isLetterOrDigit(text.charAt(at))) {
                outside.append(text.charAt(at));
            }
        }
        return outside.toString();
    }

    private static Map<String, Long> negations(String text) {
        return Stream.of(text.replaceAll("([未不没非無])", " $1 ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}]+"))
                .filter(NEGATIONS::contains)
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }

    private static String kind(@Nullable Fix fix) {
        return fix == null ? "none" : fix.kind().word();
    }

    private static String kind(Phrase phrase) {
        return phrase.misspelt() != null ? "safe" : phrase.meant() != null ? "suggested" : "none";
    }

    private static @Nullable Fix fix(Report report, String rule) {
        return report.violations().stream()
                .filter(violation -> violation.rule().equals(rule))
                .flatMap(violation -> Stream.ofNullable(violation.fix()))
                .findFirst()
                .orElse(null);
    }

    private static List<Fix> safe(Report report) {
        return report.violations().stream()
                .flatMap(violation -> Stream.ofNullable(violation.fix()))
                .filter(Fix::safe)
                .sorted(Comparator.comparingInt(Fix::start))
                .toList();
    }

    private static List<String> rules(Report report) {
        return new ArrayList<>(new java.util.TreeSet<>(
                report.violations().stream().map(Violation::rule).toList()));
    }

    private static Note read(NoteRecord note) {
        return RealPlaybook.march2020().parser().parse(note);
    }

    private static Phrase one(List<Phrase> phrases, Random random) {
        return phrases.get(random.nextInt(phrases.size()));
    }

    private static NoteRecord note(String head, String status, String body, String language, boolean halted) {
        String rest =
                body.contains("NEXT ACTION") || body.contains("\n") ? body : body + "\nNEXT ACTION: Call on 2020-04-21";
        return new NoteRecord(
                "n",
                head + "\nSTATUS: " + status + "\n" + rest + "\nCONCERNS: None",
                "FE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                halted ? null : Boolean.TRUE,
                halted ? Deployment.PAUSED : Deployment.ACTIVE,
                null,
                language);
    }

    private static NoteRecord with(NoteRecord note, List<Fix> fixes) {
        StringBuilder text = new StringBuilder(note.text());
        for (int i = fixes.size() - 1; i >= 0; i--) {
            text.replace(fixes.get(i).start(), fixes.get(i).end(), fixes.get(i).text());
        }
        return new NoteRecord(
                note.id(),
                text.toString(),
                note.role(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                note.covidAccelerated(),
                note.deployment(),
                null,
                note.language());
    }
}
