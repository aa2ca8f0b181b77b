package org.noteworthy.playbooks;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A compiled class as its file describes it, without the instructions: those can use nothing but the constant pool.
 *
 * <p>Read here and not with a library for bytecode, because such a library shows what instructions use, each kind of them
 * at a place of its own that is easily forgotten, while the pool is one table and a short one.
 *
 * @param name its name, with slashes
 * @param members the methods and fields that it declares, {@code name(types)result} and {@code name:type}
 * @param linkers the methods that link its lambdas
 */
record ClassFile(
        String name,
        String superclass,
        List<String> interfaces,
        Set<String> members,
        Set<String> linkers,
        ConstantPool constants) {
    private static final int MAGIC = 0xCAFEBABE;
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
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new RefusedClassException("no class");
            }
            in.readInt();
            ConstantPool constants = ConstantPool.read(in);
            in.readUnsignedShort();
            String name = constants.className(in.readUnsignedShort());
            String superclass = constants.className(in.readUnsignedShort());
            List<String> interfaces = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                interfaces.add(constants.className(in.readUnsignedShort()));
            }
            Set<String> members = new HashSet<>();
            Set<String> linkers = new HashSet<>();
            readMembers(in, constants, members, linkers);
            readMembers(in, constants, members, linkers);
            readAttributes(in, constants, linkers);
            if (in.read() != -1) {
                throw new RefusedClassException("more than a class");
            }
            return new ClassFile(name, superclass, interfaces, members, linkers, constants);
        } catch (IOException e) {
            throw new RefusedClassException("a broken class: " + e);
        }
    }

    /** Fields, or methods: both are written alike. */
    private static void readMembers(
            DataInputStream in, ConstantPool constants, Set<String> members, Set<String> linkers)
            throws IOException, RefusedClassException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int access = in.readUnsignedShort();
            String member =
                    ConstantPool.member(constants.utf8(in.readUnsignedShort()), constants.utf8(in.readUnsignedShort()));
            if (member.contains("(") && (access & NATIVE) != 0) {
                throw new RefusedClassException("native " + member);
            }
            members.add(member);
            readAttributes(in, constants, linkers);
        }
    }

    private static void readAttributes(DataInputStream in, ConstantPool constants, Set<String> linkers)
            throws IOException, RefusedClassException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = constants.utf8(in.readUnsignedShort());
            int length = in.readInt();
            if (!ATTRIBUTES.contains(name)) {
                throw new RefusedClassException("the attribute " + name);
            }
            if (name.equals("BootstrapMethods")) {
                readLinkers(in, constants, linkers);
            } else {
                in.skipNBytes(Integer.toUnsignedLong(length));
            }
        }
    }

    private static void readLinkers(DataInputStream in, ConstantPool constants, Set<String> linkers)
            throws IOException, RefusedClassException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            linkers.add(constants.handled(in.readUnsignedShort()));
            in.skipNBytes(Short.BYTES * (long) in.readUnsignedShort());
        }
    }
}
