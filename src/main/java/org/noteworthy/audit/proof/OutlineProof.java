package org.noteworthy.audit.proof;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.outline.Outline;
import org.noteworthy.audit.outline.OutlineBlock;
import org.noteworthy.audit.store.OutlineDao;

/** Compares what is kept of a chain's decisions beside the pages, for sums, with the pages themselves. */
final class OutlineProof {
    private final OutlineDao dao;
    private final Iterator<OutlineDao.Head> heads;
    private final List<Outline> outlines = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private OutlineDao.Head head;

    OutlineProof(OutlineDao dao, String chain) throws SQLException {
        this.dao = dao;
        heads = dao.heads(chain).iterator();
        head = next();
    }

    private OutlineDao.Head next() {
        try {
            return heads.next();
        } catch (NoSuchElementException e) {
            return new OutlineDao.Head("", Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, "", 0, 0);
        }
    }

    /** Takes the decisions of the next page; none of one that is spoilt. */
    void see(PageHead page, List<Decision> decisions) throws SQLException {
        if (page.firstSeq() < head.firstSeq()) {
            return;
        }
        decisions.forEach(decision -> outlines.add(Outline.of(decision)));
        if (page.firstSeq() < head.lastPage()) {
            return;
        }
        if (!dao.parts(head).sameAs(OutlineBlock.pack(outlines)) || !timed()) {
            sentences.add("What is kept of the decisions " + head.firstSeq() + " to " + head.lastSeq() + " of "
                    + head.chain() + " for sums is not what they say: it was changed, and sums may be wrong.");
        }
        outlines.clear();
        head = next();
    }

    private boolean timed() {
        return outlines.stream().allMatch(each -> each.ms() >= head.firstMs() && each.ms() <= head.lastMs());
    }

    /** What is wrong so far. */
    List<String> sentences() {
        return sentences;
    }
}
