package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.copyRules;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules folders as container platforms mount them, as clumsy owners leave them, and as they wear over a long time. */
class UnusualRulesFolderIT {
    private static final String NOTE =
            "{\"text\":\"[EXO]\\nSTATUS: Completed\\nSUMMARY: Met.\\nNEXT ACTION: Call on Friday.\"}";
    private static final int RELOADS = Integer.getInteger("noteworthy.reloads", 500);

    @TempDir
    Path folder;

    @Test
    void aLinkToTheWholeFolderIsSwapped() throws IOException {
        copyRules(folder.resolve("one"));
        Path other = copyRules(folder.resolve("other"));
        append(other.resolve("2020-05-12/tables/statuses.csv"), "completed,en,Completed,,our team");
        Path link = Files.createSymbolicLink(folder.resolve("rules"), Path.of("one"));
        try (RunningService service = RunningService.over(link)) {
            assertThat(service.check(NOTE).body()).contains("\"compliant\":false");
            Path next = Files.createSymbolicLink(folder.resolve("next"), Path.of("other"));
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            service.await(
                    "/v1/playbooks/2020-05-12/files/tables/statuses.csv", table -> table.contains("completed,en"));
            assertThat(service.check(NOTE).body()).contains("\"compliant\":true");
        }
    }

    @Test
    void anEditionThatIsBrokenFromTheStartLeavesTheOthersServing() throws IOException {
        Path rules = copyRules(folder.resolve("rules"));
        replace(rules.resolve("2020-03-25/insight-id.drl"), "then", "than");
        try (RunningService service = RunningService.over(rules)) {
            assertThat(service.check(NOTE).statusCode()).isEqualTo(200);
            assertThat(service.get("/v1/playbooks").body())
                    .contains("\"version\":\"2020-03-25\",\"state\":\"rejected\",\"serving\":false");
            String dated = NOTE.replace("{\"text\"", "{\"writtenOn\":\"2020-04-01\",\"text\"");
            assertThat(service.check(dated).statusCode()).isEqualTo(503);
            assertThat(service.check(dated).body()).contains("\"title\":\"The playbook cannot be used\"");
            replace(rules.resolve("2020-03-25/insight-id.drl"), "than", "then");
            service.await("/v1/playbooks", answer -> !answer.contains("rejected"));
            assertThat(service.check(dated).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheRulesFolderIsRefusedAndNeverServed() throws IOException {
        Path rules = copyRules(folder.resolve("rules"));
        Path secret = Files.writeString(folder.resolve("secret"), "do not tell");
        Path table = rules.resolve("2020-05-12/tables/tags.csv");
        Files.delete(table);
        Files.createSymbolicLink(table, secret);
        try (RunningService service = RunningService.over(rules)) {
            assertThat(service.get("/v1/playbooks").body()).contains("a link that leads out of the rules folder");
            assertThat(service.get("/v1/playbooks/2020-05-12/files/tables/tags.csv")
                            .body())
                    .doesNotContain("do not tell");
        }
    }

    @Test
    void hundredsOfReloadsUnderLoadLeaveNothingBehind() throws Exception {
        Path rules = copyRules(folder.resolve("rules"));
        Path rule = rules.resolve("2020-05-12/status-allowed.drl");
        String text = Files.readString(rule);
        try (RunningService service = RunningService.over(rules, "noteworthy.watch.every=10ms")) {
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger refused = new AtomicInteger();
            Thread load = new Thread(() -> {
                while (!done.get()) {
                    refused.addAndGet(service.check(NOTE).statusCode() == 200 ? 0 : 1);
                }
            });
            reload(service, rule, text, RELOADS / 5);
            Standing early = standing(service);
            load.start();
            reload(service, rule, text, RELOADS);
            done.set(true);
            load.join();
            assertThat(refused).hasValue(0);
            Standing late = standing(service);
            assertThat(late.heap())
                    .as("heap after collection, %s then %s", early, late)
                    .isLessThan(early.heap() + 16e6);
            assertThat(late.metaspace()).as("metaspace").isLessThan(early.metaspace() + 16e6);
            assertThat(late.classes()).as("classes").isLessThan(early.classes() + 2_000);
            assertThat(late.threads()).as("threads").isLessThan(early.threads() + 40);
            assertThat(late.files()).as("open files").isLessThan(early.files() + 20);
        }
    }

    /** Changes a rule back and forth: each change loads its compiled classes anew. */
    private static void reload(RunningService service, Path rule, String text, int times) throws IOException {
        for (int turn = 1; turn <= times; turn++) {
            String severity = turn % 2 == 0 ? "error" : "warning";
            Files.writeString(rule, text.replace("@severity(\"error\")", "@severity(\"" + severity + "\")"));
            service.await("/v1/playbooks/2020-05-12/rules/status-allowed", answer -> answer.contains(severity));
        }
    }

    private record Standing(double heap, double metaspace, double classes, double threads, double files) {}

    private static Standing standing(RunningService service) throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            Process collect = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(service.process().pid()),
                            "GC.run")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(collect.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(collect.waitFor()).as(said).isZero();
        }
        String metrics = service.get("/q/metrics").body();
        return new Standing(
                sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*}"),
                sum(metrics, "jvm_memory_used_bytes\\{area=\"nonheap\",id=\"Metaspace\"}"),
                sum(metrics, "jvm_classes_loaded_classes"),
                sum(metrics, "jvm_threads_live_threads"),
                sum(metrics, "process_files_open_files"));
    }

    private static double sum(String metrics, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics);
        double sum = 0;
        int found = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
            found++;
        }
        assertThat(found).as(name).isPositive();
        return sum;
    }
}
