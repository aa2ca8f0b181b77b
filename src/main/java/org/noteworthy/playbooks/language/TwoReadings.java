package org.noteworthy.playbooks.language;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.antlr4.DRL10Parser;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Has both of the engine's own parsers read a text before it is compiled: that of the old language level, by which the
 * engine compiles, and the new one. What they read differently could mean something else than was looked at.
 */
public final class TwoReadings {
    private TwoReadings() {}

    /** Whether both parsers take the text, and read the same out of it. */
    public static boolean agree(String text) {
        String older = older(text);
        return older != null && older.equals(newer(text));
    }

    private static @Nullable String older(String text) {
        try {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            PackageDescr read = parser.parse(false, text);
            return parser.hasErrors() || read == null ? null : told(read);
        } catch (DroolsParserException | RuntimeException e) {
            return null;
        }
    }

    /** In the mode that looks at each place once: the other one can take exponential time. */
    private static @Nullable String newer(String text) {
        try {
            DRL10Parser parser = DRL10ParserHelper.createDrlParser(text);
            Complaints complaints = new Complaints();
            parser.removeErrorListeners();
            parser.addErrorListener(complaints);
            if (parser.getTokenStream().getTokenSource() instanceof Lexer lexer) {
                lexer.removeErrorListeners();
                lexer.addErrorListener(complaints);
            }
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            DRL10Parser.CompilationUnitContext unit = parser.compilationUnit();
            return complaints.any
                    ? null
                    : told(DRL10ParserHelper.compilationUnitContext2PackageDescr(unit, parser.getTokenStream(), null));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String told(PackageDescr read) {
        String beside = read.getName()
                + read.getImports()
                + read.getFunctionImports()
                + read.getAccumulateImports()
                + read.getGlobals()
                + read.getFunctions()
                + read.getTypeDeclarations()
                + read.getEnumDeclarations()
                + read.getEntryPointDeclarations()
                + read.getWindowDeclarations();
        return beside.replaceAll("@[0-9a-f]+", "")
                + read.getRules().stream().map(TwoReadings::told).collect(Collectors.joining("\n", "\n", ""));
    }

    private static String told(RuleDescr rule) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, AttributeDescr> each : rule.getAttributes().entrySet()) {
            attributes.put(each.getKey(), each.getValue().getValue());
        }
        return rule.getName()
                + rule.getParentName()
                + attributes
                + rule.getAnnotationNames()
                + told(rule.getLhs())
                + withoutBlanks(String.valueOf(rule.getConsequence()))
                + rule.getNamedConsequences();
    }

    private static String told(BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            return pattern.getIdentifier() + ":" + pattern.getObjectType() + told(pattern.getDescrs())
                    + pattern.getSource() + pattern.getBehaviors() + pattern.isQuery() + pattern.isUnification();
        }
        if (part instanceof AndDescr and && and.getDescrs().size() == 1) {
            return told(and.getDescrs().get(0));
        }
        if (part instanceof ConditionalElementDescr element) {
            return part.getClass().getSimpleName() + told(element.getDescrs());
        }
        return withoutBlanks(part.toString());
    }

    private static String told(List<? extends BaseDescr> parts) {
        return parts.stream().map(TwoReadings::told).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static final class Complaints extends BaseErrorListener {
        private boolean any;

        @Override
        public void syntaxError(
                @Nullable Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                @Nullable String reason,
                @Nullable RecognitionException cause) {
            any = true;
        }
    }
}
