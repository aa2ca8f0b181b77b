package org.noteworthy.api.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.api.answer.VerifiedChain;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.proof.Kept;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;

/** What came of a verification, as it is told. */
record Verified(boolean holds, List<VerifiedChain> chains, List<String> others) {

    static Verified of(Verification.Outcome outcome, AuditDatabase database) {
        Map<String, Long> checkpointAt = new HashMap<>();
        for (Checkpoint checkpoint : Kept.of(database).checkpoints()) {
            checkpointAt.merge(checkpoint.chain(), checkpoint.seq(), Math::max);
        }
        return new Verified(
                outcome.holds(),
                outcome.chains().stream()
                        .map(chain -> new VerifiedChain(
                                chain.chain(),
                                chain.decisions(),
                                chain.pruned(),
                                chain.checkpoints(),
                                checkpointAt.getOrDefault(chain.chain(), 0L),
                                chain.error() == null ? null : chain.error().seq(),
                                chain.error() == null ? null : chain.error().sentence()))
                        .toList(),
                outcome.others());
    }
}
