package org.noteworthy.access;

import static org.noteworthy.access.Role.ADMIN;
import static org.noteworthy.access.Role.APPROVER;
import static org.noteworthy.access.Role.AUDITOR;
import static org.noteworthy.access.Role.AUTHOR;
import static org.noteworthy.access.Role.PUBLISHER;
import static org.noteworthy.access.Role.READER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which call needs which role: the one table. A call is named by its operation in the description of the calls; one that
 * does not stand here is refused.
 */
public final class CallTable {
    private static final Map<String, Set<Role>> NEEDED = new LinkedHashMap<>();

    /** Calls that anybody may make, signed in or not. */
    private static final Set<String> OPEN = Set.of("beginSession", "endSession", "getSession", "isAlive", "isReady");

    static {
        needs(READER, "listCalls", "getDescription", "getMetrics", "getAccess");
        needs(READER, "checkNote", "checkBatch", "checkEngagement", "checkFile", "checkFiles", "readColumns");
        needs(
                READER,
                "listPlaybooks",
                "comparePlaybooks",
                "getPlaybook",
                "getChoices",
                "getTemplate",
                "listRules",
                "getRule",
                "listClauses",
                "getVocabulary",
                "getRuleTimes",
                "getFile");
        needs(
                READER,
                "listWaivers",
                "listDrafts",
                "getDraft",
                "getDraftFile",
                "getDraftTable",
                "compareDraft",
                "getDraftVersions",
                "getDraftVocabulary",
                "tryDraft");
        needs(READER, "readForm", "writeForm");
        // What a draft would change is shown on recorded notes.
        needs(Set.of(AUTHOR, APPROVER, PUBLISHER, AUDITOR), "checkDraft");
        needs(
                AUTHOR,
                "createDraft",
                "changeDraftFile",
                "deleteDraftFile",
                "changeDraftTable",
                "rebaseDraft",
                "discardDraft");
        needs(AUTHOR, "submitDraft", "withdrawDraft", "lintDraft");
        needs(Set.of(AUTHOR, APPROVER, PUBLISHER), "commentDraft");
        needs(APPROVER, "approveDraft");
        needs(PUBLISHER, "publishDraft", "rollback");
        needs(AUDITOR, "listDecisions", "getDecision", "summarizeDecisions", "listCheckpoints", "listChanges");
        needs(AUDITOR, "getKeptRule", "askVerification", "listVerifications", "getVerification", "cancelVerification");
        needs(AUDITOR, "askReplay", "listReplays", "getReplay", "cancelReplay", "listHolds");
        needs(ADMIN, "holdEngagement", "releaseEngagement");
        needs(ADMIN, "listKeys", "listSessions", "closeSession");
    }

    private CallTable() {}

    private static void needs(Role role, String... operations) {
        needs(Set.of(role), operations);
    }

    private static void needs(Set<Role> roles, String... operations) {
        for (String operation : operations) {
            NEEDED.put(operation, Collections.unmodifiableSet(EnumSet.copyOf(roles)));
        }
    }

    /** The roles of which one is needed, or one that includes it; empty where the table lacks the call. */
    public static Optional<Set<Role>> needed(String operation) {
        return Optional.ofNullable(NEEDED.get(operation));
    }

    /** Whether anybody may make the call. */
    public static boolean isOpen(String operation) {
        return OPEN.contains(operation);
    }

    /** The calls that anybody may make, signed in or not. */
    public static SortedSet<String> open() {
        return new TreeSet<>(OPEN);
    }

    /** The calls that somebody may make; null is whoever is not signed in. */
    public static SortedSet<String> callsOf(@Nullable Identity identity) {
        SortedSet<String> calls = open();
        if (identity != null) {
            NEEDED.forEach((call, needed) -> {
                if (identity.mayAs(needed)) {
                    calls.add(call);
                }
            });
        }
        return calls;
    }

    /** Every call that needs a role, with the roles of which one is needed. */
    public static Map<String, Set<Role>> all() {
        return Collections.unmodifiableMap(NEEDED);
    }

    /** The roles of which one would do, for a sentence: {@code author, approver or admin}. */
    public static String wouldDo(Set<Role> needed) {
        Set<Role> all = EnumSet.copyOf(needed);
        all.add(ADMIN);
        if (needed.contains(READER)) {
            return "reader, or any other";
        }
        String listed = all.stream().map(Role::word).collect(Collectors.joining(", "));
        int last = listed.lastIndexOf(", ");
        return last < 0 ? listed : listed.substring(0, last) + " or " + listed.substring(last + 2);
    }
}
