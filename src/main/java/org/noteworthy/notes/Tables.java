package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Letters;

/**
 * The words of one playbook: the rows of its tables and its settings, as the owners of the policy wrote them.
 *
 * <p>Whoever makes one sees to it that it holds together (no code twice, every reference meets its row).
 */
public record Tables(
        Settings settings,
        List<RoleRow> roles,
        List<NoteTypeRow> noteTypes,
        List<RoleNoteTypeRow> roleNoteTypes,
        List<WorkloadRow> workloads,
        List<TimeTaskRow> timeTasks,
        List<StatusRow> statuses,
        List<SectionRow> sections,
        List<NatureRow> natures,
        List<EntitlementRow> entitlements,
        List<CoreTopicRow> coreTopics,
        List<TagRow> tags,
        List<WordRow> words,
        List<DateWordRow> dateWords,
        List<DateReasonRow> dateReasons) {
    public Tables {
        roles = List.copyOf(roles);
        noteTypes = List.copyOf(noteTypes);
        roleNoteTypes = List.copyOf(roleNoteTypes);
        workloads = List.copyOf(workloads);
        timeTasks = List.copyOf(timeTasks);
        statuses = List.copyOf(statuses);
        sections = List.copyOf(sections);
        natures = List.copyOf(natures);
        entitlements = List.copyOf(entitlements);
        coreTopics = List.copyOf(coreTopics);
        tags = List.copyOf(tags);
        words = List.copyOf(words);
        dateWords = List.copyOf(dateWords);
        dateReasons = List.copyOf(dateReasons);
    }

    /**
     * Settings of a playbook that are no tables.
     *
     * @param assumedRole code of the role taken where a note names none
     * @param timeTaskSuffix last word of task names that a caller may leave out
     * @param monthFirst whether 04/05/2020 is the fifth of April
     * @param statusCharacters length up to which a STATUS counts as brief
     */
    public record Settings(String assumedRole, String timeTaskSuffix, boolean monthFirst, int statusCharacters) {}

    /** A role that writes notes. */
    public record RoleRow(String code, String name, List<String> aliases) {}

    /** A category in which notes are recorded. */
    public record NoteTypeRow(String name, List<String> aliases) {}

    /** A note type that a role uses; {@code covid}: for COVID updates too. */
    public record RoleNoteTypeRow(String role, String noteType, boolean covid) {}

    /**
     * A workload.
     *
     * @param timeTask the task its time is recorded under; null if it has none of its own
     * @param writtenAs other spellings that are as good as the code
     * @param aliases other names, recognised but not good as a prefix
     * @param core whether it stands for all that fits no other workload
     */
    public record WorkloadRow(
            String code,
            String name,
            @Nullable String timeTask,
            List<String> writtenAs,
            List<String> aliases,
            boolean core) {

        /** Whether that is its code, or a spelling as good as the code, in any case. */
        public boolean isCode(String given) {
            String folded = Letters.fold(given);
            return folded.equals(Letters.fold(code))
                    || writtenAs.stream().anyMatch(spelling -> folded.equals(Letters.fold(spelling)));
        }

        /** Whether that is its code or its name, in any case, and not another name for it. */
        public boolean isItself(String given) {
            return isCode(given) || Letters.fold(given).equals(Letters.fold(name));
        }
    }

    /** A time tracking task. */
    public record TimeTaskRow(String name, List<String> aliases) {}

    /** One wording of a status in one language, with phrases that people write when they mean it. */
    public record StatusRow(String status, String language, String label, List<String> insteadOf) {}

    /**
     * One label of a section in one language, with phrases that people write when they mean it; {@code place} counts from 1
     * in the template's order, 0 if it has none.
     */
    public record SectionRow(SectionKind section, String language, String label, int place, List<String> insteadOf) {}

    /** A phrase that shows the nature of a concern. */
    public record NatureRow(String nature, String language, String phrase, boolean firstParty) {}

    /** A value of one level of the entitlement status. */
    public record EntitlementRow(String level, String value, boolean fitsPause) {}

    /** A topic that is no workload's. */
    public record CoreTopicRow(String topic, List<String> aliases) {}

    /** A hashtag with a meaning, and spellings that people use by mistake. */
    public record TagRow(String tag, TagMeaning meaning, List<String> insteadOf) {}

    /** A word with a meaning, in one language. */
    public record WordRow(WordKind kind, String language, String word) {}

    /** A word that says something of time, in one language; {@code value} is empty unless its kind has one. */
    public record DateWordRow(DateWordKind kind, String language, String word, String value) {}

    /** Why a text does not say when, as a sentence. */
    public record DateReasonRow(DateReason reason, String sentence) {}

    /** Something that tables name by a word of their own. */
    public interface Keyed {

        /** The word that stands for it in the table. */
        String key();
    }

    /** The sections that a label can open, under the key that the table uses. */
    public enum SectionKind implements Keyed {
        STATUS("status"),
        SUMMARY("summary"),
        NEXT_ACTION("nextAction"),
        CONCERNS("concerns"),
        EXECUTIVE_SUMMARY("executiveSummary"),
        WORKLOAD("workload"),
        /** A field of another template: it ends an executive summary, and is a word of the text anywhere else. */
        OTHER("other");

        private final String key;

        SectionKind(String key) {
            this.key = key;
        }

        /** The bit for it in a set of kinds. */
        @SuppressWarnings("EnumOrdinal")
        public // any bit will do, as long as no two kinds share it
        int bit() {
            return 1 << ordinal();
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** What a hashtag can mean to a rule, under the key that the table uses. */
    public enum TagMeaning implements Keyed {
        COVID("covid");

        private final String key;

        TagMeaning(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** What a word can mean to the parser, under the key that the table uses. */
    public enum WordKind implements Keyed {
        /** Names COVID-19. */
        COVID("covid"),
        /** Names the maker of the workloads. */
        VENDOR("vendor"),
        /** Speaks of something that does not work. */
        DEFECT("defect"),
        /** Says by itself that there is nothing. */
        NONE("none"),
        /** Stands for a status, also where more follows after a pause. */
        BEFORE_A_PAUSE("beforeAPause"),
        /** Looks like a slip of a status and means something else. */
        NOT_A_SLIP("notASlip"),
        /** Says that what follows is not so. */
        NEGATION("negation"),
        /** Names concerns as such, in a denial. */
        CONCERN("concern"),
        /** Stands beside a denial and changes nothing of it. */
        BESIDE("beside"),
        /** Stands behind a denial, near or far, and before what is denied. */
        ANY("any"),
        /** Points at something that is there: a denial of something else ends before it. */
        DEFINITE("definite"),
        /** Joins what is denied together, or goes on after it. */
        AND("and"),
        /** Joins what is denied together. */
        OR("or"),
        /** Names an Insight. */
        INSIGHT("insight"),
        /** Stands between the word for an Insight and its number. */
        INSIGHT_ID("insightId"),
        /** Reads like another word of the tables, as the name of a product, and is none. */
        ORDINARY("ordinary"),
        /** Stands before or after the name of a role or a note type and changes nothing of it. */
        BESIDE_NAME("besideName"),
        /** Says yes, in a field of a table. */
        YES("yes"),
        /** Says no, in a field of a table. */
        NO("no");

        private final String key;

        WordKind(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
