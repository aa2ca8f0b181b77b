package org.noteworthy.input.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.RecordField;
import org.noteworthy.input.SideKeys;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The fields of a note in YAML between two lines {@code ---} at the head of its file.
 *
 * <p>Scalars are the text that is written ({@code role: 007} is {@code 007}); a key without a value, {@code ~} and
 * {@code null} are unknown; {@code ""} is empty text. A file whose first line is not {@code ---} has no front matter.
 */
final class FrontMatter {
    /** The most that may stand between the lines. */
    static final int MOST_CHARS = 16 * 1024;

    private final NoteDraft draft;
    private final SideKeys sideKeys;

    private FrontMatter(NoteDraft draft, SideKeys sideKeys) {
        this.draft = draft;
        this.sideKeys = sideKeys;
    }

    /**
     * A file cut in two.
     *
     * @param yaml what stands between the lines, if they are there
     * @param textStart where the text begins, in UTF-16 characters from the file's start
     * @param textLine the line at which it begins
     */
    record Split(
            @Nullable String yaml,
            int textStart,
            int textLine,
            @Nullable Problem problem) {}

    static Split split(String content) {
        int start = nextLine(content, 0);
        if (!isRuler(content, 0, start)) {
            return new Split(null, 0, 1, null);
        }
        int line = 2;
        for (int at = start; at < content.length() && at - start <= MOST_CHARS; line++) {
            int next = nextLine(content, at);
            if (isRuler(content, at, next)) {
                return new Split(content.substring(start, at), next, line + 1, null);
            }
            at = next;
        }
        Problem problem = Problem.of(
                400,
                "Malformed front matter",
                "Line 1: the front matter that begins here does not end within " + MOST_CHARS
                        + " characters. Close it with a line ---, or begin the file with an empty line if it has none.");
        return new Split(null, 0, 1, problem);
    }

    private static int nextLine(String content, int from) {
        int end = from;
        while (end < content.length() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
            end++;
        }
        boolean both = content.startsWith("\r\n", end);
        return Math.min(content.length(), end + (both ? 2 : 1));
    }

    private static boolean isRuler(String content, int from, int to) {
        return content.startsWith("---", from)
                && content.substring(from + 3, to).isBlank();
    }

    /** Reads fields and side keys; answers with what is wrong where it is not even YAML. */
    static Optional<Problem> read(String yaml, NoteDraft draft, SideKeys sideKeys) {
        try {
            Optional<Node> root = SafeYaml.compose(yaml);
            if (root.isPresent()) {
                new FrontMatter(draft, sideKeys).fields(root.get());
            }
            return Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.of(Problem.of(400, "Malformed front matter", SafeYaml.explain(e)));
        }
    }

    private void fields(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            draft.wrong("", "Front matter is made of lines such as \"language: en\"; this is not.");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            String name = name(entry);
            Optional<RecordField> field = RecordField.named(name);
            if (sideKeys.allows(name)) {
                sideKey(name, entry.getValueNode());
            } else if (field.equals(Optional.of(RecordField.TEXT))) {
                draft.wrong(RecordField.TEXT, "text is what stands under the front matter; it can not be in it.");
            } else if (field.isPresent()) {
                value(field.get(), entry.getValueNode());
            } else if (name.equals(RecordField.ENTITLEMENT)) {
                entitlement(entry.getValueNode());
            } else {
                draft.unknown(name);
            }
        }
    }

    private void value(RecordField field, Node node) {
        if (!draft.begin(field) || isNull(node)) {
            return;
        }
        if (node instanceof ScalarNode scalar) {
            draft.put(field, scalar.getValue());
        } else {
            draft.wrong(field, field.path() + " must be text, not " + kind(node) + ".");
        }
    }

    private void entitlement(Node node) {
        if (isNull(node) || !draft.beginEntitlement()) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            draft.wrong(
                    "/" + RecordField.ENTITLEMENT,
                    RecordField.ENTITLEMENT + " must hold l1, l2 and l3, not be " + kind(node) + ".");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            String name = name(entry);
            Optional<RecordField> level = RecordField.level(name);
            if (level.isPresent()) {
                value(level.get(), entry.getValueNode());
            } else {
                draft.unknownLevel(name);
            }
        }
    }

    private void sideKey(String name, Node node) {
        List<Node> items =
                node instanceof SequenceNode list ? list.getValue() : isNull(node) ? List.of() : List.of(node);
        List<String> names = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof ScalarNode scalar) {
                names.add(scalar.getValue());
            } else {
                draft.wrong("/" + name, name + " is a list of names; " + kind(item) + " is in it.");
            }
        }
        if (!sideKeys.put(name, names)) {
            draft.wrong("/" + name, name + " is given twice; keep one of them.");
        }
    }

    private static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : kind(entry.getKeyNode());
    }

    private static boolean isNull(Node node) {
        if (!(node instanceof ScalarNode scalar) || !scalar.isPlain()) {
            return false;
        }
        String value = scalar.getValue();
        return value.isEmpty() || value.equals("~") || value.equals("null");
    }

    private static String kind(Node node) {
        return node instanceof SequenceNode ? "a list" : node instanceof MappingNode ? "a mapping" : "text";
    }
}
