package org.noteworthy.notes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables.WorkloadRow;

/**
 * The workloads named at the head of a note.
 *
 * @param start UTF-16 offset of the prefix, or of the first word of the note if it has none
 * @param end exclusive end
 * @param codes what stands in it, in order; empty if there is no prefix
 * @param exact whether it is written as the playbook wants it
 * @param unknownCodes each code that the playbook does not know
 * @param missing the head of the note, where the prefix should be
 */
public record Prefix(
        String text, int start, int end, List<CodeUse> codes, boolean exact, Place unknownCodes, Place missing)
        implements Place {

    /** One code in a prefix: where it stands, and the workload it names, if it names one. */
    public record CodeUse(
            int start, int end, String written, @Nullable WorkloadRow workload) {

        /** The code as the prefix should spell it: as written if that spelling is as good as the code. */
        public String spelling() {
            return workload == null || workload.writtenAs().contains(written) ? written : workload.code();
        }
    }

    /** Whether the note has a prefix. */
    public boolean present() {
        return !codes.isEmpty();
    }

    /** Whether it has a prefix and the playbook knows every code in it. */
    public boolean known() {
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).workload() == null) {
                return false;
            }
        }
        return present();
    }

    /** The codes of the workloads that it names, as the playbook writes them; those that it does not know are left out. */
    public List<String> workloads() {
        return codes.stream()
                .flatMap(code -> Optional.ofNullable(code.workload()).stream())
                .map(WorkloadRow::code)
                .toList();
    }

    /** Whether it names nothing but the workload that stands for all others. */
    public boolean core() {
        for (int i = 0; i < codes.size(); i++) {
            WorkloadRow workload = codes.get(i).workload();
            if (workload == null || !workload.core()) {
                return false;
            }
        }
        return present();
    }

    /** Whether it names the workload that stands for all others, alone or among them. */
    public boolean withCore() {
        for (int i = 0; i < codes.size(); i++) {
            WorkloadRow workload = codes.get(i).workload();
            if (workload != null && workload.core()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Spot> spots() {
        if (!present()) {
            return missing.spots();
        }
        String canonical = canonical();
        boolean itself = codes.stream()
                .allMatch(code -> code.workload() != null && code.workload().isItself(code.written()));
        Fix.Kind kind = itself ? Fix.Kind.SAFE : Fix.Kind.SUGGESTED;
        Fix fix = known() ? new Fix(start, end, canonical, kind) : null;
        return List.of(new Spot(null, start, end, text.substring(start, end), List.of(canonical), null, fix));
    }

    /** Each code once, so that it never gets too long to be read as a prefix again. */
    private String canonical() {
        Set<String> spellings = new LinkedHashSet<>();
        codes.forEach(code -> spellings.add(code.spelling()));
        return "[" + String.join("+", spellings) + "]";
    }
}
