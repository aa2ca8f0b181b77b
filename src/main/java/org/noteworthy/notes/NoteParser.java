package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Prefix.CodeUse;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.Tables.WorkloadRow;

/**
 * Reads notes into facts, in the words of one playbook.
 *
 * <p>Any text is accepted, in time linear in its length. Safe for use by many threads.
 */
public final class NoteParser {
    private static final Activity NO_ACTIVITY = new Activity("", false);

    private final Tables tables;
    private final Lookup lookup;
    private final LabelWords labels;
    private final TextReader texts;
    private final StatusWords statuses;
    private final DateReader dates;
    private final DateReasons dateReasons;
    private final ConcernReader concerns;
    private final Limits limits;
    private final RoleGiven assumedRole;
    private final Map<SectionKind, List<SectionLabels>> labelsByLanguage = new EnumMap<>(SectionKind.class);

    public NoteParser(Tables tables) {
        this.tables = tables;
        lookup = new Lookup(tables);
        labels = new LabelWords(tables, lookup);
        texts = new TextReader(tables, labels, new PrefixReader(tables, lookup));
        statuses = new StatusWords(
                tables.statuses(), words(tables, WordKind.NOT_A_SLIP), words(tables, WordKind.BEFORE_A_PAUSE));
        dates = new DateReader(tables, labels.languages());
        dateReasons = new DateReasons(tables.dateReasons());
        concerns = new ConcernReader(tables);
        limits = new Limits(tables.settings().statusCharacters());
        String assumed = tables.settings().assumedRole();
        assumedRole = new RoleGiven(assumed, lookup.role(assumed), true, lookup);
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
        VisibleText visible = VisibleText.of(record.text());
        String text = visible.text();
        TextReader.Reading reading = texts.read(text);
        int languageIndex = language(record.language(), reading.language());
        String language = labels.languages().isEmpty() ? "" : labels.languages().get(languageIndex);

        List<Block> blocks = reading.blocks();
        Section executive = executiveSummary(text, blocks, languageIndex);
        RoleGiven role = role(Composition.ofNullable(record.role()));
        Activity activity = activity(Composition.ofNullable(record.activity()));
        boolean related = !reading.tags().isEmpty() || Boolean.TRUE.equals(record.covidAccelerated());
        Covid covid =
                new Covid(related, reading.tags(), reading.slip(), reading.covidWord(), executive, texts.covidTag());
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
                    new Status(status, statuses.selected(text, status.use()), statuses, language),
                    section(SectionKind.SUMMARY, layout, languageIndex),
                    nextAction(section(SectionKind.NEXT_ACTION, layout, languageIndex), record, language),
                    concerns.read(section(SectionKind.CONCERNS, layout, languageIndex)),
                    executive,
                    sections(layout),
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
        return new Prefix(text, found.start(), found.end(), found.codes(), found.exact(), lookup);
    }

    /** The workloads of all blocks, as if one prefix named them. */
    private Prefix prefixOfAll(String text, List<Block> blocks) {
        PrefixReader.Found first = blocks.get(0).prefix();
        if (blocks.size() == 1) {
            return prefix(text, first);
        }
        List<CodeUse> codes = new ArrayList<>();
        blocks.forEach(block -> codes.addAll(block.prefix().codes()));
        return new Prefix(text, first.start(), first.end(), codes, first.exact(), lookup);
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
        return new Section(layout, ofLanguage, found);
    }

    private RoleGiven role(@Nullable String given) {
        return given == null ? assumedRole : new RoleGiven(given, lookup.role(given), false, lookup);
    }

    private NoteTypeGiven noteType(@Nullable String given, RoleGiven role) {
        String name = given == null ? null : lookup.noteType(given);
        Boolean forCovid = lookup.usesForCovid(role.code(), name);
        return new NoteTypeGiven(
                given == null ? "" : given, name, forCovid != null, Boolean.TRUE.equals(forCovid), role.code(), lookup);
    }

    private Entitlement entitlement(@Nullable EntitlementStatus given) {
        EntitlementStatus status = given == null
                ? null
                : new EntitlementStatus(
                        Composition.ofNullable(given.l1()),
                        Composition.ofNullable(given.l2()),
                        Composition.ofNullable(given.l3()));
        return new Entitlement(status, status != null && lookup.fitsPause(status.l1()), lookup);
    }

    private NextAction nextAction(Section section, NoteRecord record, String language) {
        SectionUse use = section.use();
        DateReader.Times times =
                use == null ? DateReader.Times.NONE : dates.read(section.text(), use.remark(), use.end(), language);
        return new NextAction(section, times, record.writtenOn(), dateReasons);
    }

    private Sections sections(Layout layout) {
        List<SectionUse> uses = layout.uses();
        int last = 0;
        boolean inOrder = true;
        boolean once = true;
        boolean wellNamed = true;
        int kinds = 0;
        for (int i = 0; i < uses.size(); i++) {
            int place = lookup.place(uses.get(i).kind());
            inOrder &= place == 0 || place >= last;
            last = Math.max(last, place);
            int bit = uses.get(i).kind().bit();
            boolean field = uses.get(i).kind() == SectionKind.OTHER;
            once &= field || (kinds & bit) == 0;
            kinds |= bit;
            wellNamed &= uses.get(i).slip() == null;
        }
        return new Sections(layout, inOrder, once, wellNamed, lookup);
    }

    private Activity activity(@Nullable String given) {
        return given == null ? NO_ACTIVITY : new Activity(given, lookup.isCoreTopic(given));
    }

    private TimeTaskGiven timeTask(@Nullable String given, Prefix prefix, Activity activity) {
        String named = given == null ? "" : given.strip();
        String task = named.isEmpty() ? null : lookup.timeTask(named);
        boolean core = lookup.isCoreTask(task);
        boolean ofPrefix = task == null || !prefix.known() || fits(task, core, prefix, activity);
        return new TimeTaskGiven(
                named, given != null && named.isEmpty(), task, core, ofPrefix, prefix, activity.core(), lookup);
    }

    private static boolean fits(String task, boolean core, Prefix prefix, Activity activity) {
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
