package dev.assay;

import dev.assay.config.Catalogue;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.dispatch.MailPublisher;
import dev.assay.dispatch.VendorOutboxPublisher;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LetterWay;
import dev.assay.ledger.Outlets;
import dev.assay.letter.Correspondence;
import dev.assay.letter.Wordings;
import dev.assay.route.mail.SmtpPost;
import dev.assay.work.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts together what tells vendors: by which ways, in which words, through which publishers.
///
/// @param home of the installation
record LetterWiring(
        Path home, Settings settings, Supplier<Catalogue> catalogue, Supplier<Wordings> wordings, Clock clock) {

    /// Every vendor's letters go to its outbox folder, and by mail where it has an address and there is a server. A
    /// broker is told where there is one.
    Outlets outlets() {
        return new Outlets(
                vendor -> vendor.equals(Vendor.UNKNOWN)
                        ? EnumSet.noneOf(LetterWay.class)
                        : address(vendor).isEmpty()
                                        || settings.text(Setting.SMTP_HOST).isEmpty()
                                ? EnumSet.of(LetterWay.FILE)
                                : EnumSet.allOf(LetterWay.class),
                !settings.text(Setting.QUEUES_BROKER_URL).isEmpty());
    }

    /// The publishers, by the names that routes call them.
    Map<String, Object> publishers(Ledger ledger) throws IOException {
        Correspondence letters = new Correspondence(ledger, catalogue, wordings, settings.text(Setting.LETTER_LINK));
        VendorOutboxPublisher folders = new VendorOutboxPublisher(ledger, home.resolve("outbox"), letters);
        folders.prepare(catalogue.get().vendors().stream().map(Vendor::id).toList());
        return Map.of("write", folders, "send", new MailPublisher(ledger, letters, this::address, post()));
    }

    private SmtpPost post() throws IOException {
        String certificate = settings.text(Setting.MAIL_CERTIFICATE);
        return new SmtpPost(
                new SmtpPost.Server(
                        settings.text(Setting.SMTP_HOST),
                        settings.port(Setting.SMTP_PORT),
                        settings.flag(Setting.SMTP_TLS),
                        settings.text(Setting.SMTP_USER),
                        settings.text(Setting.SMTP_PASSWORD),
                        settings.text(Setting.SMTP_FROM),
                        certificate.isEmpty() ? Optional.empty() : Optional.of(home.resolve(certificate))),
                clock);
    }

    private String address(String vendor) {
        return catalogue.get().vendor(vendor).map(Vendor::contact).orElse("");
    }
}
