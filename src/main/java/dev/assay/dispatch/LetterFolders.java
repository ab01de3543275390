package dev.assay.dispatch;

import dev.assay.child.TaskFolder;
import dev.assay.ledger.Letters;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders of given letters below `outbox/`, as far as nobody has taken them.
public final class LetterFolders {
    private LetterFolders() {}

    /// Deletes them, and what is left of them in the stage.
    ///
    /// @param outbox the folder of the vendors' folders
    /// @return what was deleted, as `<vendor>/<letter>`
    public static List<String> delete(Path outbox, List<Letters.Entry> letters) throws IOException {
        List<String> deleted = new ArrayList<>();
        for (Letters.Entry letter : letters) {
            TaskFolder.wipe(outbox.resolve(Stage.NAME).resolve(letter.id()));
            for (Path folder : folders(outbox.resolve(letter.vendor()), letter)) {
                TaskFolder.wipe(folder);
                deleted.add(letter.vendor() + "/" + folder.getFileName());
            }
        }
        return deleted;
    }

    /// A folder's name ends in the letter's number, and begins with its day.
    private static List<Path> folders(Path vendor, Letters.Entry letter) throws IOException {
        if (!Files.isDirectory(vendor)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(vendor, each -> isOf(each, letter))) {
            inside.forEach(found::add);
        }
        return found;
    }

    private static boolean isOf(Path folder, Letters.Entry letter) {
        String name = folder.getFileName().toString();
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && (name.equals(letter.id())
                        || (name.startsWith(letter.day()) && name.endsWith("-" + letter.number())));
    }
}
