package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;

/** The forms by their words, and what all of them keep to. */
final class FormatNameTest {

    @Test
    void wordsAreThoseOfTheCommandLine() {
        assertThat(Arrays.stream(FormatName.values()).map(FormatName::word))
                .containsExactly("text", "json", "ndjson", "csv", "sarif", "junit");
        assertThat(FormatName.of("sarif")).contains(FormatName.SARIF);
        assertThat(FormatName.of("SARIF")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void flushesAndLeavesOpenWhatItWritesTo(FormatName format) throws IOException {
        StringBuilder calls = new StringBuilder();
        OutputStream out = new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void flush() {
                calls.append("flush ");
            }

            @Override
            public void close() {
                calls.append("close ");
            }
        };
        ReportFormat writer = format.create(out, Samples.options());
        writer.begin();
        for (Result result : Samples.unjudged()) {
            writer.add(result);
        }
        writer.end(new Tally());
        assertThat(calls.toString()).endsWith("flush ").doesNotContain("close");
    }
}
