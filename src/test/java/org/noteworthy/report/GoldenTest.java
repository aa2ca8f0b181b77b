package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.playbooks.edition.Severity;

/** Every form of every run is compared whole with its file; {@code -Dfixtures.update} writes the files anew. */
final class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/format");

    private static Map<String, List<Result>> runs() {
        Map<String, List<Result>> runs = new LinkedHashMap<>();
        runs.put("empty", List.of());
        runs.put("clean", List.of(Samples.clean()));
        runs.put("verbatim", Samples.verbatim());
        runs.put("container", Samples.container());
        runs.put("unjudged", Samples.unjudged());
        runs.put("unread", Samples.unread());
        runs.put("engagement", List.of(Samples.engagement()));
        runs.put("fix-elsewhere", List.of(Samples.fixElsewhere()));
        runs.put("gaps", Samples.gaps());
        runs.put("waived", Samples.waived());
        return runs;
    }

    private static Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        runs().forEach((run, results) -> {
            for (FormatName format : FormatName.values()) {
                written.put(run + "/report." + format.word(), Written.as(format, results));
            }
        });
        FormatOptions colour = new FormatOptions(Samples::editions, true, null, "1.2.3");
        List<Result> some = new ArrayList<>(Samples.container());
        some.addAll(Samples.unjudged());
        written.put("colour/report.text", Written.as(FormatName.TEXT, colour, some));
        FormatOptions waivers = new FormatOptions(Samples::editions, false, Severity.ERROR, "1.2.3", true);
        List<Result> mixed = new ArrayList<>(Samples.waived());
        mixed.add(Samples.engagement());
        written.put("waivers-count/report.sarif", Written.as(FormatName.SARIF, waivers, mixed));
        written.put("never-fails/report.junit", Written.as(FormatName.JUNIT, colour, some));
        return written;
    }

    @TestFactory
    Stream<DynamicTest> isAsItsFileSays() {
        return written().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
    }

    private static void compare(String name, String written) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("fixtures.update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    @Test
    void everyFileIsCompared() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/"))
                    .sorted()
                    .toList();
            assertThat(found).containsExactlyElementsOf(new TreeSet<>(written().keySet()));
        }
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale usual = Locale.getDefault();
        Map<String, String> expected = written();
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(written()).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }
}
