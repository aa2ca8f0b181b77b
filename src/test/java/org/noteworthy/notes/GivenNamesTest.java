package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.Tables.RoleNoteTypeRow;
import org.noteworthy.notes.Tables.RoleRow;
import org.noteworthy.notes.Tables.TimeTaskRow;
import org.noteworthy.notes.Tables.WorkloadRow;

/** Roles, note types, time tracking tasks, activities and entitlements under the names that callers give them. */
class GivenNamesTest {
    private static final Tables TABLES = RealPlaybook.march2020().tables();

    @Test
    void findEveryRoleByCodeNameAndAliasInAnyCase() {
        for (RoleRow row : TABLES.roles()) {
            assertThat(read("", row.code(), null, null).role().code()).isEqualTo(row.code());
            assertThat(read("", row.code().toLowerCase(Locale.ROOT), null, null)
                            .role()
                            .code())
                    .isEqualTo(row.code());
            assertThat(read("", " " + row.name() + "\u00A0", null, null).role().code())
                    .isEqualTo(row.code());
            row.aliases()
                    .forEach(alias -> assertThat(
                                    read("", alias, null, null).role().code())
                            .isEqualTo(row.code()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Architect", "FE/SME", "F E", "FTE"})
    void findNoRoleForAnotherName(String given) {
        RoleGiven role = read("", given, null, null).role();

        assertThat(role.known()).isFalse();
        assertThat(role.assumed()).isFalse();
        assertThat(role.given()).isEqualTo(given);
    }

    @Test
    void assumeTheRoleThatIsLeftOut() {
        RoleGiven role = read("", null, null, null).role();

        assertThat(role.assumed()).isTrue();
        assertThat(role.code()).isEqualTo("FE");
    }

    @Test
    void knowWhichNoteTypesARoleUses() {
        for (RoleRow role : TABLES.roles()) {
            TABLES.noteTypes().forEach(type -> {
                NoteTypeGiven given = read("", role.code(), type.name(), null).noteType();
                RoleNoteTypeRow row = TABLES.roleNoteTypes().stream()
                        .filter(each -> each.role().equals(role.code())
                                && each.noteType().equals(type.name()))
                        .findFirst()
                        .orElse(null);

                assertThat(given.ofRole()).isEqualTo(row != null);
                assertThat(given.forCovid()).isEqualTo(row != null && row.covid());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Technical Enablement, Technical Enablement",
        "technical  enablement, Technical Enablement",
        "Task Notes, Technical Enablement",
        "Service Specific Time Entry and Task Notes, Technical Enablement",
        "OVERALL STATUS, Engagement Management",
        "Entitlement Status, ",
        "'', "
    })
    void findNoteTypesUnderTheirEarlierNames(String given, @Nullable String name) {
        assertThat(read("", "FE", given, null).noteType().name()).isEqualTo(name);
    }

    @Test
    void findEveryTaskWithAndWithoutItsLastWordAndByWorkload() {
        for (TimeTaskRow row : TABLES.timeTasks()) {
            assertThat(task("[EXO]", row.name()).name()).isEqualTo(row.name());
            assertThat(task("[EXO]", row.name().toUpperCase(Locale.ROOT)).name())
                    .isEqualTo(row.name());
            assertThat(task("[EXO]", row.name().replaceFirst(" Time$", "")).name())
                    .isEqualTo(row.name());
            row.aliases()
                    .forEach(alias -> assertThat(task("[EXO]", alias).name()).isEqualTo(row.name()));
        }
        for (WorkloadRow row : TABLES.workloads()) {
            assertThat(task("[EXO]", row.code()).name()).isEqualTo(row.timeTask());
            assertThat(task("[EXO]", row.code().toLowerCase(Locale.ROOT)).name())
                    .isEqualTo(row.timeTask());
            row.aliases().stream()
                    .filter(alias -> row.timeTask() != null)
                    .forEach(alias -> assertThat(task("[EXO]", alias).name()).isEqualTo(row.timeTask()));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'  ', true", "Exchange Time, false", "Nonsense, false"})
    void tellANoteOutsideTimeFromAnUnknownTask(String given, boolean outside) {
        assertThat(task("[EXO]", given).outside()).isEqualTo(outside);
        assertThat(read("[EXO]", null, null, null).timeTask().outside()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "[EXO], Exchange Time, true",
        "[EXO], Teams Time, false",
        "[EXO], Core Onboarding Time, false",
        "[EXO], PowerBI Time, false",
        "[EXO+TEAMS], teams, true",
        "[EXO+TEAMS], Core Onboarding, true",
        "[EXO+TEAMS], SPO, false",
        "[EXO+EXO], Core Onboarding, false",
        "[IDSEC], Core Onboarding Time, true",
        "[IDSEC], Exchange Time, false",
        "[IDSEC+EXO], Exchange Time, true",
        "[EXO+XYZ], Teams Time, true",
        "no prefix here, Teams Time, true",
        "[EXO], Nonsense, true"
    })
    void tellWhetherATaskIsOfThePrefix(String head, String given, boolean ofPrefix) {
        assertThat(task(head, given).ofPrefix()).isEqualTo(ofPrefix);
    }

    @ParameterizedTest
    @CsvSource({
        "networking, true",
        "Networking, true",
        "SSO, true",
        "Tenant & Licensing, true",
        "目录同步, true",
        "lunch, false",
        "'', false"
    })
    void knowTheCoreTopics(String activity, boolean core) {
        NoteRecord record = new NoteRecord(
                "n", "[EXO]", null, null, "Core Onboarding", null, null, null, null, activity, null, null, null, null);
        Note note = RealPlaybook.march2020().parser().parse(record);

        assertThat(note.activity().core()).isEqualTo(core);
        assertThat(note.timeTask().ofPrefix()).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({
        "Blocked, x, y, true, true",
        "no intent, x, y, true, true",
        "In Progress, x, y, true, false",
        "Blocked, , y, false, true",
        "Blocked, ' ', y, false, true",
        ", x, y, false, false"
    })
    void knowWhichEntitlementsFitAPause(
            @Nullable String l1, @Nullable String l2, @Nullable String l3, boolean complete, boolean fits) {
        NoteRecord record = new NoteRecord(
                "n",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new EntitlementStatus(l1, l2, l3),
                null);
        Entitlement entitlement =
                RealPlaybook.march2020().parser().parse(record).entitlement();

        assertThat(entitlement.complete()).isEqualTo(complete);
        assertThat(entitlement.fitsPause()).isEqualTo(fits);
    }

    @Test
    void nameTheNearestTask() {
        assertThat(task("[EXO]", "Exchnge Time").spots())
                .extracting(Spot::nearest)
                .containsExactly("Exchange Time");
        assertThat(task("[EXO+SPO]", "Teams Time").spots())
                .extracting(Spot::expected)
                .containsExactly(List.of("Exchange Time", "SharePoint Time", "Core Onboarding Time"));
    }

    private static TimeTaskGiven task(String head, String given) {
        return read(head, null, null, given).timeTask();
    }

    private static Note read(String text, @Nullable String role, @Nullable String noteType, @Nullable String timeTask) {
        NoteRecord record = new NoteRecord(
                "n", text, role, noteType, timeTask, null, null, null, null, null, null, null, null, null);
        return RealPlaybook.march2020().parser().parse(record);
    }
}
