package org.noteworthy.notes.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Prefix;
import org.noteworthy.notes.Prefix.CodeUse;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.CoreTopicRow;
import org.noteworthy.notes.Tables.EntitlementRow;
import org.noteworthy.notes.Tables.NoteTypeRow;
import org.noteworthy.notes.Tables.RoleNoteTypeRow;
import org.noteworthy.notes.Tables.RoleRow;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.SectionRow;
import org.noteworthy.notes.Tables.TimeTaskRow;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.Tables.WorkloadRow;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Nearest;

/** Finds the row that a name stands for, under any of the names the tables give it, and the one it was meant to be. */
public final class NameLookup {
    private final Tables tables;
    private final Map<String, String> roles = new LinkedHashMap<>();
    private final Map<String, String> noteTypes = new LinkedHashMap<>();
    private final Map<String, String> timeTasks = new LinkedHashMap<>();
    private final Map<String, WorkloadRow> workloads = new LinkedHashMap<>();
    private final Map<String, Map<String, Boolean>> noteTypesOfRole = new HashMap<>();
    private final NameEnds ends;
    private final Map<SectionKind, Integer> places = new EnumMap<>(SectionKind.class);
    private final Phrases<EntitlementRow> fitsPause = Phrases.acrossLines();
    private final Phrases<CoreTopicRow> coreTopics = Phrases.acrossLines();
    private final @Nullable String coreTask;
    private final OnDemand<Nearest> nearRoles;
    private final OnDemand<Nearest> nearTimeTasks;
    private final OnDemand<CodeSlips> codeSlips;
    private final List<String> roleCodes;
    private final List<String> fittingEntitlements;

    public NameLookup(Tables tables) {
        this.tables = tables;
        ends = new NameEnds(tables.words());
        for (RoleRow row : tables.roles()) {
            put(roles, row.code(), row.code());
            put(roles, row.name(), row.code());
            row.aliases().forEach(alias -> put(roles, alias, row.code()));
        }
        for (NoteTypeRow row : tables.noteTypes()) {
            put(noteTypes, row.name(), row.name());
            row.aliases().forEach(alias -> put(noteTypes, alias, row.name()));
        }
        for (RoleNoteTypeRow row : tables.roleNoteTypes()) {
            noteTypesOfRole
                    .computeIfAbsent(row.role(), role -> new LinkedHashMap<>())
                    .put(row.noteType(), row.covid());
        }
        for (TimeTaskRow row : tables.timeTasks()) {
            putTask(row.name(), row.name());
            row.aliases().forEach(alias -> putTask(alias, row.name()));
        }
        String core = null;
        for (WorkloadRow row : tables.workloads()) {
            List<String> names = namesOf(row, tables);
            names.forEach(name -> put(workloads, name, row));
            String task = row.timeTask();
            if (task != null) {
                names.forEach(name -> put(timeTasks, name, task));
                core = row.core() ? task : core;
            }
        }
        coreTask = core;
        for (SectionRow row : tables.sections()) {
            places.merge(row.section(), row.place(), Math::max);
        }
        for (EntitlementRow row : tables.entitlements()) {
            if (row.fitsPause()) {
                fitsPause.add(row.value(), row);
            }
        }
        for (CoreTopicRow row : tables.coreTopics()) {
            coreTopics.add(row.topic(), row);
            row.aliases().forEach(alias -> coreTopics.add(alias, row));
        }
        nearRoles = new OnDemand<>(() -> new Nearest(roles.keySet()));
        nearTimeTasks = new OnDemand<>(() -> new Nearest(timeTasks.keySet()));
        codeSlips = new OnDemand<>(() -> new CodeSlips(tables.workloads()));
        roleCodes = tables.roles().stream().map(RoleRow::code).toList();
        fittingEntitlements = tables.entitlements().stream()
                .filter(EntitlementRow::fitsPause)
                .map(EntitlementRow::value)
                .toList();
    }

    /** All names of a workload, the code first. */
    public static List<String> namesOf(WorkloadRow row) {
        List<String> names = new ArrayList<>();
        names.add(row.code());
        names.addAll(row.writtenAs());
        names.add(row.name());
        names.addAll(row.aliases());
        return names;
    }

    /** All names of a workload, and each with the name of its vendor before it. */
    public static List<String> namesOf(WorkloadRow row, Tables tables) {
        List<String> names = namesOf(row);
        if (row.core()) {
            return names;
        }
        List<String> longer = new ArrayList<>(names);
        for (WordRow vendor : tables.words()) {
            if (vendor.kind() == WordKind.VENDOR) {
                names.stream()
                        .filter(name -> !row.writtenAs().contains(name))
                        .forEach(name -> longer.add(vendor.word() + " " + name));
            }
        }
        return longer;
    }

    @Nullable
    public String role(String given) {
        return findWithin(roles, given);
    }

    @Nullable
    public String noteType(String given) {
        return findWithin(noteTypes, given);
    }

    @Nullable
    public String timeTask(String given) {
        return find(timeTasks, given);
    }

    @Nullable
    public WorkloadRow workload(String given) {
        return find(workloads, given);
    }

    /** Whether the role uses the note type for COVID updates; null if its rows do not list the note type. */
    @Nullable
    public Boolean usesForCovid(@Nullable String role, @Nullable String noteType) {
        return role == null || noteType == null
                ? null
                : noteTypesOfRole.getOrDefault(role, Map.of()).get(noteType);
    }

    public boolean isCoreTask(@Nullable String task) {
        return task != null && task.equals(coreTask);
    }

    public boolean fitsPause(@Nullable String level) {
        return level != null && fitsPause.get(level) != null;
    }

    public boolean isCoreTopic(String activity) {
        return coreTopics.get(activity) != null;
    }

    /** Place of a section in the template's order, from 1; 0 if it has none. */
    public int place(SectionKind kind) {
        return places.getOrDefault(kind, 0);
    }

    public List<String> fittingEntitlements() {
        return fittingEntitlements;
    }

    public Spot nearRole(String given) {
        return Spot.ofField(roleCodes, nearRoles.get().to(given).map(roles::get).orElse(null));
    }

    public Spot nearNoteType(String given, @Nullable String role, boolean covid) {
        List<String> fitting = tables.roleNoteTypes().stream()
                .filter(row -> row.role().equals(role) && (row.covid() || !covid))
                .map(RoleNoteTypeRow::noteType)
                .toList();
        String nearest = Nearest.among(given, fitting).orElse(fitting.size() == 1 ? fitting.get(0) : null);
        return Spot.ofField(fitting, nearest);
    }

    public Spot nearTimeTask(String given, Prefix prefix, boolean coreTopic) {
        Set<String> fitting = new LinkedHashSet<>();
        Set<WorkloadRow> named = new LinkedHashSet<>();
        if (prefix.known() && !coreTopic) {
            for (CodeUse use : prefix.codes()) {
                WorkloadRow workload = use.workload();
                if (workload != null) {
                    named.add(workload);
                    if (workload.timeTask() != null) {
                        fitting.add(workload.timeTask());
                    }
                }
            }
        }
        boolean openToCore = coreTopic || named.size() > 1 || fitting.size() < named.size();
        if (coreTask != null && openToCore) {
            fitting.add(coreTask);
        }
        String nearest = timeTask(given) == null ? nearTimeTask(given) : null;
        if (nearest == null && fitting.size() == 1) {
            nearest = fitting.iterator().next();
        }
        return Spot.ofField(List.copyOf(fitting), nearest);
    }

    /** The task of the workload that is named in place of a task, else the task that is misspelt. */
    private @Nullable String nearTimeTask(String given) {
        String suffix = Letters.fold(" " + tables.settings().timeTaskSuffix());
        String folded = Letters.fold(given);
        String bare = folded.endsWith(suffix) ? folded.substring(0, folded.length() - suffix.length()) : folded;
        String task = timeTask(bare);
        if (task != null) {
            return task;
        }
        String near = nearTimeTasks.get().to(given).map(timeTasks::get).orElse(null);
        return near != null ? near : taskOfCode(bare);
    }

    /** The task of the one workload whose code is among the words. */
    private @Nullable String taskOfCode(String words) {
        String found = null;
        for (String word : words.split("[^\\p{L}\\p{N}]+", -1)) {
            WorkloadRow row = workload(word);
            String task = row != null && row.isCode(word) ? row.timeTask() : null;
            if (task != null && found != null && !task.equals(found)) {
                return null;
            }
            found = task != null ? task : found;
        }
        return found;
    }

    /** The code nearest to one in a prefix that ends at {@code prefixEnd}. */
    public Spot nearCode(String text, List<CodeUse> codes, CodeUse use, int prefixEnd) {
        return codeSlips.get().spot(text, use, codes.size() == 1, prefixEnd);
    }

    /** The head of a note without a prefix. */
    public Spot missingPrefix(String text, int start) {
        return codeSlips.get().missing(text, start);
    }

    private void putTask(String name, String task) {
        put(timeTasks, name, task);
        String suffix = " " + tables.settings().timeTaskSuffix();
        if (name.endsWith(suffix)) {
            put(timeTasks, name.substring(0, name.length() - suffix.length()), task);
        }
    }

    private static <V> void put(Map<String, V> names, String name, V value) {
        names.putIfAbsent(name, value);
        names.putIfAbsent(Letters.fold(name), value);
    }

    private @Nullable String findWithin(Map<String, String> names, String given) {
        String found = find(names, given);
        return found != null ? found : names.get(ends.without(given));
    }

    /** Most callers write a name as the table does: that is looked up first, without folding. */
    private static <V> @Nullable V find(Map<String, V> names, String given) {
        V found = names.get(given);
        return found != null ? found : names.get(Letters.fold(given));
    }
}
