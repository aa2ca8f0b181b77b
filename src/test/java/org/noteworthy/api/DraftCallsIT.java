package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.api.DraftCaller.DRAFTS;
import static org.noteworthy.api.DraftCaller.json;
import static org.noteworthy.api.DraftCaller.ok;
import static org.noteworthy.api.DraftCaller.refused;
import static org.noteworthy.api.DraftCaller.tag;
import static org.noteworthy.cli.Folders.copy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import tools.jackson.databind.JsonNode;

/** A change of the policy over HTTP: by people who are known by their keys, and by nobody in particular. */
class DraftCallsIT {
    private static final String EDITION = "2020-03-25";
    private static final String LATER = "2031-01-01";
    private static final String FILE = "status-brief.drl";
    private static final String TABLE = "statuses.csv";
    private static final String BLOCKED = "[EXO]\nSTATUS: Blocked\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.";

    @TempDir
    static Path folder;

    private static RunningService signedIn;
    private static RunningService open;
    private static DraftCaller ann;
    private static DraftCaller bob;
    private static DraftCaller eve;
    private static DraftCaller ian;
    private static DraftCaller rita;
    private static DraftCaller anyone;
    private static DraftCaller another;

    @BeforeAll
    static void start() throws IOException {
        Path keys = folder.resolve("keys.json");
        Path known = lay("known");
        signedIn = RunningService.over(
                known.resolve("rules"),
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + keys,
                "noteworthy.audit.database=" + known.resolve("audit"),
                "noteworthy.drafts.folder=" + known.resolve("drafts"));
        ann = caller(keys, "ann", Role.AUTHOR);
        bob = caller(keys, "bob", Role.APPROVER);
        eve = caller(keys, "eve", Role.PUBLISHER);
        ian = caller(keys, "ian", Role.AUTHOR, Role.APPROVER, Role.PUBLISHER);
        rita = caller(keys, "rita", Role.READER);
        Path unknown = lay("unknown");
        copy(unknown.resolve("rules").resolve(EDITION), unknown.resolve("rules").resolve(LATER));
        Path settings = unknown.resolve("rules").resolve(LATER).resolve("playbook.yaml");
        Files.writeString(
                settings, Files.readString(settings).replace("inForceFrom: " + EDITION, "inForceFrom: " + LATER));
        open = RunningService.over(unknown.resolve("rules"), "noteworthy.drafts.folder=" + unknown.resolve("drafts"));
        anyone = new DraftCaller(open, "kim", null);
        another = new DraftCaller(open, "lee", null);
    }

    private static Path lay(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectory(home.resolve("rules"));
        copy(Path.of("rules", EDITION), home.resolve("rules").resolve(EDITION));
        Files.createDirectories(home.resolve("test-fixtures/rules"));
        copy(Path.of("test-fixtures/rules/time-entry"), home.resolve("test-fixtures/rules/time-entry"));
        return home;
    }

    private static DraftCaller caller(Path keys, String name, Role... roles) {
        String secret = new KeyFile(keys)
                .make(name, Set.of(roles), null, Instant.now())
                .secret()
                .text();
        return new DraftCaller(signedIn, name, secret);
    }

    @AfterAll
    static void stop() {
        if (signedIn != null) {
            signedIn.close();
        }
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aChangeIsMadeReviewedPublishedJudgedByAndRolledBack() throws Exception {
        Path rules = folder.resolve("known/rules");
        String before = ok(ann.get("/v1/playbooks/" + EDITION)).get("digest").asString();
        assertThat(violated(ann.judged(BLOCKED, before))).contains("status-allowed");
        ann.create("blocked", EDITION);
        ok(ann.send(
                "PATCH",
                DRAFTS + "/blocked/tables/" + TABLE,
                "application/json",
                "{\"operations\":[{\"op\":\"add\",\"cells\":{\"status\":\"blocked\",\"language\":\"en\",\"label\":\"Blocked\"}}]}",
                Map.of()));
        ann.replace("blocked", FILE, "Move the details to SUMMARY.", "Move the details into SUMMARY.");
        JsonNode checks = ann.checks("blocked");
        assertThat(checks.get("passes").asBoolean()).as(checks.toString()).isTrue();
        assertThat(checks.at("/effect/summary/complete").asBoolean()).isTrue();
        assertThat(checks.get("approvals").asInt()).isEqualTo(1);
        String digest = ok(ann.submit("blocked")).get("digest").asString();
        assertThat(refused(409, eve.publish("blocked"))).contains("needs 1 approval and has 0");
        JsonNode approved = ok(bob.approve("blocked", digest));
        assertThat(approved.get("state").asString()).isEqualTo("approved");
        assertThat(approved.at("/approvals/0/by/name").asString()).isEqualTo("bob");
        assertThat(approved.at("/approvals/0/edition").asString())
                .isEqualTo(checks.get("edition").asString());
        JsonNode published = ok(eve.publish("blocked"));
        long answered = System.nanoTime();
        assertThat(published.get("state").asString()).isEqualTo("published");
        String after = checks.get("edition").asString();
        assertThat(violated(ann.judged(BLOCKED, after))).doesNotContain("status-allowed");
        System.out.println("Judged by it " + (System.nanoTime() - answered) / 1_000_000 + " ms after it was published");
        assertThat(rules.resolve(EDITION).resolve(FILE)).content().contains("into SUMMARY.");

        Map<String, String> rollback = Map.of("edition", EDITION, "digest", before, "reason", "It was wrong");
        refused(403, ann.post("/v1/rollbacks", rollback));
        ok(eve.post("/v1/rollbacks", rollback));
        assertThat(violated(ann.judged(BLOCKED, before))).contains("status-allowed");
        assertThat(refused(409, eve.post("/v1/rollbacks", rollback))).contains("is that already");
        String id = published.at("/publication/id").asString();
        assertThat(refused(409, eve.post("/v1/rollbacks", Map.of("undo", id, "reason", "It was wrong"))))
                .contains("was changed last by the draft rollback-" + EDITION);
        assertThat(refused(404, eve.post("/v1/rollbacks", Map.of("undo", "no such", "reason", "It was wrong"))))
                .contains("No policy change has the id");
        assertThat(refused(
                        422,
                        eve.post("/v1/rollbacks", Map.of("undo", id, "edition", EDITION, "reason", "It was wrong"))))
                .contains("Leave those two out");
        assertThat(refused(422, eve.post("/v1/rollbacks", Map.of("reason", "It was wrong"))))
                .contains("edition is missing");

        List<JsonNode> changes = changes();
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).toString())
                .contains("\"kind\":\"published\"", before, after, "\"eve\"", "\"bob\"", "Agreed on Monday");
        assertThat(changes.get(1).toString()).contains("\"kind\":\"rolled-back\"", before, after, "It was wrong");
    }

    private static List<String> violated(JsonNode report) {
        List<String> rules = new ArrayList<>();
        report.get("violations").forEach(each -> rules.add(each.get("rule").asString()));
        return rules;
    }

    /** What the audit log tells of changes; the service gives its log free for that moment and comes back. */
    private static List<JsonNode> changes() throws Exception {
        signedIn.close();
        Process process = new ProcessBuilder(
                        "./noteworthy",
                        "audit",
                        "changes",
                        "--format",
                        "ndjson",
                        "--database",
                        folder.resolve("known/audit").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        Path known = folder.resolve("known");
        signedIn = RunningService.over(
                known.resolve("rules"),
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + folder.resolve("keys.json"),
                "noteworthy.audit.database=" + known.resolve("audit"),
                "noteworthy.drafts.folder=" + known.resolve("drafts"));
        ann = new DraftCaller(signedIn, ann.name(), ann.secret());
        bob = new DraftCaller(signedIn, bob.name(), bob.secret());
        eve = new DraftCaller(signedIn, eve.name(), eve.secret());
        ian = new DraftCaller(signedIn, ian.name(), ian.secret());
        rita = new DraftCaller(signedIn, rita.name(), rita.secret());
        return lines.lines()
                .map(new tools.jackson.databind.json.JsonMapper()::readTree)
                .toList();
    }

    @Test
    void whoeverHasWorkedOnADraftDoesNotApproveIt() {
        ian.create("own", EDITION);
        ian.replace("own", FILE, "rule \"status-brief\"", "// own\nrule \"status-brief\"");
        String digest = ok(ian.submit("own")).get("digest").asString();
        assertThat(refused(403, ian.approve("own", digest))).contains("ian has changed or submitted", "Ask somebody");
        assertThat(ian.draft("own").get("approvals").size()).isZero();
    }

    @Test
    void anApprovalIsOfOneDigestAndEndsWithAnyChange() {
        ann.create("voided", EDITION);
        ann.replace("voided", FILE, "rule \"status-brief\"", "// one\nrule \"status-brief\"");
        String first = ok(ann.submit("voided")).get("digest").asString();
        ok(bob.approve("voided", first));
        ann.replace("voided", FILE, "// one", "// two");
        JsonNode edited = ann.draft("voided");
        assertThat(edited.get("state").asString()).isEqualTo("editing");
        assertThat(edited.at("/approvals/0/voided").asString()).isNotEmpty();
        assertThat(refused(409, eve.publish("voided"))).contains("is not submitted");
        String second = ok(ann.submit("voided")).get("digest").asString();
        assertThat(refused(409, bob.approve("voided", first))).contains("not as you have seen it", second);
        assertThat(refused(409, eve.publish("voided"))).contains("needs 1 approval and has 0");
        assertThat(ann.draft("voided").get("state").asString()).isEqualTo("in-review");
    }

    @Test
    void whoLacksTheRoleIsToldWhichOneItTakes() {
        ann.create("roles", EDITION);
        String digest = ann.draft("roles").get("digest").asString();
        Map<String, Object> rollback = Map.of("edition", EDITION, "reason", "why");
        assertThat(refused(403, rita.post(DRAFTS, Map.of("name", "ritas", "from", EDITION))))
                .contains("takes the role author or admin", "rita has reader");
        assertThat(refused(403, rita.put("roles", FILE, "*", ""))).contains("takes the role author or admin");
        assertThat(refused(403, rita.delete(DRAFTS + "/roles"))).contains("takes the role author or admin");
        assertThat(refused(403, rita.submit("roles"))).contains("takes the role author or admin");
        assertThat(refused(403, ann.approve("roles", digest))).contains("takes the role approver or admin");
        assertThat(refused(403, ann.publish("roles"))).contains("takes the role publisher or admin");
        assertThat(refused(403, bob.post("/v1/rollbacks", rollback))).contains("takes the role publisher or admin");
        assertThat(refused(403, rita.get(DRAFTS + "/roles/checks")))
                .contains("takes the role author, approver, publisher, auditor or admin");
        ok(rita.get(DRAFTS + "/roles"));
        refused(401, new DraftCaller(signedIn, "ann", null).get(DRAFTS));
        assertThat(ann.draft("roles").get("digest").asString()).isEqualTo(digest);
    }

    @Test
    void aLateSaveIsShownWhatBothHaveDone() {
        anyone.create("both", EDITION);
        HttpResponse<String> read = anyone.file("both", FILE);
        ok(anyone.put("both", FILE, tag(read), "// kim\n" + read.body()));
        HttpResponse<String> late = another.put("both", FILE, tag(read), read.body() + "// lee\n");
        assertThat(refused(412, late)).contains("kim changed it", "Nothing was saved");
        assertThat(json(late).get("merged").asString()).isEqualTo("// kim\n" + read.body() + "// lee\n");
        assertThat(anyone.file("both", FILE).body()).isEqualTo("// kim\n" + read.body());

        HttpResponse<String> clash = another.put("both", FILE, tag(read), "// lee\n" + read.body());
        assertThat(json(clash).get("merged")).isNull();
        assertThat(json(clash).get("marked").asString()).contains("// kim", "// lee", "<<<<<<<", ">>>>>>>");
        ok(another.put(
                "both",
                FILE,
                '"' + json(clash).get("current").asString() + '"',
                json(late).get("merged").asString()));
        assertThat(refused(428, another.send("DELETE", DRAFTS + "/both/files/" + FILE, "", "", Map.of())))
                .contains("If-Match");
    }

    @Test
    void ofManySavesAtOnceNoneIsLost() throws Exception {
        anyone.create("crowd", EDITION);
        String first = anyone.file("crowd", FILE).body();
        List<HttpResponse<String>> answers = atOnce(8, i -> {
            HttpResponse<String> answer;
            do {
                HttpResponse<String> read = anyone.file("crowd", FILE);
                answer = anyone.put("crowd", FILE, tag(read), read.body() + "// by " + i + "\n");
            } while (answer.statusCode() == 412);
            return answer;
        });
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(anyone.file("crowd", FILE).body().substring(first.length()).lines())
                .containsExactlyInAnyOrder(
                        IntStream.range(0, 8).mapToObj(i -> "// by " + i).toArray(String[]::new));
    }

    @Test
    void ofManyPublicationsAtOnceOneIsInForce() throws Exception {
        int many = 6;
        for (int i = 0; i < many; i++) {
            anyone.create("race-" + i, EDITION);
            anyone.replace("race-" + i, FILE, "rule \"status-brief\"", "// race " + i + "\nrule \"status-brief\"");
            ok(anyone.submit("race-" + i));
            anyone.checks("race-" + i);
        }
        List<HttpResponse<String>> answers = atOnce(2 * many, i -> anyone.publish("race-" + i / 2));
        List<String> states = answers.stream()
                .map(answer -> String.valueOf(answer.statusCode()))
                .sorted()
                .toList();
        assertThat(states.subList(1, states.size())).as(answers.toString()).containsOnly("409");
        assertThat(states.get(0)).isEqualTo("200");
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() == 409) {
                assertThat(refused(409, answer))
                        .containsAnyOf(
                                "Somebody else is publishing",
                                "has changed since",
                                "cannot be changed any more",
                                "is being published");
            }
        }
        String winner = anyone.draft("race-0").get("state").asString().equals("published")
                ? "race-0"
                : IntStream.range(1, many)
                        .mapToObj(i -> "race-" + i)
                        .filter(name ->
                                anyone.draft(name).get("state").asString().equals("published"))
                        .findFirst()
                        .orElseThrow();
        assertThat(folder.resolve("unknown/rules").resolve(EDITION).resolve(FILE))
                .content()
                .contains("// race " + winner.substring("race-".length()));
        String loser = winner.equals("race-0") ? "race-1" : "race-0";
        assertThat(refused(409, anyone.publish(loser)))
                .contains("has changed since the draft " + loser + " was made: " + FILE, "Rebase the draft");
        assertThat(anyone.draft(loser).at("/base/moved/0").asString()).isEqualTo(FILE);
        JsonNode rebased = ok(anyone.post(DRAFTS + "/" + loser + "/rebase", Map.of()));
        assertThat(rebased.at("/conflicts/0/path").asString()).isEqualTo(FILE);
        ok(anyone.post(DRAFTS + "/" + loser + "/rebase", Map.of("keepMine", true)));
        assertThat(refused(409, anyone.publish(loser))).contains("is not submitted");
    }

    @Test
    void ofFilesThatBothHaveChangedThoseThatMergeAreMergedThoughTheOthersStand() throws IOException {
        Path base = folder.resolve("unknown/rules").resolve(LATER);
        Path rule = base.resolve(FILE);
        Path table = base.resolve("tables").resolve(TABLE);
        String ruleBefore = Files.readString(rule);
        String tableBefore = Files.readString(table);
        anyone.create("kept", LATER);
        anyone.replace("kept", FILE, "rule \"status-brief\"", "// drafted\nrule \"status-brief\"");
        HttpResponse<String> read = anyone.file("kept", "tables/" + TABLE);
        ok(anyone.put("kept", "tables/" + TABLE, tag(read), read.body() + "drafted,en,Drafted,,\n"));
        try {
            Files.writeString(rule, ruleBefore.replace("rule \"status-brief\"", "// by hand\nrule \"status-brief\""));
            Files.writeString(table, tableBefore.replaceFirst("\n", "\nhand,en,By hand,,\n"));
            JsonNode told = ok(anyone.post(DRAFTS + "/kept/rebase", Map.of()));
            assertThat(told.get("conflicts").size()).isEqualTo(1);
            assertThat(told.at("/conflicts/0/path").asString()).isEqualTo(FILE);
            JsonNode kept = ok(anyone.post(DRAFTS + "/kept/rebase", Map.of("keepMine", true)));
            assertThat(kept.get("conflicts").size()).isZero();
            assertThat(anyone.file("kept", FILE).body()).contains("// drafted").doesNotContain("// by hand");
            assertThat(anyone.file("kept", "tables/" + TABLE).body())
                    .contains("hand,en,By hand,,\n")
                    .endsWith("drafted,en,Drafted,,\n");
        } finally {
            Files.writeString(rule, ruleBefore);
            Files.writeString(table, tableBefore);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2F..%2Fescaped.drl",
                "%2e%2e/%2e%2e/escaped.drl",
                "%2e%2e%2fescaped.drl",
                "../../escaped.drl",
                "%2Fetc%2Fescaped.drl",
                "/etc/escaped.drl",
                "..%5C..%5Cescaped.drl",
                "tables%5Cescaped.csv",
                "escaped%00.drl",
                "escaped.drl%00.csv",
                "con.drl",
                "AUX.drl",
                "lpt1.drl",
                "tables/nul.csv",
                "Status-Brief.drl",
                "tables/Statuses.csv",
                "tables/sub/escaped.csv",
                ".escaped.drl",
                "escaped.drl.",
                "escaped.drl%20",
                "escaped%0A.drl",
                "escaped%E2%80%AE.drl",
                "escaped.sh",
                "draft.json",
                "fixtures/../../escaped.md",
                "fixtures/inputs/escaped.md",
                "fixtures/rules/..%2f..%2fescaped.md",
                "%",
                "%zz",
                "tables/%C0%AE%C0%AE/escaped.csv"
            })
    void noPathLeadsElsewhere(String path) throws IOException {
        if (anyone.get(DRAFTS + "/paths").statusCode() == 404) {
            anyone.create("paths", EDITION);
        }
        String digest = anyone.draft("paths").get("digest").asString();
        Map<String, String> before = tree();
        int status = raw("PUT /v1/drafts/paths/files/" + path);
        assertThat(status).as(path).isIn(400, 404, 405, 422);
        assertThat(raw("GET /v1/drafts/paths/files/" + path)).isIn(400, 404, 405);
        assertThat(tree()).isEqualTo(before);
        assertThat(anyone.draft("paths").get("digest").asString()).isEqualTo(digest);
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        anyone.create("long-path", EDITION);
        assertThat(refused(422, anyone.put("long-path", "a".repeat(300) + ".drl", "*", "")))
                .contains("names of letters");
    }

    /** Sends a line as it is: a client would mend some of these. */
    private static int raw(String call) throws IOException {
        try (java.net.Socket socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), open.port())) {
            socket.setSoTimeout(30_000);
            String request = call + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: *\r\n"
                    + "Content-Type: application/octet-stream\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../rules",
                "a/b",
                "a\\b",
                "/etc",
                "Upper",
                "con",
                "nul",
                "com1",
                "-a",
                "a-",
                "a b",
                "a\u0000b",
                "ä",
                "a.b",
                "%2e%2e",
                "a\u202eb"
            })
    void noDraftIsNamedSo(String name) throws IOException {
        Map<String, String> before = tree();
        assertThat(refused(422, anyone.post(DRAFTS, Map.of("name", name, "from", EDITION))))
                .contains("1 to 64 small letters, digits and hyphens");
        refused(422, anyone.post(DRAFTS, Map.of("name", "a".repeat(65), "from", EDITION)));
        assertThat(tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../drafts", ".publishing.lock", "2020-03-26", "/etc", "", "rules\u0000", "waivers"})
    void nothingElseIsDrafted(String from) throws IOException {
        Map<String, String> before = tree();
        assertThat(refused(404, anyone.post(DRAFTS, Map.of("name", "elsewhere", "from", from))))
                .contains("There is no edition");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void aDraftStaysWithinItsLimits() {
        anyone.create("large", EDITION);
        String digest = anyone.draft("large").get("digest").asString();
        assertThat(refused(413, anyone.put("large", "tables/large.csv", "*", "x".repeat((1 << 20) + 1))))
                .contains("1048576 bytes");
        assertThat(anyone.draft("large").get("digest").asString()).isEqualTo(digest);
        String most = "x".repeat(1 << 20);
        int saved = 0;
        HttpResponse<String> answer = anyone.put("large", "tables/large-0.csv", "*", most);
        while (answer.statusCode() == 200) {
            saved++;
            answer = anyone.put("large", "tables/large-" + saved + ".csv", "*", most + saved);
            if (answer.statusCode() == 413) {
                answer = anyone.put("large", "tables/large-" + saved + ".csv", "*", saved + most.substring(9));
            }
        }
        assertThat(refused(422, answer)).contains("more than 1000 files or 16 MiB");
        assertThat(saved).isEqualTo(15);
        ok(anyone.delete(DRAFTS + "/large"));
    }

    @Test
    void aBaseThatIsGoneIsTold() throws IOException {
        anyone.create("orphan", LATER);
        anyone.replace("orphan", FILE, "rule \"status-brief\"", "// orphan\nrule \"status-brief\"");
        ok(anyone.submit("orphan"));
        Path gone = folder.resolve("unknown/rules").resolve(LATER);
        Path aside = folder.resolve("aside");
        Files.move(gone, aside);
        try {
            JsonNode draft = anyone.draft("orphan");
            assertThat(draft.at("/base/gone").asBoolean()).isTrue();
            assertThat(refused(409, anyone.publish("orphan"))).contains("is not there any more");
            assertThat(refused(409, anyone.post(DRAFTS + "/orphan/rebase", Map.of())))
                    .contains("Put it back");
            assertThat(gone).doesNotExist();
            ok(anyone.get(DRAFTS + "/orphan/checks?wait=PT5S"));
        } finally {
            Files.move(aside, gone);
        }
        assertThat(anyone.draft("orphan").at("/base/gone").asBoolean()).isFalse();
    }

    @Test
    void ofADamagedDraftIsToldAndTheOthersGoOn() throws IOException {
        anyone.create("spoilt", EDITION);
        anyone.create("sound", EDITION);
        Path file = folder.resolve("unknown/drafts/spoilt/draft.json");
        for (String spoilt : List.of("", "{", "null", "[]", "{\"name\":\"spoilt\"}", "{\"name\":\"sound\"}")) {
            Files.writeString(file, spoilt);
            assertThat(refused(503, anyone.get(DRAFTS + "/spoilt"))).contains("spoilt", "damaged", "Restore it");
            JsonNode all = ok(anyone.get(DRAFTS));
            assertThat(all.get("damaged").toString()).contains("spoilt");
            assertThat(all.get("drafts").toString()).contains("\"sound\"");
        }
        anyone.replace("sound", FILE, "rule \"status-brief\"", "// sound\nrule \"status-brief\"");
    }

    @Test
    void onlySoManyAreOpenAndAnyNumberMayLieThere() throws IOException {
        Path home = lay("many");
        Path drafts = home.resolve("drafts");
        try (RunningService service = RunningService.over(
                home.resolve("rules"), "noteworthy.drafts.folder=" + drafts, "noteworthy.drafts.most=3")) {
            DraftCaller kim = new DraftCaller(service, "kim", null);
            for (String name : List.of("one", "two", "three")) {
                kim.create(name, EDITION);
            }
            Map<String, String> fourth = Map.of("name", "four", "from", EDITION);
            assertThat(refused(409, kim.post(DRAFTS, fourth))).contains("3 drafts are open, and 3 may be");
            assertThat(drafts.resolve("four")).doesNotExist();
            ok(kim.delete(DRAFTS + "/two"));
            ok(kim.post(DRAFTS, fourth));
            String json = Files.readString(drafts.resolve("two/draft.json"));
            for (int i = 0; i < 10_000; i++) {
                Path draft = Files.createDirectory(drafts.resolve("laid-" + i));
                Files.writeString(
                        draft.resolve("draft.json"), json.replace("\"name\":\"two\"", "\"name\":\"laid-" + i + '"'));
            }
            JsonNode all = ok(kim.get(DRAFTS));
            assertThat(all.get("drafts").size()).isEqualTo(10_004);
            assertThat(ok(kim.get(DRAFTS + "?state=editing")).get("drafts").size())
                    .isEqualTo(3);
            assertThat(kim.draft("laid-9999").get("state").asString()).isEqualTo("discarded");
            assertThat(refused(409, kim.post(DRAFTS, Map.of("name", "five", "from", EDITION))))
                    .contains("3 may be");
        }
    }

    /** Everything outside of the drafts, which no call of these may change, and the names of the drafts. */
    private static Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder.resolve("unknown"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString();
                if (!name.startsWith("unknown/drafts/") && !name.contains("audit")) {
                    tree.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
                } else {
                    tree.put(name, "");
                }
            }
        }
        return tree;
    }

    @FunctionalInterface
    private interface Numbered {
        HttpResponse<String> call(int number);
    }

    private static List<HttpResponse<String>> atOnce(int many, Numbered call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            CountDownLatch ready = new CountDownLatch(many);
            List<Future<HttpResponse<String>>> futures = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call(number);
                }));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
