package org.noteworthy.input.file;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The plain part of YAML: no anchors, aliases or tags, nothing nested deeply, every scalar the text it is written as. */
final class SafeYaml {
    private static final int DEEPEST = 5;

    private SafeYaml() {}

    /** The tree of a text that the caller has kept short; empty where it holds nothing. */
    static Optional<Node> compose(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(FrontMatter.MOST_CHARS + 1)
                .build();
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            refuseFancy(event);
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw refused(event, "this is nested deeper than front matter needs");
            }
        }
        return new Compose(settings).composeString(yaml);
    }

    private static void refuseFancy(Event event) {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw refused(event, "anchors and aliases (& and *) are not allowed; put a text that begins so in quotes");
        }
        boolean tag = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
        if (tag) {
            throw refused(event, "tags (!) are not allowed; put a text that begins so in quotes");
        }
        if (event instanceof DocumentStartEvent start
                && (start.getSpecVersion().isPresent() || !start.getTags().isEmpty())) {
            throw refused(event, "directives (%) are not allowed");
        }
    }

    private static YamlEngineException refused(Event event, String reason) {
        return new Refusal(reason, event.getStartMark());
    }

    /** The place, in lines of the file whose first line opens the front matter, and the reason. */
    static String explain(YamlEngineException problem) {
        if (problem instanceof MarkedYamlEngineException marked) {
            return marked.getProblemMark()
                            .map(mark -> "Line " + (mark.getLine() + 2) + ", column " + (mark.getColumn() + 1) + ": ")
                            .orElse("")
                    + marked.getProblem() + ".";
        }
        return problem.getMessage() + ".";
    }

    /** Valid YAML that is more than front matter needs. */
    private static final class Refusal extends MarkedYamlEngineException {
        private static final long serialVersionUID = 1L;

        Refusal(String reason, Optional<Mark> mark) {
            super("", Optional.empty(), reason, mark);
        }
    }
}
