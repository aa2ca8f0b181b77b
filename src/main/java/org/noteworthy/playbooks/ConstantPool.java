package org.noteworthy.playbooks;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The table of everything that a class file refers to. The Java machine resolves nothing that does not stand in it, used
 * or not, so that whoever looks at each entry has seen all.
 */
final class ConstantPool {
    private static final int UTF8 = 1;
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

    private record Entry(int tag, @Nullable String text, int first, int second) {}

    private final @Nullable Entry[] entries;

    private ConstantPool(@Nullable Entry[] entries) {
        this.entries = entries;
    }

    /** Reads it, from the count of its entries on; refuses entries that compiled rules never have. */
    static ConstantPool read(DataInputStream in) throws IOException, RefusedClassException {
        @Nullable Entry[] entries = new Entry[in.readUnsignedShort()];
        for (int i = 1; i < entries.length; i++) {
            Entry entry = entry(in);
            entries[i] = entry;
            if (entry.tag() == LONG || entry.tag() == DOUBLE) {
                i++;
            }
        }
        return new ConstantPool(entries);
    }

    private static Entry entry(DataInputStream in) throws IOException, RefusedClassException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case UTF8 -> new Entry(tag, in.readUTF(), 0, 0);
            case INTEGER, FLOAT -> {
                in.skipNBytes(Integer.BYTES);
                yield new Entry(tag, null, 0, 0);
            }
            case LONG, DOUBLE -> {
                in.skipNBytes(Long.BYTES);
                yield new Entry(tag, null, 0, 0);
            }
            case CLASS, STRING, METHOD_TYPE -> new Entry(tag, null, in.readUnsignedShort(), 0);
            case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, INVOKE_DYNAMIC ->
                new Entry(tag, null, in.readUnsignedShort(), in.readUnsignedShort());
            case METHOD_HANDLE -> new Entry(tag, null, in.readUnsignedByte(), in.readUnsignedShort());
            default -> throw new RefusedClassException("a constant of kind " + tag);
        };
    }

    /** Shows every entry that refers to something. */
    void visit(Visitor visitor) throws RefusedClassException {
        for (Entry entry : entries) {
            if (entry == null) {
                continue;
            }
            switch (entry.tag()) {
                case CLASS -> visitor.classNamed(utf8(entry.first()));
                case FIELD, METHOD, INTERFACE_METHOD -> visitor.member(className(entry.first()), member(entry));
                case METHOD_HANDLE -> visitor.handle(entry.first());
                case METHOD_TYPE -> visitor.methodType(utf8(entry.first()));
                case INVOKE_DYNAMIC ->
                    visitor.methodType(utf8(entry(entry.second(), NAME_AND_TYPE).second()));
                default -> {}
            }
        }
    }

    /** The text at that place. */
    String utf8(int index) throws RefusedClassException {
        String text = entry(index, UTF8).text();
        return text == null ? "" : text;
    }

    /** Name, with slashes, of the class at that place. */
    String className(int index) throws RefusedClassException {
        return utf8(entry(index, CLASS).first());
    }

    /** The method, as {@code owner.name(types)result}, that the handle at that place is for. */
    String handled(int index) throws RefusedClassException {
        Entry target = entry(entry(index, METHOD_HANDLE).second(), METHOD, INTERFACE_METHOD);
        return className(target.first()) + "." + member(target);
    }

    private String member(Entry reference) throws RefusedClassException {
        Entry named = entry(reference.second(), NAME_AND_TYPE);
        return member(utf8(named.first()), utf8(named.second()));
    }

    /** {@code name:type} of a field, {@code name(types)result} of a method. */
    static String member(String name, String descriptor) {
        return name + (descriptor.startsWith("(") ? "" : ":") + descriptor;
    }

    private Entry entry(int index, int... tags) throws RefusedClassException {
        Entry entry = index < entries.length ? entries[index] : null;
        for (int tag : tags) {
            if (entry != null && entry.tag() == tag) {
                return entry;
            }
        }
        throw new RefusedClassException("a constant that is none: " + index);
    }
}
