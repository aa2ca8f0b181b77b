package org.noteworthy.playbooks.edition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.text.Characters;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code playbook.yaml}: nothing but nested keys with plain values. */
public final class SettingsReader {
    private static final String FILE = EditionFiles.SETTINGS;
    private static final int LARGEST = 1 << 16;
    private static final int DEEPEST = 3;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MERGE);
    private static final Set<String> KEYS = Set.of(
            "title",
            "inForceFrom",
            "source",
            "assume.role",
            "timeTasks.suffix",
            "dates.numeric",
            "limits.statusCharacters");

    private final Diagnostics diagnostics;
    private final Map<String, ScalarNode> values = new LinkedHashMap<>();

    public SettingsReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The settings; null if the file is missing or so wrong that the edition cannot be placed in time. */
    @Nullable
    public EditionSettings read(EditionFiles files) {
        String text = files.text(FILE, diagnostics).orElse(null);
        if (text == null) {
            return null;
        }
        if (text.length() > LARGEST) {
            diagnostics.add(FILE, 0, "The file is larger than 64 KiB, which no settings need. Shorten it.");
            return null;
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setMaxAliasesForCollections(0)
                    .setAllowDuplicateKeys(false)
                    .setCodePointLimit(LARGEST)
                    .build();
            if (!checkEvents(settings, text)) {
                return null;
            }
            Node root = new Compose(settings).composeString(text).orElse(null);
            if (root instanceof MappingNode mapping) {
                collect("", mapping);
            } else {
                diagnostics.add(FILE, 1, "The settings are not written as \"key: value\" lines.");
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
            diagnostics.add(
                    FILE,
                    line,
                    column,
                    "The settings cannot be read here. Write each as \"key: value\" on a line of its own, those of a group"
                            + " with the same indent of blanks, not tabs.");
            return null;
        } catch (YamlEngineException e) {
            diagnostics.add(FILE, 0, "The settings cannot be read. Write each as \"key: value\" on a line of its own.");
            return null;
        }
        return settings();
    }

    /** Before anything is built of them: how deep the settings go, and whether one stands for another. */
    private boolean checkEvents(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof AliasEvent) {
                report(
                        event.getStartMark(),
                        "A value is taken from another place by a mark. Write the value itself here.");
                return false;
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                report(
                        event.getStartMark(),
                        "The settings go deeper here than any setting. Write each as \"key: value\", those of a group with"
                                + " an indent.");
                return false;
            }
        }
        return true;
    }

    /** Halves of a character among them, which no file can carry. */
    private static boolean isNotSeen(int codePoint) {
        return Characters.misleads(codePoint)
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private void report(Optional<Mark> at, String sentence) {
        diagnostics.add(
                FILE,
                at.map(mark -> mark.getLine() + 1).orElse(0),
                at.map(mark -> mark.getColumn() + 1).orElse(0),
                sentence);
    }

    private void collect(String prefix, MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            checkPlain(tuple.getKeyNode());
            checkPlain(tuple.getValueNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                String name = prefix + key.getValue();
                if (tuple.getValueNode() instanceof MappingNode inner && prefix.isEmpty()) {
                    collect(name + ".", inner);
                } else if (tuple.getValueNode() instanceof ScalarNode value && KEYS.contains(name)) {
                    if (value.getValue().strip().codePoints().anyMatch(SettingsReader::isNotSeen)) {
                        report(
                                value,
                                "The setting " + name
                                        + " holds characters that are not seen, or more than one line. Write"
                                        + " it on one line, without them.");
                    }
                    if (values.put(name, value) != null) {
                        report(key, "The setting " + name + " is given twice. Keep one.");
                    }
                } else if (KEYS.contains(name)) {
                    report(key, "The setting " + name + " takes one text or number, on its line.");
                } else if (KEYS.stream().anyMatch(known -> known.startsWith(name + "."))) {
                    report(key, "Under " + name + " stand lines with an indent, each a key and its value.");
                } else {
                    List<String> keys = KEYS.stream().sorted().toList();
                    report(key, "There is no setting " + name + "." + diagnostics.insteadOf(name, keys));
                }
            }
        }
    }

    /** Neither a name for other places to point at, nor a type of its own. */
    private void checkPlain(Node node) {
        if (node.getAnchor().isPresent()) {
            report(
                    node,
                    "The settings hold the mark &" + node.getAnchor().get().getValue()
                            + " for other places to point at. Write the value itself in each place.");
        }
        if (!PLAIN.contains(node.getTag())) {
            report(node, "The settings hold the type " + node.getTag().getValue() + ". Write the value by itself.");
        }
    }

    private @Nullable EditionSettings settings() {
        String title = required("title");
        String source = optional("source", "");
        String role = required("assume.role");
        String suffix = optional("timeTasks.suffix", "");
        String numeric = optional("dates.numeric", "month-first");
        if (!numeric.equals("month-first") && !numeric.equals("day-first")) {
            report(
                    values.get("dates.numeric"),
                    "dates.numeric is \"" + numeric + "\". Write month-first or day-first.");
        }
        int characters = number("limits.statusCharacters");
        String day = required("inForceFrom");
        if (day.isEmpty()) {
            return null;
        }
        try {
            if (day.length() != "2020-03-25".length()) {
                throw new DateTimeException("A year has four digits");
            }
            return new EditionSettings(
                    title,
                    LocalDate.parse(day),
                    line("inForceFrom"),
                    source,
                    new Tables.Settings(role, suffix, numeric.equals("month-first"), characters));
        } catch (DateTimeException e) {
            report(
                    values.get("inForceFrom"),
                    "inForceFrom is \"" + day + "\", which is not a day. Write it like 2020-03-25.");
            return null;
        }
    }

    private String required(String key) {
        ScalarNode node = values.get(key);
        if (node == null || node.getValue().isBlank()) {
            report(node, "The setting " + key + " is missing. Add it.");
            return "";
        }
        return node.getValue().strip();
    }

    private String optional(String key, String otherwise) {
        ScalarNode node = values.get(key);
        return node == null ? otherwise : node.getValue().strip();
    }

    private int number(String key) {
        String value = required(key);
        if (!value.isEmpty() && !value.matches("[1-9][0-9]{0,5}")) {
            report(values.get(key), key + " is \"" + value + "\". Write a whole number from 1.");
        }
        return value.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(value) : 0;
    }

    /** At a node; without one, about the file. */
    private void report(@Nullable Node node, String sentence) {
        Mark start = node == null ? null : node.getStartMark().orElse(null);
        Mark end = node == null ? null : node.getEndMark().orElse(null);
        if (start == null) {
            diagnostics.add(FILE, 0, sentence);
        } else {
            int length = end != null && end.getLine() == start.getLine() ? end.getColumn() - start.getColumn() : 0;
            diagnostics.add(FILE, start.getLine() + 1, start.getColumn() + 1, length, sentence);
        }
    }

    private int line(String key) {
        ScalarNode node = values.get(key);
        return node == null ? 0 : line(node);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
