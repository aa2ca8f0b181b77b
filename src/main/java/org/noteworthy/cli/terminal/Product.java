package org.noteworthy.cli.terminal;

import org.noteworthy.checking.outcome.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** Name and version of this product, as the build wrote them into its jar. */
public final class Product implements IVersionProvider {
    public static String version() {
        return ProductVersion.current();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"noteworthy " + version()};
    }
}
