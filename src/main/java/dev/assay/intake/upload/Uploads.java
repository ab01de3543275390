package dev.assay.intake.upload;

import dev.assay.config.Json;
import dev.assay.intake.ArrivalId;
import dev.assay.intake.Backpressure;
import dev.assay.intake.Pickup;
import dev.assay.intake.Reception;
import dev.assay.intake.Refusal;
import dev.assay.intake.Troubles;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Arrivals;
import dev.assay.meter.Meters;
import dev.assay.vault.DurabilityLost;
import dev.assay.web.Reply;
import dev.assay.web.Request;
import dev.assay.work.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Answers what vendors ask and send over HTTP. A delivery is answered with 201 and its receipt only when it is
/// recorded and its bytes are on the disk; whoever got another answer, or none, sends it again with the same key.
///
/// Its identity is the vendor and its Idempotency-Key (draft-ietf-httpapi-idempotency-key-header). Safe for use by
/// many threads.
public final class Uploads {
    /// Of each vendor, so that none keeps another out.
    private static final int AT_ONCE = 8;

    private static final int FIRST_OF_REFUSALS = 300;
    private static final int LISTED = 100;
    private static final String TROUBLE = "upload";
    private static final Pattern ARRIVAL = Pattern.compile(Receipt.PATH + "/([0-9a-f]{32})");

    private final VendorTokens tokens;
    private final Reception reception;
    private final Arrivals arrivals;
    private final Function<String, Backpressure> pressure;
    private final Meters meters;
    private final Clock clock;
    private final Troubles troubles = new Troubles();
    private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();

    /// @param pressure asked before each delivery, for its vendor
    public Uploads(
            VendorTokens tokens,
            Reception reception,
            Arrivals arrivals,
            Function<String, Backpressure> pressure,
            Meters meters,
            Clock clock) {
        this.tokens = tokens;
        this.reception = reception;
        this.arrivals = arrivals;
        this.pressure = pressure;
        this.meters = meters;
        this.clock = clock;
    }

    /// What keeps deliveries from being received now, each as a message for the operator.
    public List<String> troubles() {
        return troubles.now();
    }

    /// Answers a request.
    ///
    /// @throws DurabilityLost if a flush failed: the process must end
    public Reply answer(Request request) {
        if (request.method().equals("GET") && request.path().equals("/openapi.json")) {
            return Reply.of(200, "application/json", OpenApi.text());
        }
        Optional<String> vendor = tokens.vendor(request.headers().apply("Authorization"));
        if (vendor.isEmpty()) {
            refused(Refusal.NOT_AUTHORISED);
            return said(401, "Send the token you were given: Authorization: Bearer TOKEN.")
                    .with("WWW-Authenticate", "Bearer realm=\"deliveries\"")
                    .closing();
        }
        return switch (request.method()) {
            case "GET" -> asked(vendor.get(), request.path());
            case "POST" ->
                request.path().equals(Receipt.PATH)
                        ? sent(vendor.get(), request)
                        : nothingThere().closing();
            case "PUT" ->
                request.path().startsWith(Receipt.PATH + "/")
                        ? sent(vendor.get(), request)
                        : nothingThere().closing();
            default ->
                said(405, "Only GET, POST and PUT are answered.")
                        .with("Allow", "GET, POST, PUT")
                        .closing();
        };
    }

    private Reply asked(String vendor, String path) {
        if (path.equals(Receipt.PATH)) {
            return json(
                    200,
                    Map.of(
                            "deliveries",
                            arrivals.newest(vendor, LISTED).stream()
                                    .map(Receipt::of)
                                    .toList()));
        }
        var named = ARRIVAL.matcher(path);
        return named.matches()
                ? arrivals.find(named.group(1), vendor)
                        .map(found -> json(200, Receipt.of(found)))
                        .orElseGet(Uploads::nothingThere)
                : nothingThere();
    }

    private Reply sent(String vendor, Request request) {
        Delivery delivery;
        try {
            delivery = Delivery.of(request);
        } catch (Delivery.Wrong e) {
            return said(400, e.getMessage()).closing();
        }
        String id = ArrivalId.of(Channel.UPLOAD, vendor, List.of(ArrivalId.field(delivery.key())));
        if (!inWork.add(id)) {
            return later(409, "A delivery of this key is being received. Ask for its receipt, or send it again.", "5");
        }
        try {
            Semaphore room = rooms.computeIfAbsent(vendor, ignored -> new Semaphore(AT_ONCE));
            if (!room.tryAcquire()) {
                refused(Refusal.BACK_PRESSURE);
                return later(503, "Too many of your deliveries are being received. Send it again shortly.", "5");
            }
            try {
                return received(id, vendor, delivery, request);
            } finally {
                room.release();
            }
        } finally {
            inWork.remove(id);
        }
    }

    private Reply received(String id, String vendor, Delivery delivery, Request request) {
        Incoming incoming = new Incoming(request, clock);
        try {
            Optional<ArrivalRecord> known = arrivals.find(id, vendor);
            if (known.isEmpty() && pressure.apply(vendor) instanceof Backpressure.Paused) {
                refused(Refusal.BACK_PRESSURE);
                return later(507, "Nothing can be taken just now. Send it again later.", "60");
            }
            Reply reply = known.isPresent() ? again(known.get(), incoming) : taken(id, vendor, delivery, incoming);
            troubles.end(TROUBLE);
            if (reply.answer().status() < FIRST_OF_REFUSALS) {
                meters.intakeWell(Channel.UPLOAD.word(), clock.instant());
            }
            return reply;
        } catch (Incoming.Broken e) {
            refused(Refusal.INCOMPLETE);
            return said(400, "The bytes did not come whole. Nothing was kept; send it again with the same key.")
                    .closing();
        } catch (DurabilityLost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            meters.intake(Channel.UPLOAD.word(), "failed", 0);
            troubles.begin(
                    TROUBLE,
                    "Cannot receive uploads: " + e.getClass().getSimpleName() + " " + e.getMessage()
                            + ". Vendors are asked to send again.",
                    e instanceof RuntimeException wrong ? wrong : new UncheckedIOException((IOException) e));
            return later(503, "It could not be kept. Send it again later with the same key.", "60");
        }
    }

    /// The same key again: the same receipt, if it stands for the same bytes. They are read to see, whatever their
    /// digest says.
    private Reply again(ArrivalRecord known, Incoming incoming) throws IOException {
        meters.intake(Channel.UPLOAD.word(), "again", 0);
        String id = known.arrival().id();
        if (known.state() == ArrivalState.REFUSED) {
            return json(413, Receipt.of(known)).closing();
        }
        if (!incoming.sha256(reception.mostSize()).equals(known.arrival().sha256())) {
            return said(422, "This key stands for other bytes. Use a key of its own for each delivery.")
                    .closing();
        }
        // The answer to the first sending may never have been given.
        if (!arrivals.isAcknowledged(id)) {
            arrivals.acknowledged(id);
        }
        return json(200, Receipt.of(known)).with("Location", Receipt.PATH + "/" + id);
    }

    private Reply taken(String id, String vendor, Delivery delivery, Incoming incoming) throws IOException {
        Instant now = clock.instant();
        Pickup pickup = new Pickup(id, Channel.UPLOAD, vendor, delivery.name(), now, now, now, now);
        incoming.expect(delivery.sha256());
        Reception.Result result = incoming.announced() > reception.mostSize()
                ? reception.refuse(pickup, incoming, incoming.announced())
                : reception.receive(pickup, incoming);
        return switch (result) {
            case RECORDED, AGAIN -> {
                ArrivalRecord record = arrivals.find(id, vendor).orElseThrow();
                yield json(201, Receipt.of(record)).with("Location", Receipt.PATH + "/" + id);
            }
            case REFUSED ->
                json(413, Receipt.of(arrivals.find(id, vendor).orElseThrow())).closing();
            case CHANGED -> {
                refused(Refusal.INCOMPLETE);
                yield said(
                                400,
                                "The bytes are not those of the Content-Digest, or not as many as announced. Nothing"
                                        + " was kept; send it again.")
                        .closing();
            }
        };
    }

    private void refused(Refusal refusal) {
        meters.intakeRefused(Channel.UPLOAD.word(), refusal.word());
    }

    private static Reply json(int status, Object value) {
        return Reply.of(status, "application/json", Json.text(value));
    }

    private static Reply said(int status, String message) {
        return json(status, Map.of("message", message));
    }

    private static Reply later(int status, String message, String seconds) {
        return said(status, message).with("Retry-After", seconds).closing();
    }

    private static Reply nothingThere() {
        return said(404, "There is no such delivery of yours.");
    }
}
