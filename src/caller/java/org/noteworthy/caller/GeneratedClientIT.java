package org.noteworthy.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noteworthy.api.RunningService;
import org.noteworthy.client.ApiClient;
import org.noteworthy.client.ApiException;
import org.noteworthy.client.api.AccessApi;
import org.noteworthy.client.api.CheckApi;
import org.noteworthy.client.api.DraftsApi;
import org.noteworthy.client.api.PlaybooksApi;
import org.noteworthy.client.api.RecordApi;
import org.noteworthy.client.api.ServiceApi;
import org.noteworthy.client.model.AskedReplay;
import org.noteworthy.client.model.Change;
import org.noteworthy.client.model.Clause;
import org.noteworthy.client.model.Comparison;
import org.noteworthy.client.model.CrossViolation;
import org.noteworthy.client.model.Decision;
import org.noteworthy.client.model.DetailedReport;
import org.noteworthy.client.model.EngagementAnswer;
import org.noteworthy.client.model.EngagementRecord;
import org.noteworthy.client.model.Fix;
import org.noteworthy.client.model.FormOfRule;
import org.noteworthy.client.model.Hold;
import org.noteworthy.client.model.HoldReason;
import org.noteworthy.client.model.InteractionRecord;
import org.noteworthy.client.model.NoteRecord;
import org.noteworthy.client.model.Outcome;
import org.noteworthy.client.model.Playbook;
import org.noteworthy.client.model.Playbooks;
import org.noteworthy.client.model.Problem;
import org.noteworthy.client.model.ReadForm;
import org.noteworthy.client.model.Replay;
import org.noteworthy.client.model.ReportOrUnjudged;
import org.noteworthy.client.model.Rule;
import org.noteworthy.client.model.RuleAnswer;
import org.noteworthy.client.model.RuleCount;
import org.noteworthy.client.model.RuleTimes;
import org.noteworthy.client.model.Severity;
import org.noteworthy.client.model.SignInKey;
import org.noteworthy.client.model.SignedIn;
import org.noteworthy.client.model.Standing;
import org.noteworthy.client.model.Summary;
import org.noteworthy.client.model.TextOfRule;
import org.noteworthy.client.model.TracedRule;
import org.noteworthy.client.model.Unjudged;
import org.noteworthy.client.model.Verdict;
import org.noteworthy.client.model.Verification;
import org.noteworthy.client.model.Violation;
import org.noteworthy.client.model.Vocabulary;
import org.noteworthy.client.model.WrittenForm;

/** Every call by a client that was generated from the description of the calls, against the packaged service. */
class GeneratedClientIT {
    private static final String EDITION = "2020-03-25";

    private static RunningService service;
    private static ApiClient client;
    private static CheckApi check;
    private static PlaybooksApi playbooks;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"));
        client = new ApiClient();
        client.updateBaseUri(service.uri("").toString());
        // Reports and errors in the place of reports are told apart by their fields.
        client.setObjectMapper(
                ApiClient.createDefaultObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        check = new CheckApi(client);
        playbooks = new PlaybooksApi(client);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static NoteRecord note(String id, String status) {
        return new NoteRecord()
                .id(id)
                .text("[EXO]\nSTATUS: " + status + "\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.")
                .writtenOn(LocalDate.of(2020, 4, 1));
    }

    @Test
    void checksANote() throws ApiException {
        DetailedReport report = check.checkNote(note("N-7", "Going well"), null, "client", null, null, null);
        assertThat(report.getNote()).isEqualTo("N-7");
        assertThat(report.getPlaybook()).isEqualTo(EDITION);
        assertThat(report.getCompliant()).isFalse();
        assertThat(report.getRuleOutcomes()).isNullOrEmpty();
        assertThat(report.getAssumed()).containsEntry("role", "FE");
        assertThat(report.getOutcomes().getViolated()).isOne();
        Violation violation = report.getViolations().get(0);
        assertThat(violation.getRule()).isEqualTo("status-allowed");
        assertThat(violation.getSeverity()).isEqualTo(Severity.ERROR);
        assertThat(violation.getLine()).isEqualTo(2);
        assertThat(violation.getFix())
                .isEqualTo(new Fix().start(14).end(24).text("On track").kind(Fix.KindEnum.SUGGESTED));
    }

    @Test
    void checksANoteByTheEditionThatItNames() throws ApiException {
        assertThat(check.checkNote(note("N-7", "On track"), "2019-09-27", "client", null, null, null)
                        .getPlaybook())
                .isEqualTo("2019-09-27");
    }

    @Test
    void checksANoteInFull() throws ApiException {
        DetailedReport report = check.checkNote(note("N-7", "Going well"), null, null, "full", null, null);
        assertThat(report.getRuleOutcomes())
                .containsEntry("status-allowed", Outcome.VIOLATED)
                .containsEntry("covid-tag", Outcome.NEEDS_PERSON);
        assertThat(report.getNeeds()).containsEntry("covid-tag", List.of("covidAccelerated"));
        assertThat(report.getParsed()).containsKey("status");
    }

    @Test
    void checksABatch() throws ApiException {
        List<ReportOrUnjudged> answers = check.checkBatch(
                List.of(
                        note("N-7", "Going well"),
                        note("N-0", "").writtenOn(LocalDate.of(2001, 1, 1)),
                        note("N-8", "On track")),
                null,
                null,
                null);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).getReport().getCompliant()).isFalse();
        Unjudged unjudged = answers.get(1).getUnjudged();
        assertThat(unjudged.getNote()).isEqualTo("N-0");
        assertThat(unjudged.getError().getStatus()).isEqualTo(503);
        assertThat(answers.get(2).getReport().getCompliant()).isTrue();
    }

    @Test
    void asksTheRecord() throws ApiException {
        check.checkNote(note("N-21", "Going well").author("kim"), null, "auditor", null, null, null);
        check.checkNote(note("N-22", "On track").author("kim"), null, "auditor", null, null, null);

        RecordApi record = new RecordApi(client);
        List<Decision> decisions = record.listDecisions(
                        null, null, null, null, null, null, null, null, "kim", null, "auditor", null, null, null, null,
                        "oldest", 10, null, null)
                .getDecisions();
        assertThat(decisions).extracting(Decision::getVerdict).containsExactly(Verdict.VIOLATING, Verdict.COMPLIANT);
        Decision first = record.getDecision(decisions.get(0).getId());
        assertThat(first.getNote().getText()).contains("Going well");
        assertThat(first.getHash()).isEqualTo(decisions.get(1).getPrevious());

        Summary summary = record.summarizeDecisions(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "auditor",
                null,
                null,
                null,
                null,
                "week,rule");
        assertThat(summary.getNotes().getJudged()).isEqualTo(2);
        assertThat(summary.getByRule()).extracting(RuleCount::getRule).containsExactly("status-allowed");
        assertThat(summary.getGroups()).singleElement().satisfies(group -> {
            assertThat(group.getRule()).isEqualTo("status-allowed");
            assertThat(group.getJudged()).isEqualTo(2);
            assertThat(group.getNotes()).isEqualTo(1);
        });
        assertThat(record.getKeptRule(String.valueOf(first.getReport().get("digest")), "status-allowed")
                        .getRule()
                        .getId())
                .isEqualTo("status-allowed");
        assertThat(record.listCheckpoints().getCheckpoints()).isEmpty();

        Verification verification = record.askVerification(Map.of("Content-Type", "application/json"));
        assertThat(record.listVerifications().getVerifications())
                .extracting(Verification::getId)
                .contains(verification.getId());
        assertThat(record.getVerification(verification.getId()).getAsked()).isEqualTo(verification.getAsked());
        assertThat(record.cancelVerification(verification.getId()).getId()).isEqualTo(verification.getId());

        record.holdEngagement("E-9", new HoldReason().reason("asked for by the court"));
        assertThat(record.listHolds().getHolds())
                .extracting(Hold::getEngagement)
                .containsExactly("E-9");
        record.releaseEngagement("E-9");
        assertThat(record.listHolds().getHolds()).isEmpty();

        Replay asked = record.askReplay(new AskedReplay().caller("auditor"));
        assertThat(record.listReplays().getReplays()).extracting(Replay::getId).contains(asked.getId());
        assertThat(record.getReplay(asked.getId()).getOf().getCaller()).isEqualTo("auditor");
    }

    @Test
    void checksAnEngagement() throws ApiException {
        LocalDate day = LocalDate.of(2020, 4, 2);
        EngagementAnswer answer = check.checkEngagement(
                new EngagementRecord()
                        .engagement("E-1")
                        .addNotesItem(
                                note("N-8", "On track").role("FE").author("kim").interaction("I-1"))
                        .addInteractionsItem(new InteractionRecord()
                                .id("I-1")
                                .on(day)
                                .role("FE")
                                .author("kim"))
                        .addInteractionsItem(new InteractionRecord()
                                .id("I-2")
                                .on(day)
                                .role("FE")
                                .author("kim")),
                null,
                null,
                null);
        assertThat(answer.getEngagement()).isEqualTo("E-1");
        assertThat(answer.getNotes().get(0).getReport().getCompliant()).isTrue();
        assertThat(answer.getViolations())
                .extracting(CrossViolation::getRule, CrossViolation::getInteraction)
                .containsExactly(tuple("note-per-interaction", "I-2"));
    }

    @Test
    void listsThePlaybooks() throws ApiException {
        Playbooks answer = playbooks.listPlaybooks();
        assertThat(answer.getPlaybooks()).extracting(Playbook::getVersion).contains("2019-09-27", EDITION);
        assertThat(answer.getPlaybooks())
                .filteredOn(Playbook::getInForce)
                .extracting(Playbook::getVersion)
                .containsExactly(answer.getInForce());
    }

    @Test
    void looksAtAPlaybook() throws ApiException {
        Playbook playbook = playbooks.getPlaybook(EDITION);
        assertThat(playbook.getState()).isEqualTo(Playbook.StateEnum.ACTIVE);
        assertThat(playbook.getInForceFrom()).isEqualTo(LocalDate.of(2020, 3, 25));
        assertThat(playbook.getSince()).isNotNull();
        assertThat(playbook.getFiles()).contains("guidance.md", "tables/statuses.csv");
    }

    @Test
    void listsTheRulesAndLooksAtOne() throws ApiException {
        List<Rule> rules = playbooks.listRules(EDITION).getRules();
        RuleAnswer answer = playbooks.getRule(EDITION, "insight-id");
        assertThat(rules).contains(answer.getRule());
        assertThat(answer.getRule().getSeverity()).isEqualTo(Severity.ERROR);
        assertThat(answer.getClause().getId()).isEqualTo("content.insight");
        assertThat(answer.getEditions()).contains(EDITION);
    }

    @Test
    void listsTheClauses() throws ApiException {
        assertThat(playbooks.listClauses(EDITION).getClauses())
                .filteredOn(clause -> clause.getId().equals("content.insight"))
                .extracting(Clause::getJudgedBy)
                .containsExactly(Clause.JudgedByEnum.RULES);
        assertThat(playbooks.listClauses(EDITION).getClauses())
                .flatExtracting(Clause::getTrace)
                .extracting(TracedRule::getStanding)
                .isNotEmpty()
                .containsOnly(TracedRule.StandingEnum.CONFIRMED);
    }

    @Test
    void readsAFile() throws ApiException {
        assertThat(playbooks.getFile(EDITION, "tables/tags.csv")).startsWith("tag,meaning,insteadOf,source\n");
    }

    @Test
    void looksUpWhatARuleMaySay() throws ApiException {
        Vocabulary vocabulary = playbooks.getVocabulary(EDITION);
        assertThat(vocabulary.getProperties())
                .anySatisfy(property -> assertThat(property.getPath()).isEqualTo("status.present"));
        assertThat(vocabulary.getComparisons()).containsKeys("a text", "yes or no");
    }

    @Test
    void measuresHowLongRulesTake() throws ApiException {
        RuleTimes times = playbooks.getRuleTimes(EDITION);
        assertThat(times.getPlaybook()).isEqualTo(EDITION);
        assertThat(times.getNotes()).isPositive();
        assertThat(times.getRules())
                .filteredOn(time -> time.getJudged() > 0)
                .isNotEmpty()
                .allMatch(time -> (time.getMeanMicroseconds() == null) != (time.getFailed() == null));
    }

    @Test
    void turnsARuleIntoAFormAndBack() throws ApiException {
        DraftsApi drafts = new DraftsApi(client);
        String text = playbooks.getFile(EDITION, "executive-summary.drl");
        ReadForm read = drafts.readForm(new TextOfRule().text(text).edition(EDITION));
        assertThat(read.getRelaidLine()).isZero();
        WrittenForm written = drafts.writeForm(new FormOfRule().form(read.getForm()));
        assertThat(written.getText()).isEqualTo(text);
        assertThat(written.getForm()).isEqualTo(read.getForm());
    }

    @Test
    void comparesPlaybooks() throws ApiException {
        Comparison comparison = playbooks.comparePlaybooks("2019-09-27", EDITION);
        assertThat(comparison.getChanges())
                .filteredOn(change -> change.getName().equals("covid-tag"))
                .extracting(Change::getKind)
                .containsExactly(Change.KindEnum.ADDED);
    }

    @Test
    void looksAfterTheService() throws ApiException {
        ServiceApi state = new ServiceApi(client);
        assertThat(state.listCalls().getCalls()).contains("POST /v1/check");
        assertThat(state.isAlive().getStatus()).isEqualTo(Standing.UP);
        assertThat(state.isReady().getStatus()).isEqualTo(Standing.UP);
        assertThat(state.getMetrics(null)).contains("noteworthy_");
        assertThat(state.getMetrics(List.of("noteworthy_build_info")))
                .contains("noteworthy_build_info{")
                .doesNotContain("http_server_requests");
    }

    @Test
    void looksAtWhoMayDoWhat() throws ApiException {
        AccessApi access = new AccessApi(client);
        SignedIn nobody = access.getSession();
        assertThat(nobody.getAccess()).isEqualTo(SignedIn.AccessEnum.NONE);
        assertThat(nobody.getSignedIn()).isFalse();
        assertThat(nobody.getOperations()).contains("publishDraft");
        assertThat(access.getAccess().getCalls())
                .filteredOn(call -> call.getOperation().equals("publishDraft"))
                .singleElement()
                .satisfies(call -> assertThat(call.getRoles()).containsExactly("publisher", "admin"));
        assertThat(access.listKeys().getKeys()).isEmpty();
        assertThat(access.listSessions().getSessions()).isEmpty();
        assertThat(access.endSession().getSignedIn()).isFalse();
        assertThat(catchThrowableOfType(ApiException.class, () -> access.closeSession("5f0c1e7a"))
                        .getCode())
                .isEqualTo(404);
        assertThat(catchThrowableOfType(ApiException.class, () -> access.beginSession(new SignInKey().key("nwk_x")))
                        .getCode())
                .isEqualTo(409);
    }

    @Test
    void isToldWhatIsWrong() throws IOException {
        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> check.checkNote(new NoteRecord(), null, null, null, null, null));
        assertThat(refused.getCode()).isEqualTo(422);
        Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getPointer()).isEqualTo("/text"));
    }
}
