package org.noteworthy.authoring.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noteworthy.authoring.drift.PageChange.Kind;
import org.noteworthy.authoring.drift.PageChange.TouchedClause;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/**
 * How a copy of the page stands to the paragraphs that an edition knows of it.
 *
 * @param edition the edition
 * @param paragraphs those of the copy, in its order
 * @param changes what differs, in the order of the copy
 */
public record Drift(Edition edition, List<SourceParagraph> paragraphs, List<PageChange> changes) {
    public Drift {
        paragraphs = List.copyOf(paragraphs);
        changes = List.copyOf(changes);
    }

    /** Holds a copy of the page against an edition that lists its paragraphs. */
    public static Drift of(Edition edition, SourcePage page) {
        List<SourceParagraph> paragraphs = page.paragraphs(Set.copyOf(edition.page()));
        return new Comparison(edition, paragraphs).compare();
    }

    /** How many paragraphs are gone, new or moved. */
    public int distance() {
        return changes.stream()
                .mapToInt(change -> Math.max(change.gone().size(), change.now().size()))
                .sum();
    }

    /** How many paragraphs of the copy the edition knows, at whatever place. */
    public long known() {
        Set<String> known = Set.copyOf(edition.page());
        return paragraphs.stream()
                .filter(paragraph -> known.contains(paragraph.hash()))
                .count();
    }

    /** Ids of the clauses of an edition by the hashes of the paragraphs on which they stand. */
    public static Map<String, List<String>> standing(Edition edition) {
        Map<String, List<String>> standing = new LinkedHashMap<>();
        for (Clause clause : edition.clauses()) {
            clause.source()
                    .forEach(hash -> standing.computeIfAbsent(hash, ids -> new ArrayList<>())
                            .add(clause.id()));
        }
        return standing;
    }

    /** Walks along a copy and what is known of the page at the same time. */
    private static final class Comparison {
        private final Edition edition;
        private final List<SourceParagraph> paragraphs;
        private final Map<String, List<String>> standing;
        private final Set<String> present = new HashSet<>();
        private final Alignment alignment;
        private final SortedMap<Integer, List<PageChange>> changes = new TreeMap<>();
        private final List<String> gone = new ArrayList<>();
        private final List<Integer> fresh = new ArrayList<>();
        private int begin;
        private int knownUntil;

        Comparison(Edition edition, List<SourceParagraph> paragraphs) {
            this.edition = edition;
            this.paragraphs = paragraphs;
            standing = standing(edition);
            List<String> hashes = paragraphs.stream().map(SourceParagraph::hash).toList();
            present.addAll(hashes);
            alignment = new Alignment(edition.page(), hashes);
        }

        Drift compare() {
            for (int at = 0; at < paragraphs.size(); at++) {
                int partner = alignment.partner(at);
                if (partner == Alignment.NONE) {
                    fresh.add(at);
                } else if (alignment.moved(at)) {
                    add(at, Kind.MOVED, List.of(edition.page().get(partner)), List.of(paragraphs.get(at)), at, at + 1);
                } else {
                    gap(partner, at);
                    begin = at + 1;
                    knownUntil = partner + 1;
                }
            }
            gap(edition.page().size(), paragraphs.size());
            return new Drift(
                    edition,
                    paragraphs,
                    changes.values().stream().flatMap(List::stream).toList());
        }

        /** What is gone and what is new between two paragraphs that are as they were. */
        private void gap(int nextKnown, int next) {
            for (int at = knownUntil; at < nextKnown; at++) {
                if (!alignment.found(at)) {
                    gone.add(edition.page().get(at));
                }
            }
            if (fresh.isEmpty()) {
                removed(next);
            } else if (gone.size() == fresh.size()) {
                for (int at = 0; at < gone.size(); at++) {
                    there(Kind.CHANGED, gone.subList(at, at + 1), fresh.subList(at, at + 1), next);
                }
            } else {
                there(gone.isEmpty() ? Kind.NEW : Kind.CHANGED, gone, fresh, next);
            }
            gone.clear();
            fresh.clear();
        }

        /** What is gone without anything in its place; neighbours of the same clauses are told together. */
        private void removed(int next) {
            int from = 0;
            for (int to = 1; to <= gone.size(); to++) {
                if (to == gone.size() || !clauses(gone.get(to)).equals(clauses(gone.get(from)))) {
                    add(next, Kind.REMOVED, gone.subList(from, to), List.of(), begin, next);
                    from = to;
                }
            }
        }

        private void there(Kind kind, List<String> gone, List<Integer> places, int next) {
            add(places.get(0), kind, gone, places.stream().map(paragraphs::get).toList(), begin, next);
        }

        private void add(int place, Kind kind, List<String> gone, List<SourceParagraph> now, int begin, int end) {
            List<String> after =
                    begin == 0 ? List.of() : clauses(paragraphs.get(begin - 1).hash());
            List<String> before = end == paragraphs.size()
                    ? List.of()
                    : clauses(paragraphs.get(end).hash());
            Set<String> touched = new LinkedHashSet<>();
            if (kind == Kind.NEW) {
                touched.addAll(after);
                touched.retainAll(before);
            } else {
                gone.forEach(hash -> touched.addAll(clauses(hash)));
            }
            List<TouchedClause> clauses = touched.stream().map(this::touched).toList();
            changes.computeIfAbsent(place, at -> new ArrayList<>())
                    .add(new PageChange(kind, gone, now, clauses, after, before));
        }

        private TouchedClause touched(String id) {
            Clause clause = edition.clause(id).orElseThrow();
            return new TouchedClause(
                    id,
                    edition.rulesFor(clause).stream().map(Rule::id).toList(),
                    clause.source().stream().anyMatch(present::contains));
        }

        private List<String> clauses(String hash) {
            return standing.getOrDefault(hash, List.of());
        }
    }
}
