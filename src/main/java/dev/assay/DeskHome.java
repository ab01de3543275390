package dev.assay;

import dev.assay.config.Catalogue;
import dev.assay.config.Setting;
import dev.assay.ledger.Ledger;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What a person at the desk of an installation works with, also while it runs.
///
/// @param ledger opens letters to vendors for what is recorded
public record DeskHome(Ledger ledger, Vault vault, Catalogue catalogue) implements AutoCloseable {

    /// Opens an installation.
    ///
    /// @param environment what may override settings
    /// @throws dev.assay.config.InvalidFiles with every mistake in the installation's files
    /// @throws IllegalStateException         if there is no ledger
    public static DeskHome open(Path home, Map<String, String> environment) {
        Path folder = home.toAbsolutePath().normalize();
        Wiring.requireData(folder);
        Definitions definitions = Definitions.load(folder, environment);
        Path data = folder.resolve("data");
        try {
            Vault vault = Vault.open(
                    data,
                    definitions.settings().text(Setting.KEYSTORE_PASSPHRASE).toCharArray());
            LetterWiring letters = new LetterWiring(
                    folder, definitions.settings(), definitions::catalogue, definitions::wordings, Clock.systemUTC());
            return new DeskHome(
                    Ledger.open(
                            Wiring.location(data, definitions.settings()), vault, Clock.systemUTC(), letters.outlets()),
                    vault,
                    definitions.catalogue());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open the ledger in " + folder + ": " + Wiring.reason(e), e);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
