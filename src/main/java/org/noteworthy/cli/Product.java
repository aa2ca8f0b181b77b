package org.noteworthy.cli;

import picocli.CommandLine.IVersionProvider;

/** Name and version of this product, as the build wrote them into its jar. */
final class Product implements IVersionProvider {
    static String version() {
        String version = Product.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"noteworthy " + version()};
    }
}
