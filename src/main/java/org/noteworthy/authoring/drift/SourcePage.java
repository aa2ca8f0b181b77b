package org.noteworthy.authoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.noteworthy.playbooks.edition.PlainText;

/** A copy of a page, cut into paragraphs. */
public final class SourcePage {
    /** A known paragraph of more words than this is not looked for across the paragraphs of a copy. */
    private static final int LONGEST = 400;

    /** So many known paragraphs in a row are looked for. */
    private static final int LONGEST_ROW = 40;

    /** Characters that are hashed in search of known paragraphs, which is a quarter of a second. */
    private static final long PATIENCE = 50_000_000;

    private final List<PageReader.Word> words = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<SourceParagraph> written = new ArrayList<>();

    private SourcePage(List<List<PageReader.Word>> blocks) {
        for (List<PageReader.Word> block : blocks) {
            words.addAll(block);
            ends.add(words.size());
            written.add(paragraph(words.size() - block.size(), words.size()));
        }
    }

    /** Reads a page of Markdown; any text is one. */
    public static SourcePage of(String markdown) {
        return new SourcePage(PageReader.read(markdown));
    }

    /** Whether it has no words at all. */
    public boolean empty() {
        return words.isEmpty();
    }

    /**
     * Its paragraphs; where its markup has them otherwise than the known ones, and the words are the same, as the known
     * ones are. So a copy whose lines were wrapped, or whose lists were flattened, has the paragraphs that it had.
     */
    public List<SourceParagraph> paragraphs(Set<String> known) {
        Search search = new Search(known);
        List<SourceParagraph> paragraphs = new ArrayList<>();
        int begin = 0;
        for (int block = 0; block < ends.size(); block++) {
            int end = ends.get(block);
            if (end <= begin) {
                continue;
            }
            SourceParagraph paragraph = written.get(block);
            List<Integer> cuts = known.contains(paragraph.hash()) ? List.of() : search.from(begin, block, LONGEST_ROW);
            for (int cut : cuts) {
                paragraphs.add(paragraph(begin, cut));
                begin = cut;
            }
            if (cuts.isEmpty()) {
                paragraphs.add(paragraph);
                begin = end;
            }
        }
        return paragraphs;
    }

    private SourceParagraph paragraph(int begin, int end) {
        List<PageReader.Word> within = words.subList(begin, end);
        return new SourceParagraph(
                within.get(0).line(),
                within.stream().map(PageReader.Word::shown).collect(Collectors.joining(" ")),
                PlainText.hash(within.stream().map(PageReader.Word::folded).toList()));
    }

    /** Looks for known paragraphs that lie otherwise in the blocks of the page. */
    private final class Search {
        private final Set<String> known;
        private long patience = PATIENCE;

        Search(Set<String> known) {
            this.known = known;
        }

        /** Where known paragraphs end that follow each other from here to the end of a block; empty if they do not. */
        List<Integer> from(int begin, int block, int row) {
            List<String> folded = new ArrayList<>();
            int length = 0;
            int within = block;
            for (int end = begin + 1; end <= Math.min(words.size(), begin + LONGEST); end++) {
                String word = words.get(end - 1).folded();
                folded.add(word);
                length += word.length() + 1;
                patience -= length;
                if (known.isEmpty() || row == 0 || patience < 0) {
                    return List.of();
                }
                while (ends.get(within) < end) {
                    within++;
                }
                if (known.contains(PlainText.hash(folded))) {
                    if (ends.get(within) == end) {
                        return List.of(end);
                    }
                    List<Integer> rest = from(end, within, row - 1);
                    if (!rest.isEmpty()) {
                        List<Integer> cuts = new ArrayList<>(List.of(end));
                        cuts.addAll(rest);
                        return cuts;
                    }
                }
            }
            return List.of();
        }
    }
}
