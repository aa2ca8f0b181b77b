package org.noteworthy.authoring.form;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.noteworthy.playbooks.language.SourceDiagnostic;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** Turns the text of a rule file into a form and back: two views of one rule. */
public final class Forms {
    private static final char MARK = '\uFEFF';

    private Forms() {}

    /**
     * A text as a form.
     *
     * @param written the form, and the text that it stands for
     * @param rule as it was understood
     * @param relaidLine the first line that the form would lay out otherwise; 0 where the text is as the form writes it
     */
    public record Reading(WrittenForm written, WrittenRule rule, int relaidLine) {}

    /**
     * Reads the text of a file of one rule.
     *
     * @throws FormException where something of it has no field in a form
     */
    public static Reading read(String given) {
        String text = lined(given);
        RuleFile file = RuleFile.read(text);
        RuleForm form = new FormReader(text, file).read();
        WrittenForm written;
        try {
            written = write(form);
        } catch (FormException e) {
            throw FormException.ofText(file.rules().get(0).at().line(), e.sentence());
        }
        if (!written.form().equals(form)) {
            throw FormException.ofText(1, "The form would say something else than the text does. Change it as text.");
        }
        return new Reading(written, file.rules().get(0), firstDifference(given, written.text()));
    }

    /**
     * Writes a form as the text of a file.
     *
     * @throws FormException where a field holds what cannot stand in a rule
     */
    public static WrittenForm write(RuleForm form) {
        MarkedText marked = FormWriter.write(form);
        String text = marked.toString();
        RuleFile file = RuleFile.read(text);
        Places places = new Places(text, marked.marks());
        if (file.rules().size() != 1 || file.begun() != 1) {
            SourceDiagnostic first = file.diagnostics().get(0);
            throw FormException.ofField(places.pointer(first.at().start()), first.sentence());
        }
        RuleForm again = new FormReader(text, file).read();
        if (!again.equals(form)) {
            throw FormException.ofField("", "Written as a rule, this would be read as something else.");
        }
        return new WrittenForm(
                form,
                text,
                places.all(),
                file.diagnostics().stream()
                        .map(diagnostic -> new WrittenForm.Problem(
                                places.pointer(diagnostic.at().start()),
                                diagnostic.at().line(),
                                diagnostic.at().column(),
                                diagnostic.sentence()))
                        .toList());
    }

    private static String lined(String text) {
        String bare = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        return bare.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int firstDifference(String given, String text) {
        if (given.equals(text)) {
            return 0;
        }
        List<String> before = given.lines().toList();
        List<String> after = text.lines().toList();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!before.get(i).equals(after.get(i))) {
                return i + 1;
            }
        }
        return Math.max(1, Math.min(before.size(), after.size()));
    }

    /** Where the fields of a form stand in its text. */
    private record Places(String text, List<MarkedText.Mark> marks) {

        /** The smallest field that holds a place; the whole where there is none. */
        String pointer(int at) {
            Optional<MarkedText.Mark> smallest = marks.stream()
                    .filter(mark -> mark.start() <= at && at < Math.max(mark.end(), mark.start() + 1))
                    .min(Comparator.comparingInt(mark -> mark.end() - mark.start()));
            return smallest.map(MarkedText.Mark::pointer).orElse("");
        }

        List<WrittenForm.Place> all() {
            return marks.stream().map(this::place).toList();
        }

        private WrittenForm.Place place(MarkedText.Mark mark) {
            return new WrittenForm.Place(
                    mark.pointer(),
                    mark.start(),
                    mark.end(),
                    line(mark.start()),
                    column(mark.start()),
                    line(mark.end()),
                    column(mark.end()));
        }

        private int line(int at) {
            int line = 1;
            for (int i = 0; i < at; i++) {
                line += text.charAt(i) == '\n' ? 1 : 0;
            }
            return line;
        }

        private int column(int at) {
            return at - text.lastIndexOf('\n', at - 1);
        }
    }
}
