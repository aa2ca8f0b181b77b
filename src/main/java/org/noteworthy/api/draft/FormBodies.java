package org.noteworthy.api.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.shape.form.FormCondition;
import org.noteworthy.api.shape.form.FormFact;
import org.noteworthy.api.shape.form.FormPart;
import org.noteworthy.api.shape.form.FormReport;
import org.noteworthy.api.shape.form.FormValue;
import org.noteworthy.api.shape.form.RuleForm;
import org.noteworthy.authoring.form.FormCondition.Group;
import org.noteworthy.authoring.form.FormCondition.Join;
import org.noteworthy.authoring.form.FormCondition.Row;
import org.noteworthy.authoring.form.FormException;

/** Forms as callers write them; what is missing in one is told with its place. */
final class FormBodies {
    private static final int DEEPEST = 20;

    private FormBodies() {}

    static org.noteworthy.authoring.form.RuleForm form(RuleForm form) {
        return new org.noteworthy.authoring.form.RuleForm(
                texts("/comment", form.comment()),
                there("/name", form.name()),
                there("/severity", form.severity()),
                there("/clause", form.clause()),
                texts("/roles", form.roles()),
                texts("/noteTypes", form.noteTypes()),
                texts("/needs", form.needs()),
                form.enabled(),
                list("/facts", form.facts(), FormBodies::fact),
                report(there("/report", form.report())));
    }

    private static org.noteworthy.authoring.form.FormFact fact(String pointer, FormFact fact) {
        return new org.noteworthy.authoring.form.FormFact(
                word(pointer + "/quantity", fact.quantity(), org.noteworthy.authoring.form.FormFact.Quantity::of),
                there(pointer + "/name", fact.name()),
                there(pointer + "/fact", fact.fact()),
                list(pointer + "/conditions", fact.conditions(), (at, each) -> condition(at, each, 1)));
    }

    private static boolean isThere(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    private static org.noteworthy.authoring.form.FormCondition condition(
            String pointer, FormCondition condition, int depth) {
        if (depth > DEEPEST) {
            throw FormException.ofField(pointer, "Groups stand in too many others here. Write several rules.");
        }
        boolean negated = Boolean.TRUE.equals(condition.negated());
        // Clients that are made of the description send empty lists for what is left out.
        boolean group = condition.join() != null || isThere(condition.parts());
        boolean row = condition.property() != null || condition.comparison() != null || isThere(condition.values());
        if (group == row) {
            throw FormException.ofField(
                    pointer,
                    "A condition has property, comparison and values, or join and parts. Send one of the two.");
        }
        return group
                ? new Group(
                        word(pointer + "/join", condition.join(), Join::of),
                        negated,
                        list(pointer + "/parts", condition.parts(), (at, each) -> condition(at, each, depth + 1)))
                : new Row(
                        there(pointer + "/property", condition.property()),
                        there(pointer + "/comparison", condition.comparison()),
                        condition.values() == null
                                ? List.of()
                                : list(pointer + "/values", condition.values(), FormBodies::value),
                        negated);
    }

    private static org.noteworthy.authoring.form.FormValue value(String pointer, FormValue value) {
        return new org.noteworthy.authoring.form.FormValue(
                word(pointer + "/kind", value.kind(), org.noteworthy.authoring.form.FormValue.Kind::of),
                there(pointer + "/written", value.written()));
    }

    private static org.noteworthy.authoring.form.FormReport report(FormReport report) {
        return new org.noteworthy.authoring.form.FormReport(
                there("/report/place", report.place()), list("/report/message", report.message(), FormBodies::part));
    }

    private static org.noteworthy.authoring.form.FormReport.Part part(String pointer, FormPart part) {
        boolean placeholder = word(
                pointer + "/kind",
                part.kind(),
                kind -> kind.equals("placeholder")
                        ? Optional.of(true)
                        : kind.equals("text") ? Optional.of(false) : Optional.empty());
        return new org.noteworthy.authoring.form.FormReport.Part(
                placeholder, there(pointer + "/written", part.written()));
    }

    private static List<String> texts(String pointer, @Nullable List<String> texts) {
        return list(pointer, texts, (at, text) -> text);
    }

    private static <B, T> List<T> list(String pointer, @Nullable List<B> list, BiFunction<String, B, T> read) {
        List<T> all = new ArrayList<>();
        for (B each : there(pointer, list)) {
            String at = pointer + "/" + all.size();
            all.add(read.apply(at, there(at, each)));
        }
        return all;
    }

    private static <T> T word(String pointer, @Nullable String word, Function<String, Optional<T>> read) {
        return read.apply(there(pointer, word))
                .orElseThrow(() -> FormException.ofField(
                        pointer, "There is no such word. The description of this call says which there are."));
    }

    /** What a caller has left out is null, whatever the description says. */
    private static <T> T there(String pointer, @Nullable T value) {
        if (value == null) {
            throw FormException.ofField(pointer, "This is missing.");
        }
        return value;
    }
}
