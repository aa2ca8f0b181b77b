package org.noteworthy.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.log.DecisionLogTest;
import org.noteworthy.audit.log.Recorded;

/** Summaries are counted from the decisions that are asked for, and no others; a question that makes no sense is refused. */
class SummaryTest {
    @ParameterizedTest
    @EnumSource
    void everyNumberIsThatOfTheDecisionsThemselves(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            DecisionQuery april = DecisionQuery.asked("2020-04-01", "2020-05-01", Map.of());
            List<Decision> decisions = DecisionLogTest.all(database, april).stream()
                    .filter(decision -> !decision.together())
                    .toList();
            Summary summary = Summary.of(database, april);

            assertThat(decisions).hasSizeBetween(100, 200);
            assertThat(summary.notes().judged()).isEqualTo(decisions.size());
            assertThat(summary.notes().compliant())
                    .isEqualTo(decisions.stream().filter(Decision::compliant).count());
            assertThat(summary.notes().concerned())
                    .isEqualTo(decisions.stream()
                            .filter(each -> !each.findings().isEmpty())
                            .count());
            for (Summary.RuleCount rule : summary.rules()) {
                assertThat(rule.notes())
                        .isEqualTo(decisions.stream()
                                .filter(each -> each.says(DecisionField.RULE, rule.rule()))
                                .count());
                assertThat(rule.violations())
                        .isEqualTo(decisions.stream()
                                .flatMap(each -> each.findings().stream())
                                .filter(each -> each.rule().equals(rule.rule()))
                                .count());
            }
            assertThat(summary.rules())
                    .hasSizeGreaterThan(5)
                    .extracting(Summary.RuleCount::violations)
                    .isSortedAccordingTo((one, other) -> Long.compare(other, one));
            for (List<Summary.Named> parts : List.of(summary.roles(), summary.noteTypes(), summary.weeks())) {
                assertThat(parts.stream()
                                .mapToLong(each -> each.count().judged())
                                .sum())
                        .isEqualTo(decisions.size());
                assertThat(parts.stream()
                                .mapToLong(each -> each.count().violations())
                                .sum())
                        .isEqualTo(summary.notes().violations());
            }
            assertThat(summary.weeks())
                    .extracting(Summary.Named::name)
                    .containsExactly("2020-W15", "2020-W16", "2020-W17", "2020-W18");
            assertThat(Summary.of(database, DecisionQuery.ALL).engagements()).isEqualTo(new Count(1, 0, 1, 1));
        }
    }

    @Test
    void aRateHasADenominator() {
        assertThat(Count.NOTHING.rate()).isEmpty();
        assertThat(new Count(3, 2, 1, 4).rate()).contains(new BigDecimal("0.6667"));
        assertThat(new Count(3, 2, 1, 4).compliance()).isEqualTo("2 of 3 (66.7 %)");
        assertThat(Count.NOTHING.compliance()).isEqualTo("0 of 0");
    }

    @ParameterizedTest
    @EnumSource
    void aPortionOfAnAnswerKeepsNoPagesAlive(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Decisions.Excerpt excerpt = new Decisions(database).excerpt(DecisionQuery.ALL, true, null, 3);
            assertThat(excerpt.decisions())
                    .hasSize(3)
                    .allSatisfy(decision -> assertThat(decision.pageBytes()).isEqualTo(decision.json().length));
        }
    }

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
    void whatCannotBeAskedIsRefusedWithItsValues(String from, String to, String wanted, String sentence) {
        Map<DecisionField, String> fields = wanted == null
                ? Map.of()
                : Map.of(DecisionField.of(wanted.replaceAll("=.*", "")).orElseThrow(), wanted.replaceAll(".*=", ""));
        assertThatThrownBy(() -> DecisionQuery.asked(from, to, fields))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(sentence.strip());
    }

    @Test
    void aDayBeginsAndEndsInUtc() {
        DecisionQuery june = DecisionQuery.asked("2020-06-01", "2020-07-01", Map.of());
        assertThat(june).isEqualTo(DecisionQuery.asked("2020-06-01T00:00:00Z", "2020-07-01T02:00:00+02:00", Map.of()));
        assertThat(june.told()).isEqualTo("from 2020-06-01T00:00:00Z, before 2020-07-01T00:00:00Z");
    }
}
