package org.noteworthy.checking.outcome;

/** The version of this product, as the build wrote it into its jar. */
public final class ProductVersion {
    private ProductVersion() {}

    /** The version, such as 1.2.0; {@code development} where it runs from no jar. */
    public static String current() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
