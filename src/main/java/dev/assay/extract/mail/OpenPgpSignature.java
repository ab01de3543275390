package dev.assay.extract.mail;

import dev.assay.document.Fact;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// Who made an OpenPGP signature and when, as far as its packet says (RFC 9580, 5.2.3). Nothing is verified.
final class OpenPgpSignature {
    private static final int CREATED = 2;
    private static final int ISSUER = 16;
    private static final int SIGNER = 28;
    private static final int FINGERPRINT = 33;
    private static final int FOUR_OCTETS = 255;
    private static final int TWO_OCTETS = 192;

    private String signer = "";
    private String when = "";

    private OpenPgpSignature() {}

    static Fact.Signature of(String armor) {
        OpenPgpSignature signature = new OpenPgpSignature();
        try {
            signature.packet(ByteBuffer.wrap(Base64.getMimeDecoder().decode(body(armor))));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            // A signature that cannot be read is one all the same.
            signature.signer = "";
        }
        String name = signature.signer.isEmpty() ? "unknown OpenPGP key" : signature.signer;
        return new Fact.Signature(name, signature.when, true);
    }

    /// The lines between the armour's headers and its checksum.
    private static String body(String armor) {
        return armor.lines()
                .map(String::strip)
                .filter(line -> line.matches("[A-Za-z0-9+/]+={0,2}"))
                .collect(Collectors.joining());
    }

    private void packet(ByteBuffer in) {
        int tag = in.get() & 0xFF;
        boolean old = (tag & 0x40) == 0;
        int kind = old ? tag >> 2 & 0xF : tag & 0x3F;
        if (old) {
            in.position(in.position() + (1 << (tag & 3)) % 8);
        } else {
            length(in);
        }
        if (kind == 2 && in.get() >= 4) {
            in.position(in.position() + 3);
            subpackets(in, in.getShort() & 0xFFFF);
            subpackets(in, in.getShort() & 0xFFFF);
        }
    }

    private void subpackets(ByteBuffer in, int size) {
        int end = in.position() + size;
        while (in.position() < end) {
            int length = length(in);
            int kind = in.get() & 0x7F;
            byte[] content = new byte[Math.min(Math.max(0, length - 1), in.remaining())];
            in.get(content);
            read(kind, content);
        }
    }

    private static int length(ByteBuffer in) {
        int first = in.get() & 0xFF;
        if (first < TWO_OCTETS) {
            return first;
        }
        return first == FOUR_OCTETS
                ? Math.max(0, in.getInt())
                : ((first - TWO_OCTETS) << 8) + (in.get() & 0xFF) + TWO_OCTETS;
    }

    private void read(int kind, byte[] content) {
        switch (kind) {
            case CREATED ->
                when = Instant.ofEpochSecond(ByteBuffer.wrap(content).getInt() & 0xFFFFFFFFL)
                        .toString();
            case SIGNER -> signer = new String(content, StandardCharsets.UTF_8);
            case ISSUER ->
                signer = signer.isEmpty() ? "OpenPGP key " + HexFormat.of().formatHex(content) : signer;
            case FINGERPRINT -> {
                String key = HexFormat.of().formatHex(content, Math.min(1, content.length), content.length);
                signer = signer.isEmpty() || signer.startsWith("OpenPGP key ") ? "OpenPGP key " + key : signer;
            }
            default -> {
                // Preferences and flags.
            }
        }
    }
}
