package org.noteworthy.playbooks.engine;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseOption;

/**
 * The rules of an edition about one subject, in the engine: all of them together and, for who has to know which of them
 * does what, each by itself.
 *
 * <p>Together they share their conditions, which is what makes them fast; when one fails there, the engine cannot tell
 * which. By itself a rule is loaded when it is first asked for.
 */
public final class RuleBase {
    private final List<Model> models;
    private final KieBase together;
    private final ConcurrentMap<String, KieBase> alone = new ConcurrentHashMap<>();

    private RuleBase(List<Model> models) {
        this.models = models;
        together = FlatAlphaNetwork.of(KieBaseBuilder.createKieBaseFromModel(models, new KieBaseOption[0]));
    }

    /** Loads the rules of compiled models. */
    public static RuleBase of(List<Model> models) {
        return new RuleBase(List.copyOf(models));
    }

    /** All rules. */
    public KieBase together() {
        return together;
    }

    /** The rule of that name and no other. */
    public KieBase alone(String rule) {
        return alone.computeIfAbsent(rule, this::loaded);
    }

    /** The same, loaded anew for whoever asks; it is gone when they let it go. */
    public KieBase loaded(String rule) {
        return KieBaseBuilder.createKieBaseFromModel(
                models.stream().map(model -> only(rule, model)).toList(), new KieBaseOption[0]);
    }

    public List<Model> models() {
        return models;
    }

    private static Model only(String name, Model model) {
        List<Rule> rules = model.getRules().stream()
                .filter(rule -> rule.getName().equals(name))
                .toList();
        ModelImpl only = new ModelImpl(model.getPackageName()).withRules(rules).withGlobals(model.getGlobals());
        model.getTypeMetaDatas().forEach(only::addTypeMetaData);
        return only;
    }
}
