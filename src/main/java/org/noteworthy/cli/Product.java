package org.noteworthy.cli;

import org.noteworthy.checking.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** Name and version of this product, as the build wrote them into its jar. */
final class Product implements IVersionProvider {
    static String version() {
        return ProductVersion.current();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"noteworthy " + version()};
    }
}
