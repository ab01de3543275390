package dev.assay;

import dev.assay.check.Background;
import dev.assay.checklist.Checklist;
import dev.assay.config.Catalogue;
import dev.assay.config.Position;
import dev.assay.config.Problems;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.intake.scan.ClamdAddress;
import dev.assay.letter.Wordings;
import dev.assay.work.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What people wrote for an installation: settings, clients, vendors, work orders, the checklists that work orders
/// name, and clients' texts of letters.
record Definitions(
        Settings settings,
        Catalogue catalogue,
        Map<Catalogue.NamedChecklist, Checklist> checklists,
        Wordings wordings) {
    Definitions {
        checklists = Map.copyOf(checklists);
    }

    /// Reads and validates all of it.
    ///
    /// @throws dev.assay.config.InvalidFiles with the mistakes of all files together
    static Definitions load(Path home, Map<String, String> environment) {
        Problems problems = new Problems();
        Settings settings = Settings.read(home, environment, problems);
        requireTogether(settings, problems);
        Catalogue catalogue = Catalogue.read(home, environment, settings, problems);
        EffectiveChecklists effective = new EffectiveChecklists(home, catalogue, problems);
        Map<Catalogue.NamedChecklist, Checklist> checklists = effective.named();
        catalogue = catalogue.heldTo(effective.held(checklists));
        Wordings wordings =
                Wordings.read(home, catalogue.clients().stream().map(Client::id).toList(), problems);
        problems.throwIfAny();
        return new Definitions(settings, catalogue, checklists, wordings);
    }

    /// What is switched on needs what it works with.
    private static void requireTogether(Settings settings, Problems problems) {
        if (settings.flag(Setting.MAIL_ENABLED)) {
            require(settings, Setting.MAIL_HOST, Setting.MAIL_ENABLED, problems);
            require(settings, Setting.MAIL_USER, Setting.MAIL_ENABLED, problems);
            require(settings, Setting.MAIL_PASSWORD, Setting.MAIL_ENABLED, problems);
        }
        String clamd = settings.text(Setting.SCAN_CLAMD);
        if (!clamd.isEmpty()) {
            ClamdAddress.broken(clamd)
                    .ifPresent(broken ->
                            problems.add(Position.whole("assay.properties"), Setting.SCAN_CLAMD.key() + " " + broken));
        }
        if (!settings.text(Setting.SMTP_HOST).isEmpty()) {
            require(settings, Setting.SMTP_FROM, Setting.SMTP_HOST, problems);
        }
    }

    private static void require(Settings settings, Setting needed, Setting by, Problems problems) {
        if (settings.text(needed).isEmpty()) {
            problems.add(
                    Position.whole("assay.properties"),
                    needed.key() + " is not set, and " + by.key() + " needs it. Set it, or take " + by.key() + " out");
        }
    }

    /// The checklist a work order names.
    Checklist checklist(String client, String name) {
        Checklist checklist = checklists.get(new Catalogue.NamedChecklist(client, name));
        if (checklist == null) {
            throw new NoSuchElementException("Client '" + client + "' has no checklist '" + name + "' in force");
        }
        return checklist;
    }

    /// The names of a client, and those of all others.
    Background.Terms terms(String client) {
        return new Background.Terms(
                terms(each -> each.id().equals(client)),
                terms(each -> !each.id().equals(client)));
    }

    private List<String> terms(Predicate<Client> whose) {
        return catalogue.clients().stream()
                .filter(whose)
                .flatMap(each -> Stream.concat(Stream.of(each.name()), each.terms().stream()))
                .toList();
    }
}
