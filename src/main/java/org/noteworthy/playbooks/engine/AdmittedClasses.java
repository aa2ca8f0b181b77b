package org.noteworthy.playbooks.engine;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiled classes that passed the {@link BytecodeVerifier}: nothing else is loaded or kept. */
public final class AdmittedClasses {
    private final SortedMap<String, byte[]> classes;

    private AdmittedClasses(SortedMap<String, byte[]> classes) {
        this.classes = classes;
    }

    /** Judges all classes of an edition together, by name with slashes; none of them is admitted if one is refused. */
    static AdmittedClasses of(SortedMap<String, byte[]> classes) throws RefusedClassException {
        SortedMap<String, byte[]> copies = copy(classes);
        BytecodeVerifier.check(copies);
        return new AdmittedClasses(copies);
    }

    /** Their names, with slashes. */
    SortedSet<String> names() {
        return new TreeSet<>(classes.keySet());
    }

    /** The class of that name; null if it is none of them. */
    byte @Nullable [] bytes(String name) {
        byte[] bytes = classes.get(name);
        return bytes == null ? null : bytes.clone();
    }

    /** Each class by its name. */
    SortedMap<String, byte[]> copies() {
        return copy(classes);
    }

    private static SortedMap<String, byte[]> copy(SortedMap<String, byte[]> classes) {
        SortedMap<String, byte[]> copies = new TreeMap<>();
        classes.forEach((name, bytes) -> copies.put(name, bytes.clone()));
        return copies;
    }
}
