package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.api.DraftCaller.DRAFTS;
import static org.noteworthy.api.DraftCaller.ok;
import static org.noteworthy.api.DraftCaller.refused;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import tools.jackson.databind.JsonNode;

/** The whole life of a change, by people whom an OpenID provider knows: a real one, beside the service. */
class DraftsWithProviderIT {
    private static final String ISSUER = "staff";
    private static final String AUDIENCE = "noteworthy-api";
    private static final String EDITION = "2020-03-25";
    private static final String BLOCKED = "[EXO]\nSTATUS: Blocked\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.";

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Folders.copyEdition(EDITION, rules.resolve(EDITION));
        service = RunningService.over(
                rules,
                "noteworthy.access=oidc",
                "noteworthy.access.oidc.issuer=" + PROVIDER.issuerUrl(ISSUER),
                "noteworthy.access.oidc.client=noteworthy",
                "noteworthy.access.oidc.audience=" + AUDIENCE,
                "noteworthy.access.oidc.role.writers=author",
                "noteworthy.access.oidc.role.leads=approver,publisher",
                "noteworthy.access.oidc.role.revision=auditor",
                "noteworthy.drafts.folder=" + folder.resolve("drafts"));
    }

    @AfterAll
    static void stop() {
        service.close();
        PROVIDER.shutdown();
    }

    private static DraftCaller member(String name, String... groups) {
        String token = PROVIDER.issueToken(
                        ISSUER,
                        "noteworthy",
                        new DefaultOAuth2TokenCallback(
                                ISSUER, name, "JWT", List.of(AUDIENCE), Map.of("groups", List.of(groups)), 3600))
                .serialize();
        return new DraftCaller(service, "label of " + name, token);
    }

    @Test
    void aChangeIsMadeReviewedPublishedJudgedByRolledBackAndAudited() {
        DraftCaller ann = member("ann", "writers");
        DraftCaller lee = member("lee", "writers", "leads");
        DraftCaller bob = member("bob", "leads");
        DraftCaller kim = member("kim", "revision");
        String before = ok(ann.get("/v1/playbooks/" + EDITION)).get("digest").asString();

        ann.create("blocked", EDITION);
        ok(ann.send(
                "PATCH",
                DRAFTS + "/blocked/tables/statuses.csv",
                "application/json",
                "{\"operations\":[{\"op\":\"add\",\"cells\":{\"status\":\"blocked\",\"language\":\"en\",\"label\":\"Blocked\"}}]}",
                Map.of()));
        lee.replace("blocked", "status-brief.drl", "Move the details to SUMMARY.", "Move the details into SUMMARY.");
        JsonNode checks = ann.checks("blocked");
        assertThat(checks.get("lint")).as(checks.toString()).isEmpty();
        String digest = ok(ann.submit("blocked")).get("digest").asString();
        assertThat(refused(403, ann.approve("blocked", digest))).contains("approver");
        assertThat(refused(403, lee.approve("blocked", digest))).contains("lee has changed or submitted");
        assertThat(refused(403, ann.publish("blocked"))).contains("publisher");
        assertThat(refused(409, bob.publish("blocked"))).contains("needs 1 approval and has 0");
        ok(bob.approve("blocked", digest));
        ok(bob.publish("blocked"));
        String after = checks.get("edition").asString();
        assertThat(ann.judged(BLOCKED, after).toString()).doesNotContain("status-allowed");

        ok(bob.post("/v1/rollbacks", Map.of("edition", EDITION, "digest", before, "reason", "Too early")));
        assertThat(ann.judged(BLOCKED, before).toString()).contains("status-allowed");

        assertThat(refused(403, ann.get("/v1/audit/changes"))).contains("auditor");
        JsonNode changes = ok(kim.get("/v1/audit/changes")).get("changes");
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).get("kind").asString()).isEqualTo("rolled-back");
        JsonNode published = changes.get(1);
        assertThat(published.get("kind").asString()).isEqualTo("published");
        assertThat(published.at("/by/name").asString()).isEqualTo("bob");
        assertThat(published.at("/by/verified").asString()).isEqualTo("oidc");
        assertThat(published.at("/approvals/0/by/name").asString()).isEqualTo("bob");
        assertThat(published.get("fromDigest").asString()).isEqualTo(before);
        assertThat(published.get("toDigest").asString()).isEqualTo(after);
    }
}
