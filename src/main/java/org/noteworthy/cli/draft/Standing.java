package org.noteworthy.cli.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.report.Words;

/**
 * How far a draft is from being in force.
 *
 * @param missing what has to happen before it may be published, each in a few words
 * @param next what to type next, without the place; empty where there is nothing to do
 */
record Standing(List<String> missing, List<String> next) {
    Standing {
        missing = List.copyOf(missing);
        next = List.copyOf(next);
    }

    /** What is known without or with a look at what it would do. */
    static Standing of(DraftView draft, @Nullable ChecksView checks) {
        String name = draft.name();
        if (!draft.isOpen()) {
            DraftView.Publication publication = draft.publication();
            return new Standing(
                    List.of(),
                    publication == null ? List.of() : List.of("audit changes --edition " + publication.edition()));
        }
        if (draft.base().gone()) {
            return new Standing(List.of("its base is gone"), List.of("draft discard " + name));
        }
        List<String> missing = new ArrayList<>();
        if (draft.base().hasMoved()) {
            missing.add("its base has changed: rebase it");
        }
        boolean submitted = draft.submission() != null && !draft.state().equals("editing");
        if (!draft.changes()) {
            missing.add("a change");
        }
        if (!submitted) {
            missing.add("a submission");
        }
        String look = checks == null ? "" : look(checks, name, missing);
        int needed = checks == null ? needed(draft) : checks.approvals();
        int valid = draft.valid().size();
        if (submitted && valid < needed) {
            missing.add(checks == null ? "approvals" : Words.count(needed, "approval") + ", and it has " + valid);
        }
        if (draft.base().hasMoved()) {
            return new Standing(missing, List.of("draft rebase " + name));
        }
        if (!look.isEmpty()) {
            return new Standing(missing, List.of(look));
        }
        return new Standing(missing, steps(draft, submitted, valid < needed, checks != null));
    }

    /** Without a look, one more than there are where it is still in review. */
    private static int needed(DraftView draft) {
        return draft.state().equals("in-review") ? draft.valid().size() + 1 : 0;
    }

    private static String look(ChecksView checks, String name, List<String> missing) {
        long errors = checks.count("error");
        ChecksView.Fixtures fixtures = checks.fixtures();
        if (errors > 0) {
            missing.add("lint finds " + Words.count(errors, "error"));
            return "draft lint " + name;
        }
        if (fixtures != null && !fixtures.failures().isEmpty()) {
            missing.add(Words.count(fixtures.failures().size(), "fixture") + " not as expected");
            return "draft test " + name;
        }
        return "";
    }

    private static List<String> steps(DraftView draft, boolean submitted, boolean unapproved, boolean looked) {
        String name = draft.name();
        if (!draft.changes()) {
            return List.of("draft edit " + name + " FILE");
        }
        if (!submitted) {
            String submit = "draft submit " + name + " --reason \"…\"";
            return looked ? List.of(submit) : List.of("draft check " + name, submit);
        }
        return unapproved
                ? List.of("draft approve " + name + " --digest " + draft.digest())
                : List.of("draft publish " + name + " --reason \"…\"");
    }
}
