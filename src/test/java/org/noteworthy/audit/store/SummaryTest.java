package org.noteworthy.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;
import org.noteworthy.audit.log.DecisionLogTest;
import org.noteworthy.audit.log.Recorded;

/** Summaries are counted from the decisions that are asked for, and no others. */
class SummaryTest {
    @ParameterizedTest
    @EnumSource
    void everyNumberIsThatOfTheDecisionsThemselves(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            DecisionQuery april = new DecisionQueryBuilder()
                    .with("from", "2020-04-01")
                    .with("to", "2020-05-01")
                    .build();
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
            assertThat(Summary.of(database, DecisionQuery.ALL).engagements()).isEqualTo(new Count(1, 0, 1, 1, 0));
        }
    }

    @Test
    void aRateHasADenominator() {
        assertThat(Count.NOTHING.rate()).isEmpty();
        assertThat(new Count(3, 2, 1, 4, 0).rate()).contains(new BigDecimal("0.6667"));
        assertThat(new Count(3, 2, 1, 4, 0).compliance()).isEqualTo("2 of 3 (66.7 %)");
        assertThat(Count.NOTHING.compliance()).isEqualTo("0 of 0");
    }

    @ParameterizedTest
    @EnumSource
    void aPortionOfAnAnswerKeepsNoPagesAlive(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            DecisionReader.Excerpt excerpt = new DecisionReader(database).excerpt(DecisionQuery.ALL, true, null, 3);
            assertThat(excerpt.decisions())
                    .hasSize(3)
                    .allSatisfy(decision -> assertThat(decision.pageBytes()).isEqualTo(decision.json().length));
        }
    }
}
