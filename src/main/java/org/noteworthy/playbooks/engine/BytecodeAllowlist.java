package org.noteworthy.playbooks.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteField;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.vocabulary.Vocabulary;

/**
 * Everything outside themselves that compiled rules reach, as their bytecode spells it: a closed list.
 *
 * <p>Of the facts it holds what the {@link Vocabulary} names and nothing else; of the engine and the JDK what the rule
 * compiler writes for the conditions that a rule may have. What a list of the kind must not hold: anything that hands out
 * a class, a loader, a thread, a file or a value that runs code; rule attributes, {@code from}, {@code eval} and
 * {@code accumulate}; the engine's own {@code matches}.
 */
final class BytecodeAllowlist {
    /** A class on a line of its own, then its members, indented. */
    private static final String LISTED = """
            java/lang/Object
              <init>()V
              equals(Ljava/lang/Object;)Z
            java/lang/Boolean
              TYPE:Ljava/lang/Class;
              valueOf(Z)Ljava/lang/Boolean;
            java/lang/Integer
              TYPE:Ljava/lang/Class;
              intValue()I
              valueOf(I)Ljava/lang/Integer;
            java/lang/Double
              valueOf(D)Ljava/lang/Double;
            java/lang/String
              equals(Ljava/lang/Object;)Z
              hashCode()I
              valueOf(I)Ljava/lang/String;
              valueOf(Z)Ljava/lang/String;
            java/lang/Throwable
            java/lang/Exception
            java/lang/RuntimeException
              <init>(Ljava/lang/String;)V
            java/lang/IllegalArgumentException
              <init>(Ljava/lang/String;)V
            java/lang/invoke/SerializedLambda
              getFunctionalInterfaceClass()Ljava/lang/String;
              getFunctionalInterfaceMethodName()Ljava/lang/String;
              getFunctionalInterfaceMethodSignature()Ljava/lang/String;
              getImplClass()Ljava/lang/String;
              getImplMethodKind()I
              getImplMethodName()Ljava/lang/String;
              getImplMethodSignature()Ljava/lang/String;
            java/time/format/DateTimeFormatterBuilder
              <init>()V
              appendPattern(Ljava/lang/String;)Ljava/time/format/DateTimeFormatterBuilder;
              parseCaseInsensitive()Ljava/time/format/DateTimeFormatterBuilder;
              toFormatter(Ljava/util/Locale;)Ljava/time/format/DateTimeFormatter;
            java/util/ArrayList
              <init>()V
            java/util/Arrays
              asList([Ljava/lang/Object;)Ljava/util/List;
            java/util/Collections
              emptyList()Ljava/util/List;
            java/util/List
              add(Ljava/lang/Object;)Z
            java/util/Locale
              ENGLISH:Ljava/util/Locale;
            org/drools/model/DomainClassMetadata
              getPropertyIndex(Ljava/lang/String;)I
            org/drools/model/Index$ConstraintType
              EQUAL:Lorg/drools/model/Index$ConstraintType;
              NOT_EQUAL:Lorg/drools/model/Index$ConstraintType;
              GREATER_OR_EQUAL:Lorg/drools/model/Index$ConstraintType;
              GREATER_THAN:Lorg/drools/model/Index$ConstraintType;
              LESS_OR_EQUAL:Lorg/drools/model/Index$ConstraintType;
              LESS_THAN:Lorg/drools/model/Index$ConstraintType;
            org/drools/model/Model
            org/drools/model/PatternDSL$PatternDef
              bind(Lorg/drools/model/Variable;Lorg/drools/model/functions/Function1;)Lorg/drools/model/PatternDSL$PatternDef;
              expr(Ljava/lang/String;Lorg/drools/model/functions/Predicate1;)Lorg/drools/model/PatternDSL$PatternDef;
              expr(Ljava/lang/String;Lorg/drools/model/functions/Predicate1;Lorg/drools/model/AlphaIndex;)Lorg/drools/model/PatternDSL$PatternDef;
              expr(Ljava/lang/String;Lorg/drools/model/Variable;Lorg/drools/model/functions/Predicate2;)Lorg/drools/model/PatternDSL$PatternDef;
              expr(Ljava/lang/String;Lorg/drools/model/Variable;Lorg/drools/model/functions/Predicate2;Lorg/drools/model/BetaIndex;)Lorg/drools/model/PatternDSL$PatternDef;
              expr(Ljava/lang/String;Lorg/drools/model/Variable;Lorg/drools/model/Variable;Lorg/drools/model/functions/Predicate3;)Lorg/drools/model/PatternDSL$PatternDef;
              expr(Ljava/lang/String;Lorg/drools/model/Variable;Lorg/drools/model/Variable;Lorg/drools/model/Variable;Lorg/drools/model/functions/Predicate4;)Lorg/drools/model/PatternDSL$PatternDef;
            org/drools/model/TypeMetaData
            org/drools/model/consequences/ConsequenceBuilder$_2
              execute(Lorg/drools/model/functions/Block2;)Lorg/drools/model/consequences/ConsequenceBuilder$_2;
            org/drools/model/impl/RuleBuilder
              build([Lorg/drools/model/RuleItemBuilder;)Lorg/drools/model/Rule;
              metadata(Ljava/lang/String;Ljava/lang/Object;)Lorg/drools/model/impl/RuleBuilder;
            org/drools/model/operators/ContainsOperator
              INSTANCE:Lorg/drools/model/operators/ContainsOperator;
            org/drools/model/operators/InOperator
              INSTANCE:Lorg/drools/model/operators/InOperator;
            org/drools/model/operators/MemberOfOperator
              INSTANCE:Lorg/drools/model/operators/MemberOfOperator;
            org/drools/model/operators/StringEndsWithOperator
              INSTANCE:Lorg/drools/model/operators/StringEndsWithOperator;
            org/drools/model/operators/StringStartsWithOperator
              INSTANCE:Lorg/drools/model/operators/StringStartsWithOperator;
            org/drools/modelcompiler/dsl/pattern/D
              alphaIndexedBy(Ljava/lang/Class;Lorg/drools/model/Index$ConstraintType;ILorg/drools/model/functions/Function1;Ljava/lang/Object;)Lorg/drools/model/AlphaIndex;
              and(Lorg/drools/model/view/ViewItemBuilder;[Lorg/drools/model/view/ViewItemBuilder;)Lorg/drools/model/view/ViewItem;
              betaIndexedBy(Ljava/lang/Class;Lorg/drools/model/Index$ConstraintType;ILorg/drools/model/functions/Function1;Lorg/drools/model/functions/Function1;Ljava/lang/Class;)Lorg/drools/model/BetaIndex;
              declarationOf(Ljava/lang/Class;Ljava/lang/String;)Lorg/drools/model/Declaration;
              declarationOf(Ljava/lang/Class;Lorg/drools/model/DomainClassMetadata;Ljava/lang/String;)Lorg/drools/model/Declaration;
              eval(Lorg/drools/model/functions/Operator;Ljava/lang/Object;[Ljava/lang/Object;)Z
              exists(Lorg/drools/model/view/ViewItemBuilder;[Lorg/drools/model/view/ViewItemBuilder;)Lorg/drools/model/view/ExprViewItem;
              globalOf(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;)Lorg/drools/model/Global;
              not(Lorg/drools/model/view/ViewItemBuilder;[Lorg/drools/model/view/ViewItemBuilder;)Lorg/drools/model/view/ExprViewItem;
              on(Lorg/drools/model/Variable;Lorg/drools/model/Variable;)Lorg/drools/model/consequences/ConsequenceBuilder$_2;
              pattern(Lorg/drools/model/Variable;)Lorg/drools/model/PatternDSL$PatternDef;
              rule(Ljava/lang/String;Ljava/lang/String;)Lorg/drools/model/impl/RuleBuilder;
            org/drools/modelcompiler/util/EvaluationUtil
              areNullSafeEquals(Ljava/lang/Object;Ljava/lang/Object;)Z
              areNumbersNullSafeEquals(Ljava/lang/Number;Ljava/lang/Number;)Z
              greaterOrEqual(Ljava/lang/Comparable;Ljava/lang/Comparable;)Z
              greaterOrEqualNumbers(Ljava/lang/Number;Ljava/lang/Number;)Z
              greaterThan(Ljava/lang/Comparable;Ljava/lang/Comparable;)Z
              greaterThanNumbers(Ljava/lang/Number;Ljava/lang/Number;)Z
              lessOrEqual(Ljava/lang/Comparable;Ljava/lang/Comparable;)Z
              lessOrEqualNumbers(Ljava/lang/Number;Ljava/lang/Number;)Z
              lessThan(Ljava/lang/Comparable;Ljava/lang/Comparable;)Z
              lessThanNumbers(Ljava/lang/Number;Ljava/lang/Number;)Z
            org/drools/util/DateUtils
              getDateFormatMask()Ljava/lang/String;
            org/noteworthy/playbooks/engine/Verdict
              violation(Lorg/noteworthy/notes/Place;Ljava/lang/String;)V
            org/noteworthy/playbooks/language/pattern/Deadline
              allows(Ljava/lang/Object;)Z
            org/noteworthy/playbooks/language/pattern/TextPattern
              matches(Ljava/lang/String;Ljava/lang/String;)Z
            org/noteworthy/playbooks/language/pattern/TextSearch
              contains(Ljava/lang/String;Ljava/lang/String;)Z
            """;

    /** Methods that link a lambda and a text put together of parts; they are never called in another way. */
    private static final List<String> LINKERS = List.of(
            "java/lang/invoke/LambdaMetafactory.altMetafactory(Ljava/lang/invoke/MethodHandles$Lookup;"
                    + "Ljava/lang/String;Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants(Ljava/lang/invoke/MethodHandles$Lookup;"
                    + "Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)"
                    + "Ljava/lang/invoke/CallSite;");

    /** Classes around listed ones, which a class file names and nothing uses. */
    private static final List<String> OUTER = List.of(
            "java/lang/invoke/MethodHandles",
            "org/drools/model/Index",
            "org/drools/model/PatternDSL",
            "org/drools/model/consequences/ConsequenceBuilder");

    private static final String ANY_CLASS = "java/lang/Class";

    /** Members by the class that has them. */
    private static final Map<String, Set<String>> MEMBERS = new HashMap<>();

    private static final Set<String> CLASSES = new HashSet<>();

    static {
        String owner = "";
        for (String line : LISTED.lines().toList()) {
            if (line.startsWith("  ")) {
                add(owner, line.strip());
            } else {
                owner = line;
                CLASSES.add(owner);
            }
        }
        for (Class<?> type : Vocabulary.classes()) {
            CLASSES.add(slashed(type));
            for (Vocabulary.Property property : Vocabulary.properties(type.getSimpleName())) {
                add(type, property.name());
            }
        }
        add(Note.class, "given");
        for (String field : NoteField.keys()) {
            add(NoteRecord.class, field);
        }
        for (String linker : LINKERS) {
            int dot = linker.indexOf('.');
            add(linker.substring(0, dot), linker.substring(dot + 1));
        }
        CLASSES.remove(ANY_CLASS);
    }

    private BytecodeAllowlist() {}

    private static void add(Class<?> owner, String method) {
        try {
            add(
                    slashed(owner),
                    method + "()" + owner.getMethod(method).getReturnType().descriptorString());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("The vocabulary names what no fact has: " + owner + " " + method, e);
        }
    }

    private static void add(String owner, String member) {
        MEMBERS.computeIfAbsent(owner, none -> new HashSet<>()).add(member);
        CLASSES.add(owner);
        CLASSES.addAll(types(member));
    }

    /** The classes, with slashes, among the types of {@code name(types)result}, {@code name:type} or types alone. */
    static List<String> types(String member) {
        List<String> types = new ArrayList<>();
        int at = 0;
        while (at < member.length() && "(:[".indexOf(member.charAt(at)) < 0) {
            at++;
        }
        while ((at = member.indexOf('L', at)) >= 0) {
            int end = member.indexOf(';', at);
            types.add(member.substring(at + 1, end < 0 ? member.length() : end));
            at = end < 0 ? member.length() : end;
        }
        return types;
    }

    private static String slashed(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Whether the class of that name (with slashes) may be loaded for rules. */
    static boolean holdsClass(String name) {
        return CLASSES.contains(name);
    }

    /** Whether a class file of rules may name the class. */
    static boolean mayName(String name) {
        return holdsClass(name) || OUTER.contains(name);
    }

    /** Whether a method or field of rules may have the type; what is a class to the engine is nothing to a rule. */
    static boolean mayPass(String type) {
        return holdsClass(type) || type.equals(ANY_CLASS);
    }

    /** Whether rules may use the member of that class, {@code name(types)result} or {@code name:type}. */
    static boolean holdsMember(String owner, String member) {
        return MEMBERS.getOrDefault(owner, Set.of()).contains(member);
    }

    /** Whether the method links code and does nothing else. */
    static boolean isLinker(String method) {
        return LINKERS.contains(method);
    }
}
