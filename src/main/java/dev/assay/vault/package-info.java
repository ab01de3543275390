/// Where bytes rest: blobs encrypted under the installation's intake key before identification and under their
/// client's key after it.
///
/// [Vault][dev.assay.vault.Vault] is what others call. Its keys lie in [Keystore][dev.assay.vault.Keystore],
/// one file of mode 0600, sealed under a key made from the passphrase; [Segments][dev.assay.vault.Segments]
/// encrypts files of any size in bounded memory, [Sealed][dev.assay.vault.Sealed] short texts, and
/// [Derivation][dev.assay.vault.Derivation] makes keys from keys. [Disk][dev.assay.vault.Disk] is the only way
/// to a durable write, here and in the packages above; a flush that fails is
/// [DurabilityLost][dev.assay.vault.DurabilityLost] and ends the process.
@NullMarked
package dev.assay.vault;

import org.jspecify.annotations.NullMarked;
