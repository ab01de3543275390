package dev.assay.work;

/// The address a vendor delivers to by mail, which is its own, and the token that proves it knows.
///
/// @param address     such as `kestrel@deliveries.example`
/// @param tokenSha256 SHA-256 of the token, 64 hex digits
public record MailAlias(String address, String tokenSha256) {}
