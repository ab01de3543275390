package dev.assay.intake.sftp;

import dev.assay.intake.Acknowledgements;
import dev.assay.intake.ArrivalId;
import dev.assay.intake.Pickup;
import dev.assay.work.Channel;
import dev.assay.work.SftpAccount;
import java.util.List;

/// Gives what is picked up from one account its identity: server and account, folder, path, size and time, and how
/// often the server has let go of just that before.
record Pickups(String vendor, SftpAccount account, Acknowledgements acknowledgements) {

    /// A file in the account's folder. What the server has let go of before and shows again is a delivery of its own.
    Pickup delivered(Sighting sighting) {
        RemoteFile file = sighting.file();
        long before = 0;
        while (acknowledgements.isAcknowledged(id(file, before))) {
            before++;
        }
        return pickup(sighting, RemoteName.text(file.path()), id(file, before));
    }

    /// A file that lies where it is looked at once more: let go of, and known, at most once.
    ///
    /// @param path where it was delivered, as text
    Pickup moved(Sighting sighting, String path) {
        return pickup(sighting, path, id(sighting.file(), 0));
    }

    private Pickup pickup(Sighting sighting, String path, String id) {
        return new Pickup(
                id,
                Channel.SFTP,
                vendor,
                path,
                sighting.file().modified(),
                sighting.firstSeen(),
                sighting.lastGrowth(),
                sighting.lastSeen());
    }

    private String id(RemoteFile file, long before) {
        return ArrivalId.of(
                Channel.SFTP,
                account.account() + "@" + account.host() + ":" + account.port(),
                List.of(
                        ArrivalId.field(account.folder()),
                        RemoteName.bytes(file.path()),
                        ArrivalId.field(file.size()),
                        ArrivalId.field(file.modified()),
                        ArrivalId.field(before)));
    }
}
