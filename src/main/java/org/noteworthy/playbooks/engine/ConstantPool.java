package org.noteworthy.playbooks.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The table of everything that a class file refers to. The Java machine resolves nothing that does not stand in it, used
 * or not, so that whoever looks at each entry has seen all.
 *
 * <p>Texts are compared byte by byte, as the Java machine compares names: a byte is a character here, and another way to
 * write the same name is another name.
 */
final class ConstantPool {
    private static final int TEXT = 1;
    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int INVOKE_DYNAMIC = 18;

    /** What is done with each entry that refers to something; any of them may refuse it. */
    interface Visitor {
        void classNamed(String name) throws RefusedClassException;

        /** Of a field {@code name:type}, of a method {@code name(types)result}. */
        void member(String owner, String member) throws RefusedClassException;

        /** Of a member that is visited by itself; {@code kind} as the Java machine numbers them. */
        void handle(int kind) throws RefusedClassException;

        /** Types of a method that is named nowhere else. */
        void methodType(String descriptor) throws RefusedClassException;
    }

    private final ByteBuffer file;
    /** Where each entry begins, with its tag; 0 where there is none. */
    private final int[] places;

    private ConstantPool(ByteBuffer file, int[] places) {
        this.file = file;
        this.places = places;
    }

    /** Reads it, from the count of its entries on; refuses entries that compiled rules never have. */
    static ConstantPool read(ByteBuffer file) throws RefusedClassException {
        int[] places = new int[unsigned(file)];
        for (int i = 1; i < places.length; i++) {
            places[i] = file.position();
            int tag = file.get();
            int length = switch (tag) {
                case TEXT -> unsigned(file);
                case CLASS, STRING, METHOD_TYPE -> 2;
                case METHOD_HANDLE -> 3;
                case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, INVOKE_DYNAMIC -> 4;
                case LONG, DOUBLE -> 8;
                default -> throw new RefusedClassException("a constant of kind " + tag);
            };
            file.position(file.position() + length);
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        return new ConstantPool(file, places);
    }

    /** The next number of two bytes. */
    static int unsigned(ByteBuffer file) {
        return Short.toUnsignedInt(file.getShort());
    }

    /** Shows every entry that refers to something. */
    void visit(Visitor visitor) throws RefusedClassException {
        for (int i = 1; i < places.length; i++) {
            switch (places[i] == 0 ? 0 : file.get(places[i])) {
                case CLASS -> visitor.classNamed(className(i));
                case FIELD, METHOD, INTERFACE_METHOD -> visitor.member(owner(i), member(i));
                case METHOD_HANDLE -> visitor.handle(file.get(places[i] + 1));
                case METHOD_TYPE -> visitor.methodType(text(first(i)));
                case INVOKE_DYNAMIC -> visitor.methodType(text(second(entry(second(i), NAME_AND_TYPE))));
                default -> {}
            }
        }
    }

    /** The text at that place. */
    String text(int index) throws RefusedClassException {
        int at = places[entry(index, TEXT)];
        byte[] bytes = new byte[Short.toUnsignedInt(file.getShort(at + 1))];
        file.get(at + 3, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Name, with slashes, of the class at that place. */
    String className(int index) throws RefusedClassException {
        return text(first(entry(index, CLASS)));
    }

    /** The method, as {@code owner.name(types)result}, that the handle at that place is for. */
    String handled(int index) throws RefusedClassException {
        int target = Short.toUnsignedInt(file.getShort(places[entry(index, METHOD_HANDLE)] + 2));
        return owner(target) + "." + member(target);
    }

    /** The method or field at that place, as {@code owner.name(types)result}. */
    String called(int index) throws RefusedClassException {
        return owner(index) + "." + member(index);
    }

    private String owner(int index) throws RefusedClassException {
        return className(first(entry(index, METHOD, INTERFACE_METHOD, FIELD)));
    }

    private String member(int index) throws RefusedClassException {
        int named = entry(second(index), NAME_AND_TYPE);
        return member(text(first(named)), text(second(named)));
    }

    /** {@code name:type} of a field, {@code name(types)result} of a method. */
    static String member(String name, String descriptor) {
        return descriptor.startsWith("(")
                ? name.concat(descriptor)
                : name.concat(":").concat(descriptor);
    }

    private int first(int index) {
        return Short.toUnsignedInt(file.getShort(places[index] + 1));
    }

    private int second(int index) {
        return Short.toUnsignedInt(file.getShort(places[index] + 3));
    }

    private int entry(int index, int... tags) throws RefusedClassException {
        int tag = index < places.length && places[index] > 0 ? file.get(places[index]) : 0;
        for (int wanted : tags) {
            if (tag == wanted) {
                return index;
            }
        }
        throw new RefusedClassException("a constant that is none: " + index);
    }
}
