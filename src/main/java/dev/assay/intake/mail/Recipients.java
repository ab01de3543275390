package dev.assay.intake.mail;

import dev.assay.work.MailAlias;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose a mail is: the vendor's to whose own address it was sent, with the vendor's token behind a plus sign
/// (RFC 5233): `kestrel+TOKEN@deliveries.example`. Who it says it is from can be written by anybody.
public final class Recipients {
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9._~-]{1,64})\\+([A-Za-z0-9._~-]{1,128})@([A-Za-z0-9.-]{1,253})");

    private final Map<String, Bound> byAddress = new TreeMap<>();

    private record Bound(String vendor, String tokenSha256) {}

    /// @param aliases by vendor
    public Recipients(Map<String, MailAlias> aliases) {
        aliases.forEach((vendor, alias) ->
                byAddress.put(alias.address().toLowerCase(Locale.ROOT), new Bound(vendor, alias.tokenSha256())));
    }

    /// The vendor of a mail.
    ///
    /// @param headers as they stand in the mail, each with any number of addresses
    /// @return empty where no address, or those of several vendors, come with their token
    Optional<String> vendor(List<String> headers) {
        TreeSet<String> vendors = new TreeSet<>();
        for (String header : headers) {
            Matcher address = ADDRESS.matcher(header);
            while (address.find()) {
                String plain = (address.group(1) + "@" + address.group(3)).toLowerCase(Locale.ROOT);
                Bound bound = byAddress.get(plain);
                if (bound != null && isToken(address.group(2), bound.tokenSha256())) {
                    vendors.add(bound.vendor());
                }
            }
        }
        return vendors.size() == 1 ? Optional.of(vendors.first()) : Optional.empty();
    }

    private static boolean isToken(String text, String sha256) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
