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
import dev.assay.intake.sftp.SftpIntake;
import dev.assay.intake.sftp.SftpRules;
import dev.assay.ledger.Ledger;
import dev.assay.meter.Meters;
import dev.assay.route.FolderListing;
import dev.assay.route.Health;
import dev.assay.route.RouteEngine;
import dev.assay.route.sftp.AccountPoll;
import dev.assay.route.sftp.SftpAccounts;
import dev.assay.vault.Vault;
import dev.assay.work.SftpAccount;
import dev.assay.work.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts the channels together that are switched on: what each vendor delivers by becomes a source of a route.
///
/// @param home of the installation
/// @param stop ends the process
record ChannelWiring(
        Path home, Settings settings, Catalogue catalogue, Health health, Meters meters, Clock clock, Runnable stop) {

    /// Finishes what an earlier run left at the sources, and names the sources to receive from.
    List<RouteEngine.Source> sources(Vault vault, Ledger ledger, PressureGauge pressure) throws IOException {
        LedgerArrivals arrivals = new LedgerArrivals(ledger.arrivals(), meters);
        List<RouteEngine.Source> sources = new ArrayList<>();
        if (settings.flag(Setting.FOLDER_ENABLED)) {
            sources.addAll(folders(vault, arrivals, pressure));
        }
        if (settings.flag(Setting.SFTP_ENABLED)) {
            sources.addAll(sftp(vault, arrivals, pressure));
        }
        return sources;
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
            FolderIntake intake = new FolderIntake(drop, vendor, vault, arrivals, rules, pressure::intake, clock);
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

    private List<RouteEngine.Source> sftp(Vault vault, LedgerArrivals arrivals, PressureGauge pressure) {
        Duration every = settings.duration(Setting.SFTP_POLL_EVERY);
        SftpRules rules = new SftpRules(settings.duration(Setting.INTAKE_STABLE_FOR), every);
        Reception reception = new Reception(vault, arrivals, settings.size(Setting.INTAKE_MOST_SIZE), clock);
        SftpAccounts component = new SftpAccounts();
        List<RouteEngine.Source> sources = new ArrayList<>();
        for (Vendor vendor : catalogue.vendors()) {
            int number = 0;
            for (SftpAccount account : vendor.channels().sftp()) {
                SftpIntake intake = new SftpIntake(
                        vendor.id(), account, reception, arrivals, arrivals, rules, pressure::intake, clock);
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
