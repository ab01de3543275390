package dev.assay.lab;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.LocatedReader;
import dev.assay.config.Problems;
import dev.assay.work.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sample story: what is delivered in which order and by which channel, and how each delivery must end.
public record Story(List<Drop> drops) {
    public Story {
        drops = List.copyOf(drops);
    }

    /// One drop.
    ///
    /// @param row         its number in the story
    /// @param wave        a later wave is dropped when everything before it has ended
    /// @param vendor      who delivers it
    /// @param channel     by which it is delivered
    /// @param subject     of the mail, empty where it goes otherwise
    /// @param path        below the vendor's folder or address; of a mail, the name of what is attached
    /// @param file        below the samples' folder
    /// @param workOrder   id
    /// @param deliverable id
    /// @param verdict     accept, rework or review; or duplicate, held or quarantined where there is none
    /// @param items       the checklist items the verdict rests on
    /// @param story       in one sentence
    /// @param unseen      what is wrong and found by no check kind; empty where nothing is
    public record Drop(
            int row,
            int wave,
            String vendor,
            Channel channel,
            String subject,
            String path,
            String file,
            String workOrder,
            String deliverable,
            String verdict,
            List<String> items,
            String story,
            String unseen) {
        public Drop {
            items = List.copyOf(items);
        }
    }

    /// Reads the story of a folder of samples.
    ///
    /// @throws dev.assay.config.InvalidFiles with every mistake in it
    public static Story read(Path samples) throws IOException {
        Path file = samples.resolve("story.yaml");
        Problems problems = new Problems();
        Optional<Located> root = LocatedReader.read(file.toString(), Files.readString(file), problems);
        List<Drop> drops = new ArrayList<>();
        root.flatMap(value -> Fields.of(value, "a story", problems)).ifPresent(fields -> {
            for (Located value : fields.list("drops")) {
                Fields.of(value, "a drop", problems).map(Story::drop).ifPresent(drops::add);
            }
            fields.done("a story");
        });
        problems.throwIfAny();
        return new Story(drops);
    }

    private static Drop drop(Fields fields) {
        Drop drop = new Drop(
                fields.count("row").orElse(0),
                fields.count("wave").orElse(1),
                fields.requiredText("vendor").orElse(""),
                fields.choice("channel", Channel.class).orElse(Channel.FOLDER),
                fields.text("subject").orElse(""),
                fields.requiredText("path").orElse(""),
                fields.requiredText("file").orElse(""),
                fields.text("work-order").orElse(""),
                fields.text("deliverable").orElse(""),
                fields.requiredText("verdict").orElse(""),
                fields.texts("items"),
                fields.text("story").orElse(""),
                fields.text("unseen").orElse(""));
        fields.done("a drop");
        return drop;
    }
}
