package dev.assay.dispatch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What lies in the queues of given submissions.
///
/// @param there   the folders that are there, as `accept/<submission>`, by queue and name
/// @param missing the submissions of which none is there, in the order given
public record QueuedFolders(List<String> there, List<String> missing) {
    public QueuedFolders {
        there = List.copyOf(there);
        missing = List.copyOf(missing);
    }

    /// Looks into every queue, not only the one each was published to: readers may have moved a folder.
    ///
    /// @param queues the folder of the queues
    public static QueuedFolders find(Path queues, Collection<String> submissions) throws IOException {
        List<String> there = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (String queue : QueuePublisher.QUEUES) {
            for (String name : folders(queues.resolve(queue))) {
                if (submissions.contains(name)) {
                    there.add(queue + "/" + name);
                    found.add(name);
                }
            }
        }
        return new QueuedFolders(
                there,
                submissions.stream().filter(each -> !found.contains(each)).toList());
    }

    private static List<String> folders(Path queue) throws IOException {
        if (!Files.isDirectory(queue)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> inside =
                Files.newDirectoryStream(queue, each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))) {
            inside.forEach(each -> names.add(each.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }
}
