package dev.assay.work;

import java.util.regex.Pattern;

/// The pattern of every id that a person gives: what may stand in a path, a manifest or a command line.
public final class Id {
    private static final Pattern GIVEN = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private Id() {}

    /// Whether a text is 1 to 64 lower-case letters, digits and inner hyphens.
    public static boolean isValid(String id) {
        return GIVEN.matcher(id).matches();
    }

    /// The id itself.
    ///
    /// @throws IllegalArgumentException if it does not match the pattern
    public static String require(String what, String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException("The id of a " + what
                    + " is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + id + "'");
        }
        return id;
    }
}
