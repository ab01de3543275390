package dev.assay.stage.priorwork;

import dev.assay.config.Catalogue;
import dev.assay.work.Client;
import dev.assay.work.PriorWorkUse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What each client lets its work be compared with. A client that has left the installation shares nothing any
/// more.
///
/// @param byClient of the clients there are
public record PriorWorkUses(Map<String, PriorWorkUse> byClient) {
    public PriorWorkUses {
        byClient = Map.copyOf(byClient);
    }

    /// As an installation's files say.
    public static PriorWorkUses of(Catalogue catalogue) {
        return new PriorWorkUses(catalogue.clients().stream().collect(Collectors.toMap(Client::id, Client::priorWork)));
    }

    PriorWorkUse of(String client) {
        return client.equals(Client.EXTERNAL) ? PriorWorkUse.SHARE : byClient.getOrDefault(client, PriorWorkUse.OWN);
    }

    /// Whether work for one client is compared with work for another, or its own, or from outside.
    boolean mayCompare(String own, String other) {
        if (of(own) == PriorWorkUse.NEVER || of(other) == PriorWorkUse.NEVER) {
            return false;
        }
        return own.equals(other)
                || other.equals(Client.EXTERNAL)
                || (of(own) == PriorWorkUse.SHARE && of(other) == PriorWorkUse.SHARE);
    }

    /// The clients whose work is not indexed.
    public Set<String> leftOut() {
        return byClient.entrySet().stream()
                .filter(each -> each.getValue() == PriorWorkUse.NEVER)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
