package org.noteworthy.notes.vocabulary;

import java.util.List;
import org.noteworthy.notes.Activity;
import org.noteworthy.notes.Concerns;
import org.noteworthy.notes.Covid;
import org.noteworthy.notes.DeploymentGiven;
import org.noteworthy.notes.Entitlement;
import org.noteworthy.notes.Interaction;
import org.noteworthy.notes.Limits;
import org.noteworthy.notes.NextAction;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteTypeGiven;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.Prefix;
import org.noteworthy.notes.RoleGiven;
import org.noteworthy.notes.Section;
import org.noteworthy.notes.Sections;
import org.noteworthy.notes.Status;
import org.noteworthy.notes.TimeTaskGiven;
import org.noteworthy.notes.vocabulary.Vocabulary.Form;

/**
 * The words of the vocabulary, for rules and for people.
 *
 * <p>What a yes-or-no property says stands here both ways, each a sentence that is true by itself. What the value of
 * another property is stands here as a name for it, "The author of {the note}", and where that is not enough as an
 * explanation after a colon. In braces stands what a sentence about one rule names more exactly: the fact, or the part
 * that has the property, since some parts are of a kind that other facts have too.
 */
final class FactTypes {
    private static final FactType<Note> NOTE = FactType.of(Note.class)
            .has("id", String.class, "The id of {the note}: as its caller names it.", Note::id)
            .has("text", Form.LINES, "The text of {the note}: all of it, as a person sees it.", Note::text)
            .has(
                    "language",
                    String.class,
                    "The language of {the note}: that of its labels, such as en.",
                    Note::language)
            .has(
                    "position",
                    Integer.class,
                    "The position of {the note}: its place among the notes of the engagement, from 0.",
                    Note::position)
            .has("author", String.class, "The author of {the note}.", Note::author)
            .has(
                    "interaction",
                    String.class,
                    "The interaction of {the note}: the id of the one that it records.",
                    Note::interaction)
            .has("engagement", String.class, "The customer engagement of {the note}.", Note::engagement)
            .asks(
                    "covidAccelerated",
                    "The customer is known to accelerate because of COVID-19.",
                    "The customer is not known to accelerate because of COVID-19.",
                    Note::covidAccelerated)
            .asks(
                    "covidAccelerationKnown",
                    "It is recorded whether the customer accelerates because of COVID-19.",
                    "It is not recorded whether the customer accelerates because of COVID-19.",
                    Note::covidAccelerationKnown)
            .has("role", RoleGiven.class, "The role of the author.", Note::role)
            .has(
                    "noteType",
                    NoteTypeGiven.class,
                    "The note type: the one that the note is recorded under.",
                    Note::noteType)
            .has("covid", Covid.class, "COVID-19: what the note says of it.", Note::covid)
            .has("deployment", DeploymentGiven.class, "The deployment: what the customer asked for.", Note::deployment)
            .has(
                    "entitlement",
                    Entitlement.class,
                    "The entitlement status: its levels L1, L2 and L3.",
                    Note::entitlement)
            .has("prefix", Prefix.class, "The prefix: the workloads at the head of the note.", Note::prefix)
            .has("status", Status.class, "STATUS: the section of that label.", Note::status)
            .has("summary", Section.class, "SUMMARY: the section of that label.", Note::summary)
            .has("nextAction", NextAction.class, "NEXT ACTION: the section of that label.", Note::nextAction)
            .has("concerns", Concerns.class, "CONCERNS: the section of that label.", Note::concerns)
            .has(
                    "executiveSummary",
                    Section.class,
                    "EXECUTIVE SUMMARY: the section of that label.",
                    Note::executiveSummary)
            .has("sections", Sections.class, "The labels: as they follow each other.", Note::sections)
            .has("timeTask", TimeTaskGiven.class, "The time tracking task.", Note::timeTask)
            .has("activity", Activity.class, "The activity: its kind or topic.", Note::activity)
            .has("limits", Limits.class, "The limits: those that the playbook sets.", Note::limits);

    private static final FactType<Interaction> INTERACTION = FactType.of(Interaction.class)
            .has("id", String.class, "{The interaction}: its id.", Interaction::id)
            .has("on", Form.DAY, "The day of {the interaction}: as yyyy-mm-dd.", Interaction::on)
            .has("author", String.class, "The author of {the interaction}: who had it.", Interaction::author)
            .has("role", RoleGiven.class, "The role in the interaction.", Interaction::role)
            .has("activity", Activity.class, "The activity: its kind or topic.", Interaction::activity);

    private static final FactType<RoleGiven> ROLE = FactType.of(RoleGiven.class)
            .asks("known", "{The role} is in the playbook.", "{The role} is not in the playbook.", RoleGiven::known)
            .has("given", String.class, "The name of {the role}: as the caller gives it.", RoleGiven::given)
            .has("code", String.class, "The code of {the role}: that of the playbook.", RoleGiven::code)
            .asks(
                    "assumed",
                    "{The role} is left out, and the playbook's usual one is assumed.",
                    "{The role} is given by the caller.",
                    RoleGiven::assumed);

    private static final FactType<NoteTypeGiven> NOTE_TYPE = FactType.of(NoteTypeGiven.class)
            .asks(
                    "known",
                    "{The note type} is in the playbook.",
                    "{The note type} is not in the playbook.",
                    NoteTypeGiven::known)
            .has("given", String.class, "The name of {the note type}: as the caller gives it.", NoteTypeGiven::given)
            .has("name", String.class, "The playbook's name of {the note type}.", NoteTypeGiven::name)
            .asks(
                    "ofRole",
                    "{The note type} is one that the author's role uses.",
                    "{The note type} is not one that the author's role uses.",
                    NoteTypeGiven::ofRole)
            .asks(
                    "forCovid",
                    "{The note type} is one that the author's role uses for COVID updates.",
                    "{The note type} is not one that the author's role uses for COVID updates.",
                    NoteTypeGiven::forCovid)
            .has(
                    "covidChoice",
                    Place.class,
                    "The note types that the author's role uses for COVID updates.",
                    NoteTypeGiven::covidChoice);

    private static final FactType<Covid> COVID = FactType.of(Covid.class)
            .asks(
                    "tagged",
                    "{The note} carries the COVID-19 tag.",
                    "{The note} does not carry the COVID-19 tag.",
                    Covid::tagged)
            .asks(
                    "related",
                    "{The note} carries the COVID-19 tag, or the customer is known to accelerate because of COVID-19.",
                    "{The note} does not carry the COVID-19 tag, and the customer is not known to accelerate because of COVID-19.",
                    Covid::related)
            .asks(
                    "mentioned",
                    "{The note} names COVID-19, in words or by almost the right tag.",
                    "{The note} names COVID-19 neither in words nor by almost the right tag.",
                    Covid::mentioned)
            .asks(
                    "taggedInExecutiveSummary",
                    "The COVID-19 tag stands in EXECUTIVE SUMMARY.",
                    "The COVID-19 tag does not stand in EXECUTIVE SUMMARY.",
                    Covid::taggedInExecutiveSummary)
            .has("tags", Place.class, "Each place where the COVID-19 tag stands.", Covid::tags)
            .has("mention", Place.class, "The place where COVID-19 is first named.", Covid::mention)
            .has(
                    "missingTag",
                    Place.class,
                    "The tag that is almost the right one: else the whole note.",
                    Covid::missingTag);

    private static final FactType<DeploymentGiven> DEPLOYMENT = FactType.of(DeploymentGiven.class)
            .asks(
                    "known",
                    "It is recorded whether the customer asked to pause or to stop.",
                    "It is not recorded whether the customer asked to pause or to stop.",
                    DeploymentGiven::known)
            .asks(
                    "halted",
                    "The customer is known to have asked to pause or to stop.",
                    "The customer is not known to have asked to pause or to stop.",
                    DeploymentGiven::halted)
            .has("given", String.class, "The wish of the customer: active, paused or stopped.", DeploymentGiven::given);

    private static final FactType<Entitlement> ENTITLEMENT = FactType.of(Entitlement.class)
            .asks(
                    "complete",
                    "All three levels of {the entitlement status} are filled in.",
                    "At least one of the three levels of {the entitlement status} is empty.",
                    Entitlement::complete)
            .asks(
                    "fitsPause",
                    "The first level of {the entitlement status} fits a pause or stop.",
                    "The first level of {the entitlement status} does not fit a pause or stop.",
                    Entitlement::fitsPause)
            .has("l1", String.class, "The first level of {the entitlement status}.", Entitlement::l1);

    private static final FactType<Prefix> PREFIX = FactType.of(Prefix.class)
            .asks("present", "{The note} has a workload prefix.", "{The note} has no workload prefix.", Prefix::present)
            .asks(
                    "known",
                    "Every code in {the prefix} is in the playbook.",
                    "{The prefix} is missing, or a code in it is not in the playbook.",
                    Prefix::known)
            .asks(
                    "exact",
                    "{The prefix} is written exactly as the playbook wants it.",
                    "{The prefix} is not written exactly as the playbook wants it.",
                    Prefix::exact)
            .asks(
                    "core",
                    "{The prefix} names the core workload alone.",
                    "{The prefix} does not name the core workload alone.",
                    Prefix::core)
            .asks(
                    "withCore",
                    "{The prefix} names the core workload, alone or among others.",
                    "{The prefix} does not name the core workload.",
                    Prefix::withCore)
            .has(
                    "workloads",
                    List.class,
                    "The list of workloads in {the prefix}: the codes that are known, as the playbook writes them.",
                    Prefix::workloads)
            .has("unknownCodes", Place.class, "Each code that is not in the playbook.", Prefix::unknownCodes)
            .has("missing", Place.class, "The head of the note: where the prefix should be.", Prefix::missing);

    private static final FactType<Status> STATUS = FactType.of(Status.class)
            .asks("present", "{STATUS} is there and says something.", "{STATUS} is missing or empty.", Status::present)
            .asks(
                    "allowed",
                    "{STATUS} begins with one of the playbook's statuses.",
                    "{STATUS} begins with none of the playbook's statuses.",
                    Status::allowed)
            .has(
                    "selected",
                    String.class,
                    "The status that {STATUS} begins with: its key in statuses.csv.",
                    Status::selected)
            .has("length", Integer.class, "The number of characters in {STATUS}.", Status::length)
            .has("content", Form.LINES, "The text of {STATUS}: what is written under the label.", Status::content)
            .has("opening", Place.class, "What STATUS begins with.", Status::opening)
            .has("missing", Place.class, "Where STATUS should be.", Status::missing);

    private static final FactType<Section> SECTION = FactType.of(Section.class)
            .asks(
                    "present",
                    "{The section} is there and says something.",
                    "{The section} is missing or empty.",
                    Section::present)
            .has("length", Integer.class, "The number of characters in {the section}.", Section::length)
            .has("content", Form.LINES, "The text of {the section}: what is written under the label.", Section::content)
            .has("missing", Place.class, "Where {the section} should be.", Section::missing);

    private static final FactType<NextAction> NEXT_ACTION = FactType.of(NextAction.class)
            .asks(
                    "present",
                    "{NEXT ACTION} is there and says something.",
                    "{NEXT ACTION} is missing or empty.",
                    NextAction::present)
            .asks("dated", "{NEXT ACTION} says when.", "{NEXT ACTION} does not say when.", NextAction::dated)
            .asks(
                    "past",
                    "{NEXT ACTION} has full dates, and all of them lie before the day on which the note was written.",
                    "{NEXT ACTION} has no full date, or one that is not known to lie before the day on which the note was written.",
                    NextAction::past)
            .has("lastDate", Form.DAY, "The latest full date in {NEXT ACTION}: as yyyy-mm-dd.", NextAction::lastDate)
            .has(
                    "whyUndated",
                    String.class,
                    "The reason why {NEXT ACTION} does not say when: the sentence of date-reasons.csv.",
                    NextAction::whyUndated)
            .has(
                    "whyPast",
                    String.class,
                    "The sentence of date-reasons.csv for full dates in {NEXT ACTION} that all lie before the day on which the note was written.",
                    NextAction::whyPast)
            .has(
                    "lookalike",
                    Place.class,
                    "What looks like a time in NEXT ACTION and says no when: else all of it.",
                    NextAction::lookalike)
            .has("length", Integer.class, "The number of characters in {NEXT ACTION}.", NextAction::length)
            .has(
                    "content",
                    Form.LINES,
                    "The text of {NEXT ACTION}: what is written under the label.",
                    NextAction::content)
            .has("missing", Place.class, "Where NEXT ACTION should be.", NextAction::missing);

    private static final FactType<Concerns> CONCERNS = FactType.of(Concerns.class)
            .asks(
                    "present",
                    "{CONCERNS} is there and says something.",
                    "{CONCERNS} is missing or empty.",
                    Concerns::present)
            .asks(
                    "none",
                    "{CONCERNS} only says that there are none.",
                    "{CONCERNS} says more than that there are none.",
                    Concerns::none)
            .asks(
                    "natured",
                    "{CONCERNS} shows the nature of a concern.",
                    "{CONCERNS} does not show the nature of a concern.",
                    Concerns::natured)
            .asks(
                    "firstParty",
                    "{CONCERNS} shows a concern of first-party software.",
                    "{CONCERNS} shows no concern of first-party software.",
                    Concerns::firstParty)
            .asks(
                    "insightCited",
                    "{CONCERNS} cites an Insight by number.",
                    "{CONCERNS} cites no Insight by number.",
                    Concerns::insightCited)
            .asks(
                    "namesProduct",
                    "{CONCERNS} names a workload or the vendor.",
                    "{CONCERNS} names neither a workload nor the vendor.",
                    Concerns::namesProduct)
            .asks(
                    "namesDefect",
                    "{CONCERNS} speaks of a defect.",
                    "{CONCERNS} does not speak of a defect.",
                    Concerns::namesDefect)
            .has("length", Integer.class, "The number of characters in {CONCERNS}.", Concerns::length)
            .has("content", Form.LINES, "The text of {CONCERNS}: what is written under the label.", Concerns::content)
            .has("firstPartyWords", Place.class, "The words for first-party software.", Concerns::firstPartyWords)
            .has("defectWords", Place.class, "The words for a defect.", Concerns::defectWords);

    private static final FactType<Sections> SECTIONS = FactType.of(Sections.class)
            .asks(
                    "inOrder",
                    "{The labels} stand in the order of the template.",
                    "{The labels} do not stand in the order of the template.",
                    Sections::inOrder)
            .asks(
                    "once",
                    "No label of {the note} is given twice.",
                    "A label of {the note} is given more than once.",
                    Sections::once)
            .asks(
                    "wellNamed",
                    "Each label of {the note} is one of the playbook's.",
                    "A label of {the note} is not one of the playbook's, but like one.",
                    Sections::wellNamed)
            .has("outOfOrder", Place.class, "The first label that stands too late.", Sections::outOfOrder)
            .has("repeats", Place.class, "Every label that stands again.", Sections::repeats)
            .has("misnamed", Place.class, "Every label that is not one of the playbook's.", Sections::misnamed);

    private static final FactType<TimeTaskGiven> TIME_TASK = FactType.of(TimeTaskGiven.class)
            .asks(
                    "outside",
                    "{The note} is recorded outside Time.",
                    "{The note} is recorded in Time, as far as is known.",
                    TimeTaskGiven::outside)
            .asks(
                    "known",
                    "{The time tracking task} is in the playbook.",
                    "{The time tracking task} is not in the playbook.",
                    TimeTaskGiven::known)
            .asks(
                    "core",
                    "{The time tracking task} is that of the core workload.",
                    "{The time tracking task} is not that of the core workload.",
                    TimeTaskGiven::core)
            .asks(
                    "ofPrefix",
                    "{The time tracking task} fits the workloads in the prefix.",
                    "{The time tracking task} does not fit the workloads in the prefix.",
                    TimeTaskGiven::ofPrefix)
            .has(
                    "given",
                    String.class,
                    "The name of {the time tracking task}: as the caller gives it.",
                    TimeTaskGiven::given)
            .has("name", String.class, "The playbook's name of {the time tracking task}.", TimeTaskGiven::name);

    private static final FactType<Activity> ACTIVITY = FactType.of(Activity.class)
            .has("given", String.class, "The name of {the activity}: as the caller gives it.", Activity::given)
            .asks(
                    "core",
                    "{The activity} is a topic that belongs to no single workload.",
                    "{The activity} is not known as a topic that belongs to no single workload.",
                    Activity::core);

    private static final FactType<Limits> LIMITS = FactType.of(Limits.class)
            .has(
                    "statusCharacters",
                    Integer.class,
                    "The playbook's limit for STATUS: the characters up to which it is brief.",
                    Limits::statusCharacters);

    /** All of them, those that rules are about first. */
    static final List<FactType<?>> ALL = List.of(
            NOTE,
            INTERACTION,
            ROLE,
            NOTE_TYPE,
            COVID,
            DEPLOYMENT,
            ENTITLEMENT,
            PREFIX,
            STATUS,
            SECTION,
            NEXT_ACTION,
            CONCERNS,
            SECTIONS,
            TIME_TASK,
            ACTIVITY,
            LIMITS);

    private FactTypes() {}
}
