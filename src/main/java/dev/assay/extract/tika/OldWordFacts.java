package dev.assay.extract.tika;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// What Tika does not tell of documents of Word 97 to 2003: it leaves deleted text out and reads hidden text as
/// shown. The file is opened again only where its bytes can say that a run is hidden or changed.
final class OldWordFacts {
    private static final int MOST = 2_000;

    /// Codes of the character properties for hidden, deleted and inserted runs (MS-DOC, 2.6.1).
    private static final int VANISH = 0x3C;

    private static final int DELETED = 0x00;
    private static final int INSERTED = 0x01;
    private static final int CHARACTER_FLAG = 0x08;

    private final DocumentDraft draft;
    private boolean deleting;
    private boolean inserting;
    private int hidden;
    private int told;

    private OldWordFacts(DocumentDraft draft) {
        this.draft = draft;
    }

    static void tell(Path file, DocumentDraft draft) throws IOException {
        if (!mayHold(file)) {
            return;
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
                HWPFDocument document = new HWPFDocument(container)) {
            new OldWordFacts(draft).read(document.getOverallRange());
        } catch (IOException | RuntimeException e) {
            // POI answers broken bytes with exceptions of many kinds.
            draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "what is hidden or deleted in it cannot be told");
        }
    }

    /// Whether the bytes hold one of the codes, switched on; they may do so by chance.
    private static boolean mayHold(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int before = -1;
            int last = -1;
            for (int c = in.read(); c >= 0; c = in.read()) {
                boolean code = before == VANISH || before == DELETED || before == INSERTED;
                if (code && last == CHARACTER_FLAG && c == 1) {
                    return true;
                }
                before = last;
                last = c;
            }
            return false;
        }
    }

    private void read(Range range) {
        StringBuilder deleted = new StringBuilder();
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            CharacterRun run = range.getCharacterRun(i);
            boolean says = run.text().chars().anyMatch(c -> c > ' ');
            hidden += run.isVanished() && !run.isMarkedDeleted() && says ? 1 : 0;
            if (run.isMarkedDeleted() && says) {
                deleted.append(run.text());
            } else if (!deleted.isEmpty()) {
                writeDeleted(deleted);
            }
            change(run.isMarkedDeleted() && says, deleting, Fact.TrackedChange.Action.DELETION);
            change(run.isMarkedInserted() && says, inserting, Fact.TrackedChange.Action.INSERTION);
            deleting = run.isMarkedDeleted();
            inserting = run.isMarkedInserted();
        }
        writeDeleted(deleted);
        if (hidden > 0) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.TEXT, hidden + " passages", new Place.Whole()));
        }
        Mixed.tell(hidden > 0, false, draft);
    }

    private void change(boolean now, boolean before, Fact.TrackedChange.Action action) {
        if (!now || before) {
            return;
        }
        if (told == MOST) {
            draft.gap(Gap.Reason.LIMIT, new Place.Whole(), "more than " + MOST + " tracked changes");
        }
        if (told++ < MOST) {
            draft.fact(new Fact.TrackedChange("", action, "", null, new Place.Whole()));
        }
    }

    private void writeDeleted(StringBuilder deleted) {
        draft.paragraph(deleted.toString(), new Place.Whole(), Layer.DELETED);
        deleted.setLength(0);
    }
}
