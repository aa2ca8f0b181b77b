package org.noteworthy.playbooks.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A compiled class as its file describes it. Of its instructions it is known that they go forward, and what they call: what
 * else they use stands in the constant pool.
 *
 * <p>Read here and not with a library for bytecode, because such a library shows what instructions use, each kind of them
 * at a place of its own that is easily forgotten, while the pool is one table and a short one.
 *
 * @param name its name, with slashes
 * @param members the methods and fields that it declares, {@code name(types)result} and {@code name:type}
 * @param linkers the methods that link its lambdas
 * @param calls each call that a method makes, {@code owner.name(types)result}, by the method
 */
record ClassFile(
        String name,
        String superclass,
        List<String> interfaces,
        Set<String> members,
        Set<String> linkers,
        Map<String, List<String>> calls,
        ConstantPool constants) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int VERSION_BYTES = 4;
    private static final int NATIVE = 0x0100;
    private static final Set<String> ATTRIBUTES = Set.of(
            "BootstrapMethods",
            "Code",
            "Exceptions",
            "InnerClasses",
            "NestHost",
            "NestMembers",
            "Signature",
            "SourceFile");

    /** Reads a whole class file; refuses what compiled rules never have. */
    static ClassFile read(byte[] bytes) throws RefusedClassException {
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RefusedClassException("less than a class");
        }
    }

    private static ClassFile read(ByteBuffer file) throws RefusedClassException {
        if (file.getInt() != MAGIC) {
            throw new RefusedClassException("no class");
        }
        skip(file, VERSION_BYTES);
        ConstantPool constants = ConstantPool.read(file);
        skip(file, Short.BYTES);
        String name = constants.className(unsigned(file));
        String superclass = constants.className(unsigned(file));
        List<String> interfaces = new ArrayList<>();
        for (int left = unsigned(file); left > 0; left--) {
            interfaces.add(constants.className(unsigned(file)));
        }
        Set<String> members = new HashSet<>();
        Set<String> linkers = new HashSet<>();
        Map<String, List<String>> calls = new HashMap<>();
        readMembers(file, constants, members, linkers, calls);
        readMembers(file, constants, members, linkers, calls);
        readAttributes(file, constants, linkers, new ArrayList<>());
        if (file.hasRemaining()) {
            throw new RefusedClassException("more than a class");
        }
        return new ClassFile(name, superclass, interfaces, members, linkers, calls, constants);
    }

    /** Fields, or methods: both are written alike. */
    private static void readMembers(
            ByteBuffer file,
            ConstantPool constants,
            Set<String> members,
            Set<String> linkers,
            Map<String, List<String>> calls)
            throws RefusedClassException {
        for (int left = unsigned(file); left > 0; left--) {
            int access = unsigned(file);
            String member = ConstantPool.member(constants.text(unsigned(file)), constants.text(unsigned(file)));
            if (member.contains("(") && (access & NATIVE) != 0) {
                throw new RefusedClassException("native " + member);
            }
            members.add(member);
            readAttributes(file, constants, linkers, calls.computeIfAbsent(member, none -> new ArrayList<>()));
        }
    }

    private static void readAttributes(ByteBuffer file, ConstantPool constants, Set<String> linkers, List<String> calls)
            throws RefusedClassException {
        for (int left = unsigned(file); left > 0; left--) {
            String name = constants.text(unsigned(file));
            int length = file.getInt();
            if (!ATTRIBUTES.contains(name)) {
                throw new RefusedClassException("the attribute " + name);
            }
            if (name.equals("BootstrapMethods")) {
                readLinkers(file, constants, linkers);
            } else {
                int begin = file.position();
                skip(file, length);
                if (name.equals("Code")) {
                    for (int called : Instructions.read(file.duplicate().position(begin))) {
                        calls.add(constants.called(called));
                    }
                }
            }
        }
    }

    private static void readLinkers(ByteBuffer file, ConstantPool constants, Set<String> linkers)
            throws RefusedClassException {
        for (int left = unsigned(file); left > 0; left--) {
            linkers.add(constants.handled(unsigned(file)));
            skip(file, Short.BYTES * unsigned(file));
        }
    }

    private static int unsigned(ByteBuffer file) {
        return ConstantPool.unsigned(file);
    }

    private static void skip(ByteBuffer file, int length) {
        if (length < 0) {
            throw new BufferUnderflowException();
        }
        file.position(file.position() + length);
    }
}
