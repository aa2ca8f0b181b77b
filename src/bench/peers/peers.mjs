// Rule engines of Node on the notes and rules of `./mvnw -Pbench verify -Dbench=peers`: npm ci && node peers.mjs
// Each must find on every note what Noteworthy found, or nothing is timed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Engine } from "json-rules-engine";

const { ZenEngine } = createRequire(import.meta.url)("@gorules/zen-engine-linux-x64-gnu");
const target = new URL("../../../target/peers/notes.ndjson", import.meta.url);
const notes = readFileSync(target, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const rules = JSON.parse(readFileSync(new URL("rules.json", import.meta.url), "utf8"));
const ROUNDS = 7;

function jsonRulesEngine() {
    const engine = new Engine();
    for (const { rule, all } of rules) {
        const conditions = all.map(({ fact, is, above }) =>
            above === undefined
                ? { fact, operator: "equal", value: is }
                : { fact, operator: "greaterThan", value: { fact: above } },
        );
        engine.addRule({ conditions: { all: conditions }, event: { type: rule } });
    }
    return async (facts) => (await engine.run(facts)).events.map((event) => event.type);
}

function zen() {
    const expression = ({ fact, is, above }) => (above === undefined ? `${fact} == ${is}` : `${fact} > ${above}`);
    const table = {
        hitPolicy: "collect",
        inputs: [{ id: "when", name: "when" }],
        outputs: [{ id: "rule", name: "rule", field: "rule" }],
        rules: rules.map(({ rule, all }, i) => ({
            _id: `r${i}`,
            when: all.map(expression).join(" and "),
            rule: JSON.stringify(rule),
        })),
    };
    const decision = new ZenEngine().createDecision({
        nodes: [
            { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 }, content: {} },
            { id: "table", name: "table", type: "decisionTableNode", position: { x: 0, y: 0 }, content: table },
            { id: "out", name: "out", type: "outputNode", position: { x: 0, y: 0 }, content: {} },
        ],
        edges: [
            { id: "a", type: "edge", sourceId: "in", targetId: "table" },
            { id: "b", type: "edge", sourceId: "table", targetId: "out" },
        ],
    });
    return async (facts) => (await decision.evaluate(facts)).result.map((each) => each.rule);
}

async function agrees(name, run) {
    for (const { id, facts, violated } of notes) {
        const found = (await run(facts)).sort().join();
        if (found !== violated.sort().join()) {
            console.error(`${name} found ${found || "nothing"} in note ${id}, and Noteworthy ${violated || "nothing"}.`);
            process.exit(1);
        }
    }
}

const engines = { "json-rules-engine 7.3.1": jsonRulesEngine(), "GoRules ZEN 2.0.2": zen() };
for (const [name, run] of Object.entries(engines)) {
    await agrees(name, run);
}
const spent = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(engines)) {
        const before = process.cpuUsage();
        for (const { facts } of notes) {
            await run(facts);
        }
        const used = process.cpuUsage(before);
        spent[name].push((used.user + used.system) / notes.length);
    }
}
console.log(`${notes.length} notes, ${rules.length} rules, all as Noteworthy judges; CPU a note, median of ${ROUNDS} (least to most)`);
for (const [name, times] of Object.entries(spent)) {
    times.sort((a, b) => a - b);
    console.log(`  ${name.padEnd(26)}${times[ROUNDS >> 1].toFixed(1).padStart(8)} µs  (${times[0].toFixed(1)} to ${times[ROUNDS - 1].toFixed(1)})`);
}
