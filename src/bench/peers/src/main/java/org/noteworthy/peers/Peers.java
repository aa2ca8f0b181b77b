package org.noteworthy.peers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;

/** Times rule engines of Java on prepared notes, once each has found on every note what Noteworthy found. */
public final class Peers {
    private static final int SLICE = 500;
    private static final int ROUNDS = 15;
    private static final long WARM_NANOS = 3_000_000_000L;

    private Peers() {}

    /** A note as engines see it, and the rules that it violates by Noteworthy. */
    private record Prepared(String id, Map<String, Object> facts, Facts bean, List<String> violated) {}

    /** Judges a slice of notes; for each the rules that it violates. */
    private interface Engine extends Function<List<Prepared>, List<? extends Collection<String>>> {}

    /** Runs from the root of the project. */
    public static void main(String[] arguments) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<Prepared> notes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("target/peers/notes.ndjson"))) {
            JsonNode note = json.readTree(line);
            Map<String, Object> facts = json.convertValue(note.get("facts"), new TypeReference<>() {});
            facts.replaceAll((name, value) -> value instanceof Integer number ? (Object) number.longValue() : value);
            notes.add(new Prepared(
                    note.get("id").asText(),
                    facts,
                    json.convertValue(note.get("facts"), Facts.class),
                    json.convertValue(note.get("violated"), new TypeReference<>() {})));
        }
        JsonNode rules = json.readTree(Path.of("src/bench/peers/rules.json").toFile());
        Map<String, Engine> engines = new LinkedHashMap<>();
        engines.put("CEL-Java 0.14.0", cel(rules, notes.get(0).facts()));
        engines.put("Evrete 4.0.3", evrete(rules));
        for (Map.Entry<String, Engine> engine : engines.entrySet()) {
            agrees(engine.getKey(), engine.getValue(), notes);
        }
        System.out.println(notes.size() + " notes, " + rules.size() + " rules, all as Noteworthy judges; CPU a note, median of "
                + ROUNDS + " (least to most)");
        engines.forEach((name, engine) -> time(name, engine, notes));
    }

    private static Engine cel(JsonNode rules, Map<String, Object> sample) throws Exception {
        CelBuilder builder = CelFactory.standardCelBuilder();
        sample.forEach((name, value) -> builder.addVar(name, value instanceof Boolean ? SimpleType.BOOL : SimpleType.INT));
        Cel cel = builder.build();
        Map<String, CelRuntime.Program> programs = new LinkedHashMap<>();
        for (JsonNode rule : rules) {
            programs.put(rule.get("rule").asText(), cel.createProgram(cel.compile(condition(rule, "")).getAst()));
        }
        return slice -> {
            List<List<String>> all = new ArrayList<>(slice.size());
            for (Prepared note : slice) {
                List<String> violated = new ArrayList<>(2);
                programs.forEach((rule, program) -> {
                    try {
                        if (Boolean.TRUE.equals(program.eval(note.facts()))) {
                            violated.add(rule);
                        }
                    } catch (CelEvaluationException e) {
                        throw new IllegalStateException(e);
                    }
                });
                all.add(violated);
            }
            return all;
        };
    }

    private static Engine evrete(JsonNode rules) {
        KnowledgeService service = new KnowledgeService();
        Knowledge knowledge = service.newKnowledge();
        for (JsonNode rule : rules) {
            String name = rule.get("rule").asText();
            knowledge
                    .builder()
                    .newRule(name)
                    .forEach("$note", Facts.class)
                    .where(condition(rule, "$note."))
                    .execute(context -> context.get(Facts.class, "$note").violated.add(name))
                    .build();
        }
        return slice -> {
            StatelessSession session = knowledge.newStatelessSession();
            for (Prepared note : slice) {
                note.bean().violated = new ArrayList<>(2);
                session.insert(note.bean());
            }
            session.fire();
            return slice.stream().map(note -> note.bean().violated).toList();
        };
    }

    private static String condition(JsonNode rule, String prefix) {
        List<String> parts = new ArrayList<>();
        for (JsonNode each : rule.get("all")) {
            String fact = prefix + each.get("fact").asText();
            parts.add(each.has("above") ? fact + " > " + prefix + each.get("above").asText() : fact + " == " + each.get("is"));
        }
        return String.join(" && ", parts);
    }

    private static void agrees(String name, Engine engine, List<Prepared> notes) {
        List<? extends Collection<String>> all = engine.apply(notes);
        for (int i = 0; i < notes.size(); i++) {
            Prepared note = notes.get(i);
            if (!new TreeSet<>(all.get(i)).equals(new TreeSet<>(note.violated()))) {
                throw new IllegalStateException(
                        name + " found " + all.get(i) + " in note " + note.id() + ", and Noteworthy " + note.violated() + ".");
            }
        }
    }

    private static void time(String name, Engine engine, List<Prepared> notes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (long end = System.nanoTime() + WARM_NANOS; System.nanoTime() < end; ) {
            run(engine, notes);
        }
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            run(engine, notes);
            micros[round] = (threads.getCurrentThreadCpuTime() - before) / 1e3 / notes.size();
        }
        java.util.Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT, "  %-26s%8.1f µs  (%.1f to %.1f)%n", name, micros[ROUNDS / 2], micros[0], micros[ROUNDS - 1]);
    }

    private static void run(Engine engine, List<Prepared> notes) {
        for (int from = 0; from < notes.size(); from += SLICE) {
            engine.apply(notes.subList(from, Math.min(notes.size(), from + SLICE)));
        }
    }
}
