package dev.assay;

/// The command line.
public final class Assay {
    private Assay() {}

    public static void main(String[] arguments) {
        System.out.println("assay");
    }
}
