package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.copyRules;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.Shown;

/** What owners of the policy and callers see when the rules folder changes while the service runs. */
class ReloadIT {
    private static final String NOTE =
            "{\"text\":\"[EXO]\\nSTATUS: Completed\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\"}";
    private static final Pattern DIGEST = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]+)\"");

    private static final Pattern LOOKED = Pattern.compile("\"looked\": ?\"20[^\"]+Z\"");

    @TempDir
    Path folder;

    private Path rules;
    private Path edition;
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        rules = copyRules(folder.resolve("rules"));
        edition = rules.resolve("2020-05-12");
        service = RunningService.over(rules);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void addStatus() throws IOException {
        append(edition.resolve("tables/statuses.csv"), "completed,en,Completed,Done;Finished,our team");
    }

    private String judged() {
        return service.check(NOTE).body();
    }

    private void awaitJudged(String wanted) {
        for (int turn = 0; turn < 10_000; turn++) {
            if (judged().contains(wanted)) {
                return;
            }
        }
        throw new AssertionError("never judged as " + wanted + " but " + judged() + "\n" + service.log());
    }

    @Test
    void aRowAddedToATableIsLiveAsThePageShows() throws IOException {
        assertThat(judged()).contains("\"rule\":\"status-allowed\"");
        String before = digest();
        addStatus();
        awaitJudged("\"compliant\":true");
        assertThat(digest()).isNotEqualTo(before);
        assertThat(service.get("/v1/playbooks").body()).contains(digest());
        assertThat(service.get("/v1/playbooks/2020-05-12/files/tables/statuses.csv")
                        .body())
                .endsWith("our team\n");
        service.said(line -> line.contains("The edition 2020-05-12 serves: " + digest()));
        String page = Shown.page("how-to-change-a-table-while-it-serves.md");
        assertThat(Shown.shows(page, "The edition 2020-05-12 serves: " + digest()))
                .isTrue();

        addStatus();
        service.said(line -> line.endsWith(
                "2020-05-12/tables/statuses.csv:31:14: \"en: Completed\" stands in line 30 already. Keep one of the two, or"
                        + " rename one."));
        assertThat(judged()).contains("\"compliant\":true");
    }

    @Test
    void aRuleThatIsChangedIsCompiledBesideTheRunningOnes() throws IOException {
        replace(edition.resolve("status-allowed.drl"), "@severity(\"error\")", "@severity(\"info\")");
        awaitJudged("\"severity\":\"info\"");
        replace(
                edition.resolve("status-allowed.drl"),
                "status.present, !status.allowed",
                "status.present, !status.allowed, status.length > 500");
        awaitJudged("\"violations\":[]");
    }

    @Test
    void aBrokenChangeLeavesTheLastGoodEditionServingAndIsExplainedInFourPlaces() throws IOException {
        String before = judged();
        replace(edition.resolve("status-allowed.drl"), "status.present", "status.presnt");
        String playbooks = service.await("/v1/playbooks", answer -> answer.contains("\"state\":\"rejected\""));
        assertThat(playbooks)
                .contains("\"version\":\"2020-05-12\",\"state\":\"rejected\",\"serving\":true,\"inForce\":true")
                .contains("\"file\":\"2020-05-12/status-allowed.drl\",\"line\":", "presnt");
        assertThat(judged()).isEqualTo(before);
        service.said(line -> line.contains("2020-05-12/status-allowed.drl:") && line.contains("presnt"));
        assertThat(service.get("/q/health/ready").body()).contains("\"status\": \"UP\"", "presnt");
        assertThat(service.get("/q/metrics").body())
                .containsPattern("noteworthy_playbook_rejected\\{version=\"2020-05-12\"} 1\\.0")
                .containsPattern("noteworthy_reloads_total\\{outcome=\"rejected\"} 1\\.0");

        replace(edition.resolve("status-allowed.drl"), "status.presnt", "status.present");
        service.await("/v1/playbooks", answer -> !answer.contains("rejected"));
        service.said(line -> line.contains("The edition 2020-05-12 is as it should be again"));
        assertThat(service.get("/q/health/ready").body()).doesNotContain("presnt");
        assertThat(service.get("/q/metrics").body())
                .containsPattern("noteworthy_playbook_rejected\\{version=\"2020-05-12\"} 0\\.0");
        assertThat(judged()).isEqualTo(before);
    }

    @Test
    void anEditionAppearsAndIsTakenAway() throws IOException {
        Path draft = rules.resolve(".draft");
        org.noteworthy.cli.Folders.copy(edition, draft);
        replace(draft.resolve("playbook.yaml"), "inForceFrom: 2020-05-12", "inForceFrom: 2021-01-01");
        append(draft.resolve("tables/statuses.csv"), "completed,en,Completed,,our team");
        Files.move(draft, rules.resolve("2021-01-01"));
        awaitJudged("\"playbook\":\"2021-01-01\"");
        assertThat(judged()).contains("\"compliant\":true");
        Files.move(rules.resolve("2021-01-01"), folder.resolve("away"));
        awaitJudged("\"playbook\":\"2020-05-12\"");
        assertThat(service.get("/v1/playbooks/2021-01-01").statusCode()).isEqualTo(404);
        service.said(line -> line.contains("The edition 2021-01-01 was taken away"));
    }

    @Test
    void anEditorThatWritesANewFileAndRenamesItIsNoticed() throws IOException {
        Path table = edition.resolve("tables/statuses.csv");
        Path fresh = edition.resolve("tables/.statuses.csv.swp");
        Files.writeString(fresh, Files.readString(table) + "completed,en,Completed,,our team\n");
        Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(table));
        Files.move(fresh, table, StandardCopyOption.REPLACE_EXISTING);
        awaitJudged("\"compliant\":true");
    }

    @Test
    void theRulesFolderMayGoAndComeBack() throws IOException {
        String before = judged();
        Files.move(rules, folder.resolve("unmounted"));
        String playbooks = service.await("/v1/playbooks", answer -> answer.contains("\"problem\":"));
        assertThat(playbooks).contains("is not there");
        assertThat(judged()).isEqualTo(before);
        assertThat(service.get("/q/health/ready").body()).contains("\"status\": \"UP\"", "is not there");
        assertThat(service.get("/q/metrics").body())
                .contains("noteworthy_rules_lost 1.0")
                .containsPattern("(?m)^noteworthy_rules_looked_seconds [0-9]");
        Files.move(folder.resolve("unmounted"), rules);
        service.await("/v1/playbooks", answer -> !answer.contains("\"problem\":"));
        assertThat(service.get("/q/metrics").body()).contains("noteworthy_rules_lost 0.0");
        Files.createDirectory(folder.resolve("empty"));
        Files.move(rules, folder.resolve("unmounted"));
        Files.move(folder.resolve("empty"), rules);
        service.await("/v1/playbooks", answer -> answer.contains("\"problem\":"));
        assertThat(judged()).isEqualTo(before);
    }

    @Test
    void whenTheFolderWasLookedAtIsTold() throws IOException {
        Matcher looked = LOOKED.matcher(service.get("/v1/playbooks").body());
        assertThat(looked.find()).isTrue();
        String before = looked.group();
        service.await("/v1/playbooks", answer -> LOOKED.matcher(answer).find() && !answer.contains(before));
        assertThat(service.get("/q/health/ready").body()).containsPattern(LOOKED);
    }

    @Test
    void manyFilesSavedAtOnceAreSeenTogetherAndNoCallFails() throws Exception {
        String before = digest();
        Set<String> digests = ConcurrentHashMap.newKeySet();
        AtomicInteger failed = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> callers = Stream.generate(() -> new Thread(() -> {
                    while (!done.get()) {
                        Matcher matcher = DIGEST.matcher(judged());
                        if (matcher.find()) {
                            digests.add(matcher.group(1));
                        } else {
                            failed.incrementAndGet();
                        }
                    }
                }))
                .limit(3)
                .toList();
        callers.forEach(Thread::start);
        try (Stream<Path> files = Files.list(edition)) {
            for (Path rule :
                    files.filter(file -> file.toString().endsWith(".drl")).toList()) {
                Files.writeString(rule, "// Looked through again.\n" + Files.readString(rule));
            }
        }
        addStatus();
        awaitJudged("\"compliant\":true");
        done.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(failed).hasValue(0);
        assertThat(digests).isSubsetOf(before, digest());
    }

    private String digest() {
        Matcher matcher = DIGEST.matcher(judged());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
