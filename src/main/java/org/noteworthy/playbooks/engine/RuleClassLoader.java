package org.noteworthy.playbooks.engine;

import java.util.logging.Logger;

/**
 * The narrow view that compiled rules have: themselves and what {@link BytecodeAllowlist} lists, by name. Everything else does not
 * exist for them, the classes of the JDK and of this product included.
 */
final class RuleClassLoader extends ClassLoader {
    private static final Logger LOG = Logger.getLogger(RuleClassLoader.class.getName());

    static {
        registerAsParallelCapable();
    }

    private final AdmittedClasses classes;
    private final ClassLoader product;

    RuleClassLoader(AdmittedClasses classes) {
        super("rules", null);
        this.classes = classes;
        this.product = RuleClassLoader.class.getClassLoader();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String slashed = name.replace('.', '/');
        if (BytecodeAllowlist.holdsClass(slashed)) {
            return product.loadClass(name);
        }
        byte[] bytes = classes.bytes(slashed);
        if (bytes == null) {
            LOG.fine(() -> "Compiled rules ask for the class " + name + ", which rules do not have");
            throw new ClassNotFoundException(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
        }
    }
}
