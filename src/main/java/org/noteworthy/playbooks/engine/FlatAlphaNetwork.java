package org.noteworthy.playbooks.engine;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;
import org.drools.base.base.ClassObjectType;
import org.drools.core.common.BaseNode;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.drools.core.reteoo.ModifyPreviousTuples;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSinkPropagator;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.SingleObjectSinkAdapter;
import org.drools.model.SingleConstraint;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.drools.modelcompiler.constraints.ConstraintEvaluator;
import org.drools.modelcompiler.constraints.LambdaConstraint;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * The conditions that a fact meets first, side by side in arrays. The engine keeps each six objects away from the one before
 * it; of hundreds of rules, nearly all turn a note away at their first condition, so that following them is most of a check.
 *
 * <p>What the engine has put into an index stays there; what a fact has passed goes on as ever. For rules that do not change
 * once they are loaded.
 */
final class FlatAlphaNetwork implements ObjectSinkPropagator {
    private final ObjectSinkPropagator nodes;
    private final Predicate1<Object>[] conditions;
    private final ObjectSinkPropagator[] next;
    private final ObjectSink[] others;

    /** Lays the first conditions of every kind of fact side by side. */
    static KieBase of(KieBase base) {
        ((InternalRuleBase) base)
                .getRete()
                .getEntryPointNodes()
                .values()
                .forEach(entry -> entry.getObjectTypeNodes().values().forEach(FlatAlphaNetwork::flatten));
        return base;
    }

    private static void flatten(ObjectTypeNode node) {
        if (node.getObjectType() instanceof ClassObjectType) {
            flatten((ObjectSource) node);
        }
    }

    private static void flatten(ObjectSource node) {
        ObjectSinkPropagator nodes = node.getObjectSinkPropagator();
        for (ObjectSink sink : nodes.getSinks()) {
            if (sink instanceof AlphaNode alpha) {
                flatten((ObjectSource) alpha);
            }
        }
        boolean indexed = !(nodes instanceof SingleObjectSinkAdapter)
                && !(nodes instanceof CompositeObjectSinkAdapter composite && isFree(composite));
        if (!indexed && Arrays.stream(nodes.getSinks()).anyMatch(sink -> condition(sink) != null)) {
            node.setObjectSinkPropagator(new FlatAlphaNetwork(nodes));
        }
    }

    private static boolean isFree(CompositeObjectSinkAdapter nodes) {
        return nodes.getHashedSinkMap() == null && nodes.getRangeIndexMap() == null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can only be made raw
    private FlatAlphaNetwork(ObjectSinkPropagator nodes) {
        this.nodes = nodes;
        ObjectSink[] sinks = nodes.getSinks();
        ObjectSink[] conditioned =
                Arrays.stream(sinks).filter(sink -> condition(sink) != null).toArray(ObjectSink[]::new);
        conditions = Arrays.stream(conditioned).map(FlatAlphaNetwork::condition).toArray(Predicate1[]::new);
        next = Arrays.stream(conditioned)
                .map(sink -> ((AlphaNode) sink).getObjectSinkPropagator())
                .toArray(ObjectSinkPropagator[]::new);
        others = Arrays.stream(sinks).filter(sink -> condition(sink) == null).toArray(ObjectSink[]::new);
    }

    /** What the node asks of the fact alone; null for any other node. */
    @SuppressWarnings("unchecked")
    private static @Nullable Predicate1<Object> condition(ObjectSink sink) {
        if (!(sink instanceof AlphaNode alpha) || !(alpha.getConstraint() instanceof LambdaConstraint constraint)) {
            return null;
        }
        ConstraintEvaluator evaluator = constraint.getEvaluator();
        SingleConstraint asked = evaluator.getConstraint();
        if (evaluator.getRequiredDeclarations().length > 0
                || asked.getVariables().length != 1
                || evaluator.isTemporal()) {
            return null;
        }
        Predicate1<Object> condition = asked.getPredicate1();
        return condition instanceof IntrospectableLambda lambda && lambda.getLambda() instanceof Predicate1<?> itself
                ? (Predicate1<Object>) itself
                : condition;
    }

    @Override
    public void propagateAssertObject(InternalFactHandle handle, PropagationContext context, ReteEvaluator evaluator) {
        Object fact = handle.getObject();
        for (int i = 0; i < conditions.length; i++) {
            if (isMet(conditions[i], fact)) {
                next[i].propagateAssertObject(handle, context, evaluator);
            }
        }
        for (ObjectSink other : others) {
            other.assertObject(handle, context, evaluator);
        }
    }

    private static boolean isMet(Predicate1<Object> condition, Object fact) {
        try {
            return condition.test(fact);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ObjectSinkPropagator addObjectSink(ObjectSink sink, int hashing, int range) {
        return nodes.addObjectSink(sink, hashing, range);
    }

    @Override
    public ObjectSinkPropagator removeObjectSink(ObjectSink sink) {
        return nodes.removeObjectSink(sink);
    }

    @Override
    public BaseNode getMatchingNode(BaseNode candidate) {
        return nodes.getMatchingNode(candidate);
    }

    @Override
    public ObjectSink[] getSinks() {
        return nodes.getSinks();
    }

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    @Override
    public void propagateModifyObject(
            InternalFactHandle handle,
            ModifyPreviousTuples before,
            PropagationContext context,
            ReteEvaluator evaluator) {
        nodes.propagateModifyObject(handle, before, context, evaluator);
    }

    @Override
    public void byPassModifyToBetaNode(
            InternalFactHandle handle,
            ModifyPreviousTuples before,
            PropagationContext context,
            ReteEvaluator evaluator) {
        nodes.byPassModifyToBetaNode(handle, before, context, evaluator);
    }

    @Override
    public void doLinkSubnetwork(ReteEvaluator evaluator) {
        nodes.doLinkSubnetwork(evaluator);
    }

    @Override
    public void doUnlinkSubnetwork(ReteEvaluator evaluator) {
        nodes.doUnlinkSubnetwork(evaluator);
    }

    /** Rules are never serialized; they are loaded from what was compiled. */
    @Override
    public void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException();
    }
}
