package org.noteworthy.playbooks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compares everything that compiled rules refer to with what rules can reach, before any of it is loaded; what is not
 * listed is refused.
 *
 * <p>It stands behind the reading of rules and does not rely on it: it looks at what the rule compiler made of them, and
 * at what lies in a cache.
 */
final class BytecodeGate implements ConstantPool.Visitor {
    private static final Set<String> INTERFACES =
            Set.of("org/drools/model/DomainClassMetadata", "org/drools/model/Model");
    private static final String ROOT = "java/lang/Object";
    private static final int CALL_OF_STATIC = 6;
    private static final Pattern TYPE = Pattern.compile("L([^;]*);");

    private final Map<String, ClassFile> files;

    private BytecodeGate(Map<String, ClassFile> files) {
        this.files = files;
    }

    /** Refuses at the first reference that rules do not have; the message begins with the name of the class. */
    static void check(SortedMap<String, byte[]> classes) throws RefusedClassException {
        Map<String, ClassFile> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            files.put(each.getKey(), read(each.getKey(), each.getValue()));
        }
        BytecodeGate gate = new BytecodeGate(files);
        for (ClassFile file : files.values()) {
            try {
                gate.check(file);
            } catch (RefusedClassException e) {
                throw e.within(file.name());
            }
        }
    }

    private static ClassFile read(String name, byte[] bytes) throws RefusedClassException {
        try {
            require(isOfRules(name), "a class outside the rules");
            ClassFile file = ClassFile.read(bytes);
            require(file.name().equals(name), "the name " + file.name());
            return file;
        } catch (RefusedClassException e) {
            throw e.within(name);
        }
    }

    private void check(ClassFile file) throws RefusedClassException {
        require(file.superclass().equals(ROOT), "the superclass " + file.superclass());
        for (String type : file.interfaces()) {
            require(INTERFACES.contains(type), "the interface " + type);
        }
        for (String member : file.members()) {
            for (String type : types(member.split("[(:]", 2)[1])) {
                require(RuleReach.mayPass(type) || isOwn(type), member);
            }
        }
        for (String linker : file.linkers()) {
            require(RuleReach.isLinker(linker), "the linker " + linker);
        }
        file.constants().visit(this);
    }

    private static boolean isOfRules(String name) {
        String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        return Arrays.stream(Rule.Subject.values())
                .anyMatch(subject ->
                        RuleCompiler.packageOf(subject).replace('.', '/').equals(folder));
    }

    @Override
    public void classNamed(String name) throws RefusedClassException {
        List<String> named = name.startsWith("[") ? types(name) : List.of(name);
        for (String type : named) {
            require(RuleReach.mayName(type) || isOwn(type), name);
        }
    }

    @Override
    public void member(String owner, String member) throws RefusedClassException {
        ClassFile own = files.get(owner);
        require(
                own == null
                        ? RuleReach.holdsMember(owner + "." + member)
                        : own.members().contains(member),
                owner + "." + member);
    }

    @Override
    public void handle(int kind) throws RefusedClassException {
        require(kind == CALL_OF_STATIC, "a handle of kind " + kind);
    }

    @Override
    public void methodType(String descriptor) throws RefusedClassException {
        for (String type : types(descriptor)) {
            require(RuleReach.holdsClass(type) || isOwn(type), descriptor);
        }
    }

    private boolean isOwn(String name) {
        return files.containsKey(name);
    }

    private static List<String> types(String descriptor) {
        return TYPE.matcher(descriptor).results().map(found -> found.group(1)).toList();
    }

    private static void require(boolean allowed, String reference) throws RefusedClassException {
        if (!allowed) {
            throw new RefusedClassException(reference);
        }
    }
}
