package org.noteworthy.notes.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.NoteField;

/**
 * What holds of every fact, whatever a note says and whatever the tables of its playbook hold: how the properties of the
 * {@link Vocabulary} depend on each other. So that it can be told when a condition can never be fulfilled.
 */
public final class FactInvariants {
    private static final List<Certainty> ALL = new ArrayList<>();

    /** Fields of a note record, and the condition that holds where the field is known and only there. */
    private static final Map<String, String> KNOWN = Map.of(
            NoteField.AUTHOR.key(), "author != null",
            NoteField.ENGAGEMENT.key(), "engagement != null",
            NoteField.INTERACTION.key(), "interaction != null",
            NoteField.COVID_ACCELERATED.key(), "covidAccelerationKnown",
            NoteField.DEPLOYMENT.key(), "deployment.known");

    /**
     * A condition that every fact of a type fulfils.
     *
     * @param condition in the language of rules
     */
    public record Certainty(String type, String condition) {}

    static {
        for (String section : List.of("status", "summary", "nextAction", "concerns", "executiveSummary")) {
            same(section + ".present", section + ".length > 0");
            same(section + ".present", section + ".content != \"\"");
            always(section + ".content != null");
        }
        ifThen("status.allowed", "status.present");
        same("status.allowed", "status.selected != null");
        ifThen("nextAction.dated", "nextAction.present");
        ifThen("nextAction.lastDate != null", "nextAction.dated");
        ifThen("nextAction.past", "nextAction.lastDate != null");
        same("nextAction.dated", "nextAction.whyUndated == \"\"");
        same("nextAction.past", "nextAction.whyPast != \"\"");
        always("nextAction.whyUndated != null");
        always("nextAction.whyPast != null");
        for (String said : List.of("none", "natured", "insightCited", "namesProduct", "namesDefect")) {
            ifThen("concerns." + said, "concerns.present");
        }
        ifThen("concerns.firstParty", "concerns.natured");
        same("covid.related", "covid.tagged || covidAccelerated");
        ifThen("covid.taggedInExecutiveSummary", "covid.tagged && executiveSummary.present");
        ifThen("covidAccelerated", "covidAccelerationKnown");
        same("deployment.known", "deployment.given in ( \"active\", \"paused\", \"stopped\" )");
        same("!deployment.known", "deployment.given == \"\"");
        same("deployment.halted", "deployment.given in ( \"paused\", \"stopped\" )");
        ifThen("entitlement.complete || entitlement.fitsPause", "entitlement.l1 != \"\"");
        always("entitlement.l1 != null");
        ifThen("prefix.core", "prefix.known && prefix.withCore");
        ifThen("prefix.known || prefix.exact || prefix.withCore", "prefix.present");
        same("noteType.known", "noteType.name != null");
        ifThen("noteType.ofRole", "noteType.known && role.known");
        ifThen("noteType.forCovid", "noteType.ofRole");
        always("noteType.given != null");
        same("timeTask.known", "timeTask.name != null");
        ifThen("timeTask.core", "timeTask.known");
        ifThen("timeTask.known", "timeTask.given != \"\"");
        ifThen("timeTask.outside", "timeTask.given == \"\"");
        ifThen("!timeTask.known || !prefix.known", "timeTask.ofPrefix");
        always("timeTask.given != null");
        always("id != null");
        always("text != null");
        always("language != null");
        for (String type : List.of("Note", "Interaction")) {
            add(type, "( role.known && role.code != null ) || ( !role.known && role.code == null )");
            add(type, "!role.assumed || role.known");
            add(type, "role.given != null");
            add(type, "!activity.core || activity.given != \"\"");
            add(type, "activity.given != null");
        }
        add("Interaction", "id != null");
    }

    private FactInvariants() {}

    /** All of them, in a fixed order. */
    public static List<Certainty> all() {
        return List.copyOf(ALL);
    }

    /** The condition that holds where a field of the note record is known, and only there; empty where there is none. */
    public static String known(String field) {
        return KNOWN.getOrDefault(field, "");
    }

    private static void always(String condition) {
        add("Note", condition);
    }

    private static void ifThen(String condition, String then) {
        add("Note", "!( " + condition + " ) || ( " + then + " )");
    }

    private static void same(String one, String other) {
        ifThen(one, other);
        ifThen(other, one);
    }

    private static void add(String type, String condition) {
        ALL.add(new Certainty(type, condition));
    }
}
