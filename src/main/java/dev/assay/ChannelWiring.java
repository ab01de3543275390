package dev.assay;

import dev.assay.config.Catalogue;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.intake.ArrivalLog;
import dev.assay.intake.LedgerArrivals;
import dev.assay.intake.PressureGauge;
import dev.assay.intake.Reception;
import dev.assay.intake.folder.DropRoot;
import dev.assay.intake.folder.FolderIntake;
import dev.assay.intake.folder.FolderRules;
import dev.assay.intake.mail.Attempts;
import dev.assay.intake.mail.MailIntake;
import dev.assay.intake.mail.Recipients;
import dev.assay.intake.sftp.SftpIntake;
import dev.assay.intake.sftp.SftpRules;
import dev.assay.intake.upload.Uploads;
import dev.assay.intake.upload.VendorTokens;
import dev.assay.ledger.Ledger;
import dev.assay.meter.Meters;
import dev.assay.route.FolderListing;
import dev.assay.route.Health;
import dev.assay.route.RouteEngine;
import dev.assay.route.UploadRoute;
import dev.assay.route.mail.MailPoll;
import dev.assay.route.mail.MailServer;
import dev.assay.route.sftp.AccountPoll;
import dev.assay.route.sftp.SftpAccounts;
import dev.assay.vault.Vault;
import dev.assay.web.Reply;
import dev.assay.web.UploadListener;
import dev.assay.work.MailAlias;
import dev.assay.work.SftpAccount;
import dev.assay.work.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the channels together that are switched on: what each vendor delivers by becomes a source of a route.
///
/// @param home of the installation
/// @param stop ends the process
record ChannelWiring(
        Path home, Settings settings, Catalogue catalogue, Health health, Meters meters, Clock clock, Runnable stop) {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelWiring.class);

    /// Finishes what an earlier run left at the sources, and names the sources to receive from.
    List<RouteEngine.Source> sources(Vault vault, Ledger ledger, PressureGauge pressure) throws IOException {
        LedgerArrivals arrivals = new LedgerArrivals(ledger.arrivals(), meters);
        List<RouteEngine.Source> sources = new ArrayList<>();
        if (settings.flag(Setting.FOLDER_ENABLED)) {
            sources.addAll(folders(vault, arrivals, pressure));
        }
        Reception reception = new Reception(vault, arrivals, settings.size(Setting.INTAKE_MOST_SIZE), clock);
        if (settings.flag(Setting.SFTP_ENABLED)) {
            sources.addAll(sftp(arrivals, reception, pressure));
        }
        if (settings.flag(Setting.MAIL_ENABLED)) {
            sources.add(mail(vault, arrivals, reception, pressure));
        }
        if (settings.flag(Setting.UPLOAD_ENABLED)) {
            sources.add(upload(new Uploads(tokens(), reception, ledger.arrivals(), pressure::intake, meters, clock)));
        }
        return sources;
    }

    /// Starts what takes uploads and has the routes answer them, where it is switched on.
    Optional<UploadListener> listen(RouteEngine engine) {
        if (!settings.flag(Setting.UPLOAD_ENABLED)) {
            return Optional.empty();
        }
        UploadListener listener = UploadListener.start(
                settings.text(Setting.UPLOAD_HOST),
                settings.port(Setting.UPLOAD_PORT),
                request -> engine.ask(UploadRoute.ENDPOINT, request, Reply.class));
        LOG.info("Uploads are received on port {}", listener.port());
        return Optional.of(listener);
    }

    private RouteEngine.Source upload(Uploads uploads) {
        health.ask(uploads::troubles);
        return new RouteEngine.Source("upload", "upload", Map.of(), Map.of("upload", new UploadRoute(uploads, stop)));
    }

    private RouteEngine.Source mail(Vault vault, LedgerArrivals arrivals, Reception reception, PressureGauge pressure)
            throws IOException {
        String trusted = settings.text(Setting.MAIL_CERTIFICATE);
        MailServer server = new MailServer(
                settings.text(Setting.MAIL_HOST),
                settings.port(Setting.MAIL_PORT),
                settings.text(Setting.MAIL_USER),
                settings.text(Setting.MAIL_PASSWORD),
                settings.text(Setting.MAIL_FOLDER),
                settings.text(Setting.MAIL_PROCESSED),
                settings.text(Setting.MAIL_PARKED),
                trusted.isEmpty() ? Optional.empty() : Optional.of(home.resolve(trusted)));
        Map<String, MailAlias> aliases = new TreeMap<>();
        catalogue
                .vendors()
                .forEach(vendor -> vendor.channels().mail().ifPresent(alias -> aliases.put(vendor.id(), alias)));
        MailIntake intake = new MailIntake(
                server.name(),
                new Recipients(aliases),
                reception,
                arrivals,
                arrivals,
                new Attempts(home.resolve("data/attempts"), vault.disk()),
                settings.count(Setting.JOBS_MOST_ATTEMPTS),
                pressure::diskForIntake,
                pressure::intake,
                clock);
        health.ask(intake::troubles);
        return new MailPoll(server, intake, health, meters, clock, stop)
                .source(settings.duration(Setting.MAIL_POLL_EVERY));
    }

    private VendorTokens tokens() {
        Map<String, String> hashes = new TreeMap<>();
        catalogue
                .vendors()
                .forEach(vendor ->
                        vendor.channels().uploadTokenSha256().ifPresent(hash -> hashes.put(vendor.id(), hash)));
        return new VendorTokens(hashes);
    }

    private List<RouteEngine.Source> folders(Vault vault, ArrivalLog arrivals, PressureGauge pressure)
            throws IOException {
        Path drop = home.resolve("drop");
        FolderRules rules =
                new FolderRules(settings.duration(Setting.INTAKE_STABLE_FOR), settings.size(Setting.INTAKE_MOST_SIZE));
        List<String> vendors = catalogue.vendors().stream()
                .filter(each -> each.channels().folder())
                .map(Vendor::id)
                .toList();
        List<RouteEngine.Source> sources = new ArrayList<>();
        for (String vendor : vendors) {
            Files.createDirectories(drop.resolve(vendor));
            FolderIntake intake =
                    new FolderIntake(drop, vendor, vault, arrivals, rules, () -> pressure.intake(vendor), clock);
            intake.recover();
            health.ask(intake::troubles);
            health.notice(intake::notices);
            sources.add(new FolderListing(vendor, intake, health, meters, clock, stop)
                    .source(drop, settings.duration(Setting.INTAKE_POLL_EVERY)));
        }
        if (!vendors.isEmpty()) {
            DropRoot root = new DropRoot(drop, vendors.stream().collect(Collectors.toSet()));
            health.ask(root::strayFolders);
            health.notice(root::strayFiles);
            health.notice(root::rights);
        }
        return sources;
    }

    private List<RouteEngine.Source> sftp(LedgerArrivals arrivals, Reception reception, PressureGauge pressure) {
        Duration every = settings.duration(Setting.SFTP_POLL_EVERY);
        SftpRules rules = new SftpRules(settings.duration(Setting.INTAKE_STABLE_FOR), every);
        SftpAccounts component = new SftpAccounts();
        List<RouteEngine.Source> sources = new ArrayList<>();
        for (Vendor vendor : catalogue.vendors()) {
            int number = 0;
            for (SftpAccount account : vendor.channels().sftp()) {
                SftpIntake intake = new SftpIntake(
                        vendor.id(),
                        account,
                        reception,
                        arrivals,
                        arrivals,
                        rules,
                        () -> pressure.intake(vendor.id()),
                        clock);
                health.ask(intake::troubles);
                health.notice(intake::notices);
                Duration silence = settings.duration(Setting.SFTP_LONGEST_SILENCE);
                sources.add(new AccountPoll(vendor.id(), account, intake, silence, meters, clock, stop)
                        .source(++number, every, component));
            }
        }
        return sources;
    }
}
