package org.noteworthy.playbooks.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The instructions of one method, which in compiled rules only ever go forward: a jump back would be a loop, and nothing
 * from outside ends a loop.
 */
final class Instructions {
    private static final int TABLESWITCH = 170;
    private static final int LOOKUPSWITCH = 171;
    private static final int GOTO_W = 200;
    private static final int WIDE = 196;
    private static final int IINC = 132;
    private static final int FIRST_INVOKE = 182;
    private static final int INVOKEDYNAMIC = 186;
    private static final int UNKNOWN = 0;

    /** How many bytes each instruction takes; {@link #UNKNOWN} for those that compiled rules never have. */
    private static final int[] LENGTHS = new int[256];

    static {
        lengths(0, 15, 1);
        lengths(16, 16, 2);
        lengths(17, 17, 3);
        lengths(18, 18, 2);
        lengths(19, 20, 3);
        lengths(21, 25, 2);
        lengths(26, 53, 1);
        lengths(54, 58, 2);
        lengths(59, 131, 1);
        lengths(IINC, IINC, 3);
        lengths(133, 152, 1);
        lengths(153, 167, 3); // jumps
        lengths(172, 177, 1);
        lengths(178, 184, 3);
        lengths(185, 186, 5);
        lengths(187, 187, 3);
        lengths(188, 188, 2);
        lengths(189, 189, 3);
        lengths(190, 191, 1);
        lengths(192, 193, 3);
        lengths(194, 195, 1);
        lengths(197, 197, 4);
        lengths(198, 199, 3); // jumps
        lengths(GOTO_W, GOTO_W, 5);
    }

    private final ByteBuffer file;
    private final int start;
    private final int end;
    private final List<Integer> calls = new ArrayList<>();

    private Instructions(ByteBuffer file, int start, int end) {
        this.file = file;
        this.start = start;
        this.end = end;
    }

    /** Reads a method's code, with its handlers of exceptions; returns what it calls, by places in the constant pool. */
    static List<Integer> read(ByteBuffer file) throws RefusedClassException {
        file.position(file.position() + 2 * Short.BYTES); // sizes of stack and locals
        int length = file.getInt();
        if (length < 0 || length > file.remaining()) {
            throw new RefusedClassException("code without an end");
        }
        Instructions code = new Instructions(file, file.position(), file.position() + length);
        code.walk();
        code.checkHandlers();
        return code.calls;
    }

    private static void lengths(int first, int last, int length) {
        for (int opcode = first; opcode <= last; opcode++) {
            LENGTHS[opcode] = length;
        }
    }

    private void walk() throws RefusedClassException {
        int at = start;
        while (at < end) {
            int opcode = Byte.toUnsignedInt(file.get(at));
            int length = length(opcode, at);
            if (length == UNKNOWN) {
                throw new RefusedClassException("the instruction " + opcode);
            }
            if (opcode >= 153 && opcode <= 167 || opcode == 198 || opcode == 199) {
                forward(file.getShort(at + 1));
            } else if (opcode == GOTO_W) {
                forward(file.getInt(at + 1));
            } else if (opcode >= FIRST_INVOKE && opcode < INVOKEDYNAMIC) {
                calls.add(Short.toUnsignedInt(file.getShort(at + 1)));
            }
            at += length;
        }
        file.position(end);
    }

    private int length(int opcode, int at) throws RefusedClassException {
        if (opcode == WIDE) {
            return Byte.toUnsignedInt(file.get(at + 1)) == IINC ? 6 : 4;
        }
        if (opcode != TABLESWITCH && opcode != LOOKUPSWITCH) {
            return LENGTHS[opcode];
        }
        int from = at + 4 - (at - start) % 4; // aligned within the code
        forward(file.getInt(from));
        boolean table = opcode == TABLESWITCH;
        long entries = table ? (long) file.getInt(from + 8) - file.getInt(from + 4) + 1 : file.getInt(from + 4);
        int head = table ? 12 : 8;
        int entry = table ? 4 : 8;
        if (entries < 0 || from + head + entries * entry > end) {
            throw new RefusedClassException("a switch without an end");
        }
        for (int i = 0; i < entries; i++) {
            forward(file.getInt(from + head + i * entry + entry - 4));
        }
        return (int) (from + head + entries * entry - at);
    }

    private static void forward(int offset) throws RefusedClassException {
        if (offset <= 0) {
            throw new RefusedClassException("a loop");
        }
    }

    private void checkHandlers() throws RefusedClassException {
        for (int left = ConstantPool.unsigned(file); left > 0; left--) {
            file.position(file.position() + Short.BYTES);
            int last = ConstantPool.unsigned(file);
            int handler = ConstantPool.unsigned(file);
            if (handler < last) {
                throw new RefusedClassException("a loop by way of an exception");
            }
            file.position(file.position() + Short.BYTES);
        }
    }
}
