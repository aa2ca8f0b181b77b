package org.noteworthy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters are read the same for the service and the command line; one that makes no sense is refused. */
class DecisionQueryBuilderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-06-03|2020-06-02||The time asked for begins at 2020-06-03T00:00:00Z and ends at 2020-06-02T00:00:00Z",
                "2020-06-02|2020-06-02||which is not later",
                "June||| from is a day such as 2020-06-02, or a moment such as 2020-06-02T08:00:00Z, not \"June\".",
                "2020-02-30||| not \"2020-02-30\"",
                "+999999999-12-31||| not \"+999999999-12-31\"",
                "|2020-06-02T08:00||to is a day",
                "||severity=eror|severity takes error, warning, info, not \"eror\". Maybe you mean error.",
                "||verdict=bad|verdict takes compliant, violating, needsPerson, not \"bad\".",
                "||rule=|rule is empty"
            })
    void whatCannotBeAskedIsRefusedWithItsValues(
            @Nullable String from, @Nullable String to, @Nullable String wanted, String sentence) {
        DecisionQueryBuilder asked =
                new DecisionQueryBuilder().with("from", from).with("to", to);
        if (wanted != null) {
            asked.with(wanted.replaceAll("=.*", ""), wanted.replaceAll(".*=", ""));
        }
        assertThatThrownBy(asked::build)
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(sentence.strip());
    }

    @Test
    void aFilterThatThereIsNotIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> new DecisionQueryBuilder().with("noteTyp", "Status"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("A filter takes " + String.join(", ", DecisionQueryBuilder.names())
                        + ", not \"noteTyp\". Maybe you mean noteType.");
    }

    @Test
    void everyFieldOfADecisionIsAFilter() {
        DecisionQueryBuilder asked = new DecisionQueryBuilder();
        for (DecisionField field : DecisionField.values()) {
            asked.with(
                    field.word(),
                    switch (field) {
                        case SEVERITY -> "error";
                        case WAIVED -> "true";
                        default -> "compliant";
                    });
        }
        assertThat(asked.build().wanted()).containsOnlyKeys(DecisionField.values());
        assertThat(new DecisionQueryBuilder().with("rule", null).build()).isEqualTo(DecisionQuery.ALL);
    }

    @Test
    void whatIsNotWaivedCannotBeAskedFor() {
        assertThatThrownBy(
                        () -> new DecisionQueryBuilder().with("waived", "false").build())
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("waived takes true, not \"false\".");
    }

    @Test
    void aDayBeginsAndEndsInUtc() {
        DecisionQuery june = between("2020-06-01", "2020-07-01");
        assertThat(june).isEqualTo(between("2020-06-01T00:00:00Z", "2020-07-01T02:00:00+02:00"));
        assertThat(june.told()).isEqualTo("from 2020-06-01T00:00:00Z, before 2020-07-01T00:00:00Z");
    }

    private static DecisionQuery between(String from, String to) {
        return new DecisionQueryBuilder().with("from", from).with("to", to).build();
    }
}
