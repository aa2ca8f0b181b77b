package org.noteworthy.notes.parsing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Activity;
import org.noteworthy.notes.Covid;
import org.noteworthy.notes.DeploymentGiven;
import org.noteworthy.notes.Entitlement;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.Interaction;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.Layout;
import org.noteworthy.notes.Limits;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.NoteTypeGiven;
import org.noteworthy.notes.Prefix;
import org.noteworthy.notes.Prefix.CodeUse;
import org.noteworthy.notes.RoleGiven;
import org.noteworthy.notes.Section;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Status;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.Tables.WorkloadRow;
import org.noteworthy.notes.TimeTaskGiven;
import org.noteworthy.notes.VisibleText;
import org.noteworthy.notes.text.Composition;
import org.noteworthy.notes.words.LabelWords;
import org.noteworthy.notes.words.NameLookup;
import org.noteworthy.notes.words.StatusWords;

/**
 * Reads notes into facts, in the words of one playbook.
 *
 * <p>Any text is accepted, in time linear in its length. Safe for use by many threads.
 */
public final class NoteParser {
    private static final Activity NO_ACTIVITY = new Activity("", false);

    private final Tables tables;
    private final NameLookup lookup;
    private final LabelWords labels;
    private final TextReader texts;
    private final StatusWords statuses;
    private final NextActionReader nextActions;
    private final SectionOrder order;
    private final ConcernReader concerns;
    private final Limits limits;
    private final RoleGiven assumedRole;
    private final Map<SectionKind, List<SectionLabels>> labelsByLanguage = new EnumMap<>(SectionKind.class);

    public NoteParser(Tables tables) {
        this.tables = tables;
        lookup = new NameLookup(tables);
        labels = new LabelWords(tables, lookup);
        texts = new TextReader(tables, labels, new PrefixReader(tables, lookup));
        statuses = new StatusWords(
                tables.statuses(), words(tables, WordKind.NOT_A_SLIP), words(tables, WordKind.BEFORE_A_PAUSE));
        nextActions = new NextActionReader(tables, labels.languages());
        order = new SectionOrder(lookup);
        concerns = new ConcernReader(tables);
        limits = new Limits(tables.settings().statusCharacters());
        String assumed = tables.settings().assumedRole();
        assumedRole = role(assumed, true);
        for (SectionKind kind : SectionKind.values()) {
            List<SectionLabels> ofKind = new ArrayList<>();
            for (String language : labels.languages()) {
                ofKind.add(new SectionLabels(labels.labels(kind, language), labels.allLabels(kind, language)));
            }
            labelsByLanguage.put(kind, ofKind);
        }
    }

    private static List<String> words(Tables tables, WordKind kind) {
        return tables.words().stream()
                .filter(row -> row.kind() == kind)
                .map(WordRow::word)
                .toList();
    }

    /** Reads a note that stands by itself. */
    public Note parse(NoteRecord record) {
        return parse(record, 0);
    }

    /** Reads a note that stands among others of an engagement; {@code position} counts from 0. */
    public Note parse(NoteRecord record, int position) {
        VisibleText visible = VisibleTextReader.read(record.text());
        String text = visible.text();
        TextReader.Reading reading = texts.read(text);
        int languageIndex = language(record.language(), reading.language());
        String language = labels.languages().isEmpty() ? "" : labels.languages().get(languageIndex);

        List<Block> blocks = reading.blocks();
        Section executive = executiveSummary(text, blocks, languageIndex);
        RoleGiven role = role(Composition.ofNullable(record.role()));
        Activity activity = activity(Composition.ofNullable(record.activity()));
        boolean related = !reading.tags().isEmpty() || Boolean.TRUE.equals(record.covidAccelerated());
        Covid covid = new Covid(
                related,
                reading.tags(),
                reading.slip(),
                reading.covidWord(),
                executive,
                texts.covidTag(),
                () -> new TagRemoval(executive.layout(), reading.tags()).spots());
        NoteTypeGiven noteType = noteType(Composition.ofNullable(record.noteType()), role);
        DeploymentGiven deployment = new DeploymentGiven(record.deployment());
        Entitlement entitlement = entitlement(record.entitlementStatus());
        TimeTaskGiven timeTask =
                timeTask(Composition.ofNullable(record.timeTask()), prefixOfAll(text, blocks), activity);
        List<Note> further = blocks.size() == 1 ? List.of() : new ArrayList<>(blocks.size() - 1);
        for (int i = blocks.size() - 1; ; i--) {
            Block block = blocks.get(i);
            Prefix prefix = prefix(text, block.prefix());
            Layout layout = layout(text, block, blocks.size() > 1);
            Section status = section(SectionKind.STATUS, layout, languageIndex);
            Note note = new Note(
                    record,
                    visible,
                    position,
                    language,
                    role,
                    noteType,
                    covid,
                    deployment,
                    entitlement,
                    prefix,
                    status(status, language),
                    section(SectionKind.SUMMARY, layout, languageIndex),
                    nextActions.read(
                            section(SectionKind.NEXT_ACTION, layout, languageIndex), record.writtenOn(), language),
                    concerns.read(section(SectionKind.CONCERNS, layout, languageIndex)),
                    executive,
                    order.read(layout),
                    timeTask,
                    activity,
                    limits,
                    i == 0 ? further : List.of());
            if (i == 0) {
                return note;
            }
            further.add(0, note);
        }
    }

    private Prefix prefix(String text, PrefixReader.Found found) {
        return prefix(text, found, found.codes());
    }

    private Prefix prefix(String text, PrefixReader.Found found, List<CodeUse> codes) {
        int start = found.start();
        int end = found.end();
        return new Prefix(
                text,
                start,
                end,
                codes,
                found.exact(),
                () -> codes.stream()
                        .filter(code -> code.workload() == null)
                        .map(code -> lookup.nearCode(text, codes, code, end))
                        .toList(),
                () -> List.of(lookup.missingPrefix(text, start)));
    }

    private Status status(Section section, String language) {
        String text = section.text();
        SectionUse use = section.use();
        return new Status(
                section,
                statuses.selected(text, use),
                use == null || use.start() == use.end()
                        ? section
                        : () -> List.of(statuses.opening(text, use, language)));
    }

    /** The workloads of all blocks, as if one prefix named them. */
    private Prefix prefixOfAll(String text, List<Block> blocks) {
        PrefixReader.Found first = blocks.get(0).prefix();
        if (blocks.size() == 1) {
            return prefix(text, first);
        }
        List<CodeUse> codes = new ArrayList<>();
        blocks.forEach(block -> codes.addAll(block.prefix().codes()));
        return prefix(text, first, codes);
    }

    private static Layout layout(String text, Block block, boolean oneOfSeveral) {
        PrefixReader.Found prefix = block.prefix();
        String head = oneOfSeveral && prefix.present() ? text.substring(prefix.start(), prefix.end()) : null;
        return new Layout(text, head, prefix.start(), prefix.end(), block.end(), block.uses());
    }

    /** The first of the whole note. */
    private Section executiveSummary(String text, List<Block> blocks, int language) {
        for (Block block : blocks) {
            Section section = section(SectionKind.EXECUTIVE_SUMMARY, layout(text, block, false), language);
            if (section.use() != null || blocks.size() == 1) {
                return section;
            }
        }
        return section(SectionKind.EXECUTIVE_SUMMARY, layout(text, blocks.get(0), false), language);
    }

    /** Reads an interaction of an engagement. */
    public Interaction parse(InteractionRecord record) {
        return new Interaction(
                record,
                Composition.of(record.id()),
                record.on() == null ? null : record.on().toString(),
                Composition.ofNullable(record.author()),
                role(Composition.ofNullable(record.role())),
                activity(Composition.ofNullable(record.activity())));
    }

    /** Code of the role taken where a note names none. */
    public String assumedRole() {
        return tables.settings().assumedRole();
    }

    /** Code of the role that a note names, of the assumed one where it names none; null where the playbook has none such. */
    public @Nullable String roleCode(@Nullable String given) {
        return role(given).code();
    }

    /** Name by which the playbook calls that note type; null where it has none such. */
    public @Nullable String noteTypeName(@Nullable String given) {
        return given == null ? null : lookup.noteType(given);
    }

    private int language(@Nullable String given, int used) {
        int named = given == null ? -1 : labels.languages().indexOf(given);
        return named >= 0 ? named : used;
    }

    private Section section(SectionKind kind, Layout layout, int language) {
        SectionUse found = null;
        for (SectionUse use : layout.uses()) {
            if (use.kind() == kind) {
                found = use;
                break;
            }
        }
        List<SectionLabels> ofKind = labelsByLanguage.getOrDefault(kind, List.of());
        SectionLabels ofLanguage = ofKind.isEmpty() ? SectionLabels.NONE : ofKind.get(language);
        SectionUse use = found;
        return new Section(layout, use, () -> List.of(new MissingSection(layout, ofLanguage).spot(use)));
    }

    private RoleGiven role(@Nullable String given) {
        return given == null ? assumedRole : role(given, false);
    }

    private RoleGiven role(String given, boolean assumed) {
        return new RoleGiven(given, lookup.role(given), assumed, () -> List.of(lookup.nearRole(given)));
    }

    private NoteTypeGiven noteType(@Nullable String given, RoleGiven role) {
        String name = given == null ? null : lookup.noteType(given);
        Boolean forCovid = lookup.usesForCovid(role.code(), name);
        String named = given == null ? "" : given;
        return new NoteTypeGiven(
                named,
                name,
                forCovid != null,
                Boolean.TRUE.equals(forCovid),
                () -> List.of(lookup.nearNoteType(named, role.code(), false)),
                () -> List.of(lookup.nearNoteType(named, role.code(), true)));
    }

    private Entitlement entitlement(@Nullable EntitlementStatus given) {
        EntitlementStatus status = given == null
                ? null
                : new EntitlementStatus(
                        Composition.ofNullable(given.l1()),
                        Composition.ofNullable(given.l2()),
                        Composition.ofNullable(given.l3()));
        return new Entitlement(status, status != null && lookup.fitsPause(status.l1()), lookup.fittingEntitlements());
    }

    private Activity activity(@Nullable String given) {
        return given == null ? NO_ACTIVITY : new Activity(given, lookup.isCoreTopic(given));
    }

    private TimeTaskGiven timeTask(@Nullable String given, Prefix prefix, Activity activity) {
        String named = given == null ? "" : given.strip();
        String task = named.isEmpty() ? null : lookup.timeTask(named);
        boolean core = lookup.isCoreTask(task);
        boolean ofPrefix = task == null || !prefix.known() || isOfPrefix(task, core, prefix, activity);
        return new TimeTaskGiven(
                named,
                given != null && named.isEmpty(),
                task,
                core,
                ofPrefix,
                () -> List.of(lookup.nearTimeTask(named, prefix, activity.core())));
    }

    /**
     * The fact {@code timeTask.ofPrefix}: the task is that of a workload in the prefix, or the core task where the prefix
     * names several workloads or one without a task, or the activity is a core topic. Which notes it is asked of, rules say.
     */
    private static boolean isOfPrefix(String task, boolean core, Prefix prefix, Activity activity) {
        WorkloadRow first = null;
        boolean several = false;
        boolean openToCore = activity.core();
        for (CodeUse use : prefix.codes()) {
            WorkloadRow workload = use.workload();
            if (workload != null) {
                if (task.equals(workload.timeTask())) {
                    return true;
                }
                several |= first != null && !workload.equals(first);
                first = workload;
                openToCore |= workload.timeTask() == null;
            }
        }
        return core && (openToCore || several);
    }
}
