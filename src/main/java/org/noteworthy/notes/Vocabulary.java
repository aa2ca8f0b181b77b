package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a rule may say: the properties of the facts, each with the type of its value and one sentence for
 * people. A closed world: what is not listed here does not exist for a rule.
 */
public final class Vocabulary {
    private static final Map<String, Map<String, Property>> TYPES = new LinkedHashMap<>();
    private static final List<Class<?>> CLASSES = new ArrayList<>();

    /**
     * One property of a type of fact.
     *
     * @param type simple name of the type that has it
     * @param result simple name of the type of its value
     * @param place whether a violation can point at it
     * @param about one sentence for people
     * @param read takes it from a fact of the type
     */
    public record Property(
            String type,
            String name,
            String result,
            boolean place,
            String about,
            Function<Object, @Nullable Object> read) {}

    static {
        of(Note.class)
                .has("id", String.class, "The caller's id of the note.", Note::id)
                .has("text", String.class, "The text as written.", Note::text)
                .has("language", String.class, "The language of the labels, such as en.", Note::language)
                .has("position", Integer.class, "Place among the notes of an engagement, from 0.", Note::position)
                .has("author", String.class, "Who wrote the note.", Note::author)
                .has("interaction", String.class, "Id of the interaction that the note records.", Note::interaction)
                .has("engagement", String.class, "The customer engagement.", Note::engagement)
                .has(
                        "covidAccelerated",
                        Boolean.class,
                        "The customer is known to have accelerated because of COVID-19.",
                        Note::covidAccelerated)
                .has(
                        "covidAccelerationKnown",
                        Boolean.class,
                        "It is known whether the customer accelerated because of COVID-19.",
                        Note::covidAccelerationKnown)
                .has("role", RoleGiven.class, "The role of the author.", Note::role)
                .has("noteType", NoteTypeGiven.class, "The note type it is recorded under.", Note::noteType)
                .has("covid", Covid.class, "What the note says of COVID-19.", Note::covid)
                .has("deployment", DeploymentGiven.class, "What the customer asked for.", Note::deployment)
                .has("entitlement", Entitlement.class, "The entitlement status L1, L2, L3.", Note::entitlement)
                .has("prefix", Prefix.class, "The workloads at the head of the note.", Note::prefix)
                .has("status", Status.class, "The STATUS section.", Note::status)
                .has("summary", Section.class, "The SUMMARY section.", Note::summary)
                .has("nextAction", NextAction.class, "The NEXT ACTION section.", Note::nextAction)
                .has("concerns", Concerns.class, "The CONCERNS section.", Note::concerns)
                .has("executiveSummary", Section.class, "The EXECUTIVE SUMMARY section.", Note::executiveSummary)
                .has("sections", Sections.class, "The labels as they follow each other.", Note::sections)
                .has("timeTask", TimeTaskGiven.class, "The time tracking task.", Note::timeTask)
                .has("activity", Activity.class, "The kind of activity or topic.", Note::activity)
                .has("limits", Limits.class, "The limits that the playbook sets.", Note::limits);
        of(Interaction.class)
                .has("id", String.class, "Id of the interaction.", Interaction::id)
                .has("on", String.class, "Its day, as yyyy-mm-dd.", Interaction::on)
                .has("author", String.class, "Who had it.", Interaction::author)
                .has("role", RoleGiven.class, "In which role.", Interaction::role)
                .has("activity", Activity.class, "The kind of activity or topic.", Interaction::activity);
        of(RoleGiven.class)
                .has("known", Boolean.class, "The playbook has such a role.", RoleGiven::known)
                .has("given", String.class, "The role as the caller names it.", RoleGiven::given)
                .has("code", String.class, "The code of the role.", RoleGiven::code)
                .has("assumed", Boolean.class, "The caller left the role out.", RoleGiven::assumed);
        of(NoteTypeGiven.class)
                .has("known", Boolean.class, "The playbook has such a note type.", NoteTypeGiven::known)
                .has("given", String.class, "The note type as the caller names it.", NoteTypeGiven::given)
                .has("name", String.class, "The name of the note type.", NoteTypeGiven::name)
                .has("ofRole", Boolean.class, "The role uses this note type.", NoteTypeGiven::ofRole)
                .has(
                        "forCovid",
                        Boolean.class,
                        "The role uses this note type for COVID updates.",
                        NoteTypeGiven::forCovid)
                .has(
                        "covidChoice",
                        Place.class,
                        "The note types that the role uses for COVID updates.",
                        NoteTypeGiven::covidChoice);
        of(Covid.class)
                .has("tagged", Boolean.class, "The note carries the tag.", Covid::tagged)
                .has("related", Boolean.class, "It carries the tag, or the customer accelerated.", Covid::related)
                .has("mentioned", Boolean.class, "The text names COVID-19, or almost the tag.", Covid::mentioned)
                .has(
                        "taggedInExecutiveSummary",
                        Boolean.class,
                        "The tag stands in the executive summary.",
                        Covid::taggedInExecutiveSummary)
                .has("tags", Place.class, "Each place where the tag stands.", Covid::tags)
                .has("mention", Place.class, "Where COVID-19 is first named.", Covid::mention)
                .has(
                        "missingTag",
                        Place.class,
                        "A tag that is almost the one, else the whole note.",
                        Covid::missingTag);
        of(DeploymentGiven.class)
                .has("known", Boolean.class, "What the customer asked for is known.", DeploymentGiven::known)
                .has("halted", Boolean.class, "The customer asked to pause or to stop.", DeploymentGiven::halted)
                .has("given", String.class, "active, paused or stopped.", DeploymentGiven::given);
        of(Entitlement.class)
                .has("complete", Boolean.class, "All three levels are filled in.", Entitlement::complete)
                .has("fitsPause", Boolean.class, "The first level fits a pause or stop.", Entitlement::fitsPause)
                .has("l1", String.class, "The first level.", Entitlement::l1);
        of(Prefix.class)
                .has("present", Boolean.class, "The note has a prefix.", Prefix::present)
                .has("known", Boolean.class, "It has a prefix and every code in it is known.", Prefix::known)
                .has("exact", Boolean.class, "The prefix is written exactly as it should be.", Prefix::exact)
                .has("core", Boolean.class, "The prefix is the core workload alone.", Prefix::core)
                .has("withCore", Boolean.class, "The core workload is among those in the prefix.", Prefix::withCore)
                .has(
                        "workloads",
                        List.class,
                        "The codes of the workloads in it, as the playbook writes them.",
                        Prefix::workloads)
                .has("unknownCodes", Place.class, "Each code that is not known.", Prefix::unknownCodes)
                .has("missing", Place.class, "The head of the note.", Prefix::missing);
        of(Status.class)
                .has("present", Boolean.class, "STATUS is there and says something.", Status::present)
                .has("allowed", Boolean.class, "It begins with one of the statuses.", Status::allowed)
                .has("selected", String.class, "The status it begins with, by its key.", Status::selected)
                .has("length", Integer.class, "How many characters it has.", Status::length)
                .has("content", String.class, "What is written under the label.", Status::content)
                .has("opening", Place.class, "What it begins with.", Status::opening)
                .has("missing", Place.class, "Where STATUS should be.", Status::missing);
        of(Section.class)
                .has("present", Boolean.class, "The section is there and says something.", Section::present)
                .has("length", Integer.class, "How many characters it has.", Section::length)
                .has("content", String.class, "What is written under the label.", Section::content)
                .has("missing", Place.class, "Where the section should be.", Section::missing);
        of(NextAction.class)
                .has("present", Boolean.class, "NEXT ACTION is there and says something.", NextAction::present)
                .has("dated", Boolean.class, "It says when.", NextAction::dated)
                .has("past", Boolean.class, "All its full dates lie before the note's day.", NextAction::past)
                .has("lastDate", String.class, "Its latest full date, as yyyy-mm-dd.", NextAction::lastDate)
                .has("length", Integer.class, "How many characters it has.", NextAction::length)
                .has("content", String.class, "What is written under the label.", NextAction::content)
                .has("missing", Place.class, "Where NEXT ACTION should be.", NextAction::missing);
        of(Concerns.class)
                .has("present", Boolean.class, "CONCERNS is there and says something.", Concerns::present)
                .has("none", Boolean.class, "It says that there are none.", Concerns::none)
                .has("natured", Boolean.class, "It shows the nature of a concern.", Concerns::natured)
                .has("firstParty", Boolean.class, "A concern is of first-party software.", Concerns::firstParty)
                .has("insightCited", Boolean.class, "It cites an Insight by number.", Concerns::insightCited)
                .has("namesProduct", Boolean.class, "It names a workload or the vendor.", Concerns::namesProduct)
                .has("namesDefect", Boolean.class, "It speaks of what does not work.", Concerns::namesDefect)
                .has("length", Integer.class, "How many characters it has.", Concerns::length)
                .has("content", String.class, "What is written under the label.", Concerns::content)
                .has("firstPartyWords", Place.class, "The words for first-party software.", Concerns::firstPartyWords)
                .has("defectWords", Place.class, "The words for what does not work.", Concerns::defectWords);
        of(Sections.class)
                .has("inOrder", Boolean.class, "The labels keep the template's order.", Sections::inOrder)
                .has("once", Boolean.class, "No label is given twice.", Sections::once)
                .has("outOfOrder", Place.class, "The first label that stands too late.", Sections::outOfOrder)
                .has("repeats", Place.class, "Every label that stands again.", Sections::repeats);
        of(TimeTaskGiven.class)
                .has("outside", Boolean.class, "The note is recorded outside Time.", TimeTaskGiven::outside)
                .has("known", Boolean.class, "The playbook has such a task.", TimeTaskGiven::known)
                .has("core", Boolean.class, "It is the task of the core workload.", TimeTaskGiven::core)
                .has("ofPrefix", Boolean.class, "It fits the workloads in the prefix.", TimeTaskGiven::ofPrefix)
                .has("given", String.class, "The task as the caller names it.", TimeTaskGiven::given)
                .has("name", String.class, "The name of the task.", TimeTaskGiven::name);
        of(Activity.class)
                .has("given", String.class, "The activity as the caller names it.", Activity::given)
                .has("core", Boolean.class, "It is a topic of no single workload.", Activity::core);
        of(Limits.class)
                .has(
                        "statusCharacters",
                        Integer.class,
                        "Length up to which STATUS is brief.",
                        Limits::statusCharacters);
    }

    private Vocabulary() {}

    /** Names of the types that have properties, those that rules are about first. */
    public static List<String> types() {
        return List.copyOf(TYPES.keySet());
    }

    /** The properties of a type; empty if it has none. */
    public static List<Property> properties(String type) {
        return List.copyOf(TYPES.getOrDefault(type, Map.of()).values());
    }

    /** The property of that name, if the type has it. */
    public static Optional<Property> property(String type, String name) {
        return Optional.ofNullable(TYPES.getOrDefault(type, Map.of()).get(name));
    }

    /** The properties that lead from a type along dotted names; empty if one of them does not exist. */
    public static List<Property> path(String type, String dotted) {
        List<Property> path = new ArrayList<>();
        String at = type;
        for (String name : dotted.split("\\.", -1)) {
            Optional<Property> property = property(at, name);
            if (property.isEmpty()) {
                return List.of();
            }
            path.add(property.get());
            at = property.get().result();
        }
        return path;
    }

    /** The classes of the facts and of their parts, in the order of {@link #types}. */
    public static List<Class<?>> classes() {
        return List.copyOf(CLASSES);
    }

    private static <T> Definition<T> of(Class<T> type) {
        Map<String, Property> properties = new LinkedHashMap<>();
        CLASSES.add(type);
        TYPES.put(type.getSimpleName(), properties);
        return new Definition<>(type, properties);
    }

    private record Definition<T>(Class<T> type, Map<String, Property> properties) {
        Definition<T> has(String name, Class<?> result, String about, Function<T, @Nullable Object> read) {
            properties.put(
                    name,
                    new Property(
                            type.getSimpleName(),
                            name,
                            result.getSimpleName(),
                            Place.class.isAssignableFrom(result),
                            about,
                            fact -> read.apply(type.cast(fact))));
            return this;
        }
    }
}
