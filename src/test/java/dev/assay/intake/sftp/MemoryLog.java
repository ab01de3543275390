package dev.assay.intake.sftp;

import dev.assay.intake.Acknowledgements;
import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Refusal;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a ledger remembers of arrivals.
final class MemoryLog implements ArrivalLog, Acknowledgements {
    final List<Arrival> recorded = new ArrayList<>();
    final List<Arrival> refused = new ArrayList<>();
    final List<String> passedOver = new ArrayList<>();
    final Set<String> acknowledged = new HashSet<>();
    int failed;

    @Override
    public boolean record(Arrival arrival) {
        return state(arrival.id()).isEmpty() && recorded.add(arrival);
    }

    @Override
    public boolean refuse(Arrival arrival, Refusal refusal, String reason) {
        return state(arrival.id()).isEmpty() && refused.add(arrival);
    }

    @Override
    public void acknowledged(String arrivalId) {
        acknowledged.add(arrivalId);
    }

    @Override
    public boolean isAcknowledged(String arrivalId) {
        return acknowledged.contains(arrivalId);
    }

    @Override
    public List<Arrival> open(Channel channel, String vendor) {
        return recorded.stream().filter(each -> !isAcknowledged(each.id())).toList();
    }

    @Override
    public List<Arrival> open(Channel channel) {
        return open(channel, "");
    }

    @Override
    public Optional<State> state(String arrivalId) {
        if (recorded.stream().anyMatch(each -> each.id().equals(arrivalId))) {
            return Optional.of(State.RECORDED);
        }
        return refused.stream().anyMatch(each -> each.id().equals(arrivalId))
                ? Optional.of(State.REFUSED)
                : Optional.empty();
    }

    @Override
    public void passedOver(String vendor, String name, String reason) {
        passedOver.add(name + ": " + reason);
    }

    @Override
    public void failed(Channel channel) {
        failed++;
    }
}
