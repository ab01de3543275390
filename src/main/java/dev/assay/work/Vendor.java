package dev.assay.work;

/// Who does the work.
///
/// @param id       matches [Id]; also the name of the vendor's drop folder
/// @param name     as printed in letters
/// @param contact  an address a person answers, empty where none is given
/// @param language a BCP 47 tag, the language of letters
/// @param channels by which it delivers
public record Vendor(String id, String name, String contact, String language, Channels channels) {
    /// Stands where a vendor's id would, for what nobody knows whose it is.
    public static final String UNKNOWN = "(unknown)";

    public Vendor {
        Id.require("vendor", id);
    }
}
