package dev.assay.intake.identify;

import dev.assay.config.Catalogue;
import dev.assay.extract.survey.Survey;
import dev.assay.extract.survey.Survey.SurveyPart;
import dev.assay.ledger.Attachment;
import dev.assay.ledger.Attachment.AttachedPart;
import dev.assay.vault.Vault;
import dev.assay.work.CoveringMail;
import dev.assay.work.Deliverable;
import dev.assay.work.Expectation;
import dev.assay.work.Manifest;
import dev.assay.work.PartRole;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Prepares what is identified for the ledger: its files under the client's key, each with its role.
record Preparation(Vault vault, Catalogue catalogue) {

    /// What an arrival brings for one deliverable.
    ///
    /// @throws IOException if the disk failed
    Attachment attachment(Look look, Sorting.Share share) throws IOException {
        WorkOrder order = share.identified().workOrder();
        Deliverable deliverable = share.identified().deliverable();
        Optional<Manifest> manifest = look.manifest();
        List<Sorting.Part> own = look.isFile() ? List.of(new Sorting.Part(0, false)) : share.parts();
        PartRoles roles = new PartRoles(deliverable, manifest, Math.max(1, own.size()));
        return new Attachment(
                look.arrival().id(),
                catalogue.client(order.client()).orElseThrow(),
                look.arrival().vendor(),
                order,
                deliverable,
                source(share.identified()),
                share.identified().conflicts(),
                stored(look, order, own, roles),
                new DeliveryTerms(vault, look.arrival().times(), deliverable.id()),
                new Attachment.Told(
                        manifest.map(Manifest::declarations).orElse(Map.of()),
                        manifest.map(Manifest::answers).orElse(List.of()),
                        look.scanned().doubts()),
                new Attachment.Assembly(
                        new Expectation(deliverable.parts(), roles.listed()), deliverable.window(), look.isComplete()));
    }

    private static String source(Identification.Identified identified) {
        return identified.how().getFirst().source().name().toLowerCase(Locale.ROOT);
    }

    /// A mail without files is the deliverable itself.
    private List<AttachedPart> stored(Look look, WorkOrder order, List<Sorting.Part> own, PartRoles roles)
            throws IOException {
        List<AttachedPart> parts = new ArrayList<>();
        for (Sorting.Part each : own) {
            SurveyPart part = look.survey().parts().get(each.number());
            parts.add(stored(look, order, part, roles.of(part, each.companion())));
        }
        Survey.CoveringMail mail = look.survey().mail();
        if (mail != null) {
            PartRole role = parts.isEmpty()
                    ? roles.of(mail.itself(), false)
                    : new PartRole(CoveringMail.ROLE, PartRole.Basis.ONLY_ONE);
            parts.add(stored(look, order, mail.itself(), role));
        }
        return parts;
    }

    private AttachedPart stored(Look look, WorkOrder order, SurveyPart part, PartRole role) throws IOException {
        String sha256 =
                vault.store(order.client(), look.folder().file(part.file())).sha256();
        return new AttachedPart(role, part.name(), part.size(), sha256);
    }
}
