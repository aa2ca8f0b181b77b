package org.noteworthy.playbooks.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noteworthy.playbooks.edition.Rule;

/**
 * Compares everything that compiled rules refer to with what rules can reach, before any of it is loaded; what is not
 * listed is refused.
 *
 * <p>It stands behind the reading of rules and does not rely on it: it looks at what the rule compiler made of them, and
 * at what lies in a cache.
 */
final class BytecodeVerifier implements ConstantPool.Visitor {
    private static final Set<String> INTERFACES =
            Set.of("org/drools/model/DomainClassMetadata", "org/drools/model/Model");
    private static final String ROOT = "java/lang/Object";
    private static final Set<String> PACKAGES =
            Set.of(RuleCompiler.packageOf(Rule.Subject.NOTE), RuleCompiler.packageOf(Rule.Subject.ENGAGEMENT));
    private static final int CALL_OF_STATIC = 6;
    private static final long MOST_CALLS = 100_000;
    private static final int DEEPEST_CALL = 20;
    private static final long UNDER_WAY = -1;

    private final Map<String, ClassFile> files;
    /** How many calls come of a method, by the method. */
    private final Map<String, Long> calls = new HashMap<>();

    private BytecodeVerifier(Map<String, ClassFile> files) {
        this.files = files;
    }

    /** Refuses at the first reference that rules do not have; the message begins with the name of the class. */
    static void check(SortedMap<String, byte[]> classes) throws RefusedClassException {
        Map<String, ClassFile> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            files.put(each.getKey(), read(each.getKey(), each.getValue()));
        }
        BytecodeVerifier gate = new BytecodeVerifier(files);
        for (ClassFile file : files.values()) {
            try {
                gate.check(file);
            } catch (RefusedClassException e) {
                throw e.within(file.name());
            }
        }
    }

    /** How many calls among methods of rules come of one; a call could make a loop too, or double at each step. */
    private long calls(String method, int depth) throws RefusedClassException {
        Long before = calls.get(method);
        if (before != null) {
            if (before == UNDER_WAY) {
                throw new RefusedClassException("a method that calls itself: " + method);
            }
            return before;
        }
        int dot = method.indexOf('.');
        ClassFile own = files.get(method.substring(0, dot));
        if (own == null) {
            return 0;
        }
        calls.put(method, UNDER_WAY);
        long all = 1;
        for (String called : own.calls().getOrDefault(method.substring(dot + 1), List.of())) {
            all += calls(called, depth + 1);
            if (all > MOST_CALLS || depth > DEEPEST_CALL) {
                throw new RefusedClassException("more calls than rules make: " + method);
            }
        }
        calls.put(method, all);
        return all;
    }

    private static ClassFile read(String name, byte[] bytes) throws RefusedClassException {
        try {
            if (!isOfRules(name)) {
                throw new RefusedClassException("a class outside the rules");
            }
            ClassFile file = ClassFile.read(bytes);
            if (!file.name().equals(name)) {
                throw new RefusedClassException("the name " + file.name());
            }
            return file;
        } catch (RefusedClassException e) {
            throw e.within(name);
        }
    }

    private static boolean isOfRules(String name) {
        String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        return PACKAGES.contains(folder.replace('/', '.'));
    }

    private void check(ClassFile file) throws RefusedClassException {
        for (String method : file.calls().keySet()) {
            calls(file.name() + "." + method, 1);
        }
        if (!file.superclass().equals(ROOT)) {
            throw new RefusedClassException("the superclass " + file.superclass());
        }
        for (String type : file.interfaces()) {
            if (!INTERFACES.contains(type)) {
                throw new RefusedClassException("the interface " + type);
            }
        }
        for (String member : file.members()) {
            for (String type : BytecodeAllowlist.types(member)) {
                if (!BytecodeAllowlist.mayPass(type) && !isOwn(type)) {
                    throw new RefusedClassException(member);
                }
            }
        }
        for (String linker : file.linkers()) {
            if (!BytecodeAllowlist.isLinker(linker)) {
                throw new RefusedClassException("the linker " + linker);
            }
        }
        file.constants().visit(this);
    }

    @Override
    public void classNamed(String name) throws RefusedClassException {
        for (String type : name.startsWith("[") ? BytecodeAllowlist.types(name) : List.of(name)) {
            if (!BytecodeAllowlist.mayName(type) && !isOwn(type)) {
                throw new RefusedClassException(name);
            }
        }
    }

    @Override
    public void member(String owner, String member) throws RefusedClassException {
        ClassFile own = files.get(owner);
        boolean reached = own == null
                ? BytecodeAllowlist.holdsMember(owner, member)
                : own.members().contains(member);
        if (!reached) {
            throw new RefusedClassException(owner + "." + member);
        }
    }

    @Override
    public void handle(int kind) throws RefusedClassException {
        if (kind != CALL_OF_STATIC) {
            throw new RefusedClassException("a handle of kind " + kind);
        }
    }

    @Override
    public void methodType(String descriptor) throws RefusedClassException {
        for (String type : BytecodeAllowlist.types(descriptor)) {
            if (!BytecodeAllowlist.holdsClass(type) && !isOwn(type)) {
                throw new RefusedClassException(descriptor);
            }
        }
    }

    private boolean isOwn(String name) {
        return files.containsKey(name);
    }
}
