package dev.assay;

/// The command line.
public final class Assay {
    private Assay() {}

    public static void main(String[] arguments) {
        System.out.println("assay");
    }

    /// This program's version, as its jar says.
    public static String version() {
        String version = Assay.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
