package dev.assay.intake.folder;

import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Refusal;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A log of arrivals in a file, a line each, flushed: what a ledger promises, in the fewest steps.
class FileLog implements ArrivalLog {
    private final Path file;
    final List<Arrival> recorded = new ArrayList<>();
    final List<Arrival> refused = new ArrayList<>();
    final List<String> passedOver = new ArrayList<>();

    boolean down;
    int failed;

    FileLog(Path file) {
        this.file = file;
    }

    @Override
    public boolean record(Arrival arrival) {
        if (down) {
            throw new IllegalStateException("The ledger is busy");
        }
        if (state(arrival.id()).isPresent()) {
            return false;
        }
        append("RECORDED " + arrival.id() + " " + arrival.sha256() + " " + arrival.size());
        recorded.add(arrival);
        return true;
    }

    @Override
    public boolean refuse(Arrival arrival, Refusal refusal, String reason) {
        if (state(arrival.id()).isPresent()) {
            return false;
        }
        append("REFUSED " + arrival.id() + " " + arrival.size());
        refused.add(arrival);
        return true;
    }

    @Override
    public void acknowledged(String arrivalId) {
        append("ACKNOWLEDGED " + arrivalId);
    }

    @Override
    public Optional<State> state(String arrivalId) {
        for (String line : lines()) {
            if (line.startsWith("RECORDED " + arrivalId)) {
                return Optional.of(State.RECORDED);
            }
            if (line.startsWith("REFUSED " + arrivalId)) {
                return Optional.of(State.REFUSED);
            }
        }
        return Optional.empty();
    }

    @Override
    public void passedOver(String vendor, String name, String reason) {
        passedOver.add(name);
    }

    @Override
    public void failed(Channel channel) {
        failed++;
    }

    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
