package dev.assay.vault;

/// Stand-in until the real one is merged.
public final class Vault {
    public static final String INTAKE = "";

    public String seal(String owner, String context, String text) {
        return owner + context.length() + text;
    }

    public String unseal(String owner, String context, String sealed) {
        return sealed.substring((owner + context.length()).length());
    }
}
