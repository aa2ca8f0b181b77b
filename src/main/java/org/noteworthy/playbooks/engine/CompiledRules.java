package org.noteworthy.playbooks.engine;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.noteworthy.playbooks.edition.Rule;

/** Compiled rules, loaded into the engine: those about single notes apart from those about whole engagements. */
public record CompiledRules(RuleBase notes, RuleBase engagements) {

    /** Loads compiled classes in a class loader of their own. */
    public static CompiledRules load(AdmittedClasses classes) throws ReflectiveOperationException {
        RuleClassLoader loader = new RuleClassLoader(classes);
        List<Model> models = new ArrayList<>();
        for (String name : classes.names()) {
            Class<?> type = loader.loadClass(name.replace('/', '.'));
            if (Model.class.isAssignableFrom(type)) {
                models.add((Model) type.getDeclaredConstructor().newInstance());
            }
        }
        return new CompiledRules(base(models, Rule.Subject.NOTE), base(models, Rule.Subject.ENGAGEMENT));
    }

    private static RuleBase base(List<Model> models, Rule.Subject subject) {
        return RuleBase.of(models.stream()
                .filter(model -> model.getPackageName().equals(RuleCompiler.packageOf(subject)))
                .toList());
    }

    /** How many rules the engine holds. */
    public long count() {
        return count(notes) + count(engagements);
    }

    private static long count(RuleBase base) {
        return base.together().getKiePackages().stream()
                .mapToLong(rules -> rules.getRules().size())
                .sum();
    }
}
