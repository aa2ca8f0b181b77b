package org.noteworthy.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.log.DecisionLogTest;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.outline.Outline;
import org.noteworthy.audit.outline.OutlineBlock;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.retention.Pruning;

/** Sums out of what is kept beside the pages are those of the decisions themselves, whatever is asked and whatever was done. */
class OutlinesTest {
    private static final List<String> GROUPS = List.of(
            "week",
            "rule",
            "week,rule",
            "rule,severity",
            "role,noteType",
            "edition,digest",
            "day,verdict",
            "month,caller",
            "author,rule",
            "severity",
            "identity");

    @ParameterizedTest
    @EnumSource
    void sumsAreTheSameWithThem(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Map<String, String> before = answers(database);
            assertThat(outlined(database)).isBetween(4, 6);
            assertThat(outlined(database)).as("nothing is outlined twice").isZero();
            answers(database)
                    .forEach((asked, answer) -> assertThat(answer).as(asked).isEqualTo(before.get(asked)));
            assertThat(holds(database)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPrunedIsNotSummedUpAnyMore(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            outlined(database);
            new Pruning(database, null, Clock.systemUTC()).prune("office", new Retention(null, 100L), false);
            Summary summary = Summary.of(database, DecisionQuery.ALL);
            assertThat(summary.notes().judged() + summary.engagements().judged())
                    .isEqualTo(DecisionLogTest.all(database, DecisionQuery.ALL).size())
                    .isLessThan(200);
            Map<String, String> before = answers(database);
            assertThat(outlined(database)).isPositive();
            assertThat(answers(database)).isEqualTo(before);
            assertThat(holds(database)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverChangesThemIsNoticed(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            String before = answer(database, DecisionQuery.ALL, "week,rule");
            outlined(database);
            List<Outline> forged = DecisionLogTest.all(database, DecisionQuery.ALL).stream()
                    .map(Outline::of)
                    .limit(10)
                    .toList();
            put(database, OutlineBlock.pack(forged).kinds());
            assertThat(answer(database, DecisionQuery.ALL, "week,rule")).isNotEqualTo(before);
            assertThat(new Verification(null, List.of()).of(database).others())
                    .singleElement()
                    .asString()
                    .contains("of office for sums is not what they say");

            for (byte[] spoilt : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[500])) {
                put(database, spoilt);
                assertThat(answer(database, DecisionQuery.ALL, "week,rule"))
                        .as("what cannot be read is read from the lines")
                        .isEqualTo(before);
                assertThat(holds(database)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatEndsOtherwiseIsReadFromItsLines(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            String before = answer(database, DecisionQuery.ALL, "week,rule");
            outlined(database);
            put(database, OutlineBlock.pack(List.of()).kinds());
            database.with(connection -> {
                new Sql(connection).update("update outline set head = ?", "0".repeat(64));
                return connection;
            });
            assertThat(answer(database, DecisionQuery.ALL, "week,rule")).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGroupByRuleKnowsHowManyNotesWereJudged(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.weeks(address);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            outlined(database);
            Map<String, Long> judged = new TreeMap<>();
            Map<List<String>, Long> broken =
                    new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
            for (Decision decision : DecisionLogTest.all(database, DecisionQuery.ALL)) {
                String day = decision.time().toString().substring(0, 10);
                if (!decision.together()) {
                    judged.merge(day, 1L, Long::sum);
                    decision.rules().forEach(rule -> broken.merge(List.of(day, rule), 1L, Long::sum));
                }
            }
            Groups groups = new Groups(List.of(Dimension.DAY, Dimension.RULE));
            Summary.of(database, DecisionQuery.ALL, groups);
            Map<List<String>, Long> notes =
                    new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
            for (Groups.Group group : groups.all()) {
                Groups.Found found = Objects.requireNonNull(group.found());
                assertThat(found.judged()).isEqualTo(judged.get(group.values().get(0)));
                if (found.notes() > 0) {
                    notes.put(group.values(), found.notes());
                }
            }
            assertThat(notes).isEqualTo(broken).hasSizeGreaterThan(30);
        }
    }

    @Test
    void whatGroupsAreMadeByIsReadStrictly() {
        assertThat(Dimension.read("week,rule")).containsExactly(Dimension.WEEK, Dimension.RULE);
        for (String wrong : List.of("", "weeks", "week,", "week,week", "week,rule,role", "note")) {
            assertThatThrownBy(() -> Dimension.read(wrong))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageStartingWith("by takes ");
        }
    }

    private static int outlined(AuditDatabase database) {
        return new Outlining(database, () -> false, 50).run();
    }

    private static boolean holds(AuditDatabase database) {
        return new Verification(null, List.of()).of(database).holds();
    }

    private static void put(AuditDatabase database, byte[] kinds) {
        database.with(connection -> {
            new Sql(connection)
                    .update("update outline_part set content = ? where part = 0 and first_seq = 1", (Object) kinds);
            return connection;
        });
    }

    /** Every kind of question, with its answer. */
    private static Map<String, String> answers(AuditDatabase database) throws IOException {
        Decision some = DecisionLogTest.all(database, DecisionQuery.ALL).stream()
                .filter(each -> !each.findings().isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, String> answers = new TreeMap<>();
        for (String by : GROUPS) {
            answers.put(by, answer(database, DecisionQuery.ALL, by));
        }
        some.fields().forEach((field, values) -> {
            DecisionQuery query =
                    new DecisionQueryBuilder().with(field.word(), values.get(0)).build();
            answers.put(field.word(), answer(database, query, "week,rule"));
        });
        String time = some.time().plus(Duration.ofDays(9)).toString();
        for (String end : List.of("from", "to")) {
            for (String at : List.of(time, time.replace("Z", ".0005Z"), "2020-04-20")) {
                answers.put(
                        end + at,
                        answer(
                                database,
                                new DecisionQueryBuilder().with(end, at).build(),
                                "day,rule"));
            }
        }
        answers.put(
                "none",
                answer(
                        database,
                        new DecisionQueryBuilder().with("role", "no one").build(),
                        "rule"));
        return answers;
    }

    private static String answer(AuditDatabase database, DecisionQuery query, @Nullable String by) {
        StringWriter text = new StringWriter();
        Groups groups = by == null ? null : new Groups(Dimension.read(by));
        Summary summary = Summary.of(database, query, groups);
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            SummaryJson.write(json, query, summary, groups);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
