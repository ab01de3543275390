package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Located;
import dev.assay.config.LocatedReader;
import dev.assay.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every route of `routes/` names the guard, holds bean calls only, and lets no header in (threat 10).
final class RoutesTest {
    private static final Path ROUTES = Path.of("routes");
    private static final List<String> HOSTILE = List.of(
            "CamelFileName",
            "cAmElFileName",
            "CAMELFILENAME",
            "CamelHttpUri",
            "camelBeanMethodName",
            "CamelExecCommandExecutable",
            "delete",
            "moveTo",
            "copyTo",
            "kafka.OVERRIDE_TOPIC",
            "mail.smtp.host",
            "org.apache.cxf.message.Message.PROTOCOL_HEADERS",
            "JMSReplyTo",
            "breadcrumbId",
            "Subject");

    @TempDir
    Path temporary;

    @Test
    void row10_everyRoute_isGuardedAndHoldsBeanCallsOnly() throws IOException {
        assertEquals(Map.of(), faults(ROUTES));
        assertEquals(
                List.of(
                        "folder-{{vendor}}",
                        "mail",
                        "{{source}}",
                        "upload",
                        "identify",
                        "assemble",
                        "extract",
                        "index",
                        "check",
                        "decide",
                        "publish",
                        "announce",
                        "write",
                        "send"),
                routes(ROUTES).stream().map(route -> text(route, "id")).toList());
    }

    @Test
    void routeWithoutGuardOrWithMoreThanBeans_isFound() throws IOException {
        Files.writeString(temporary.resolve("1-bad.camel.yaml"), """
            - route:
                id: bare
                from:
                  uri: job:extract
                  steps:
                    - bean: {ref: extract, method: work}
            - route:
                id: dynamic
                routeConfigurationId: guard
                from:
                  uri: job:check
                  steps:
                    - toD: "file:${header.where}"
                    - setHeader: {name: x, simple: "${header.y}"}
            """);
        assertEquals(
                Map.of("bare", List.of("no guard"), "dynamic", List.of("step toD", "step setHeader", "an expression")),
                faults(temporary));
    }

    /// What is wrong with each route of a folder.
    private static Map<String, List<String>> faults(Path folder) throws IOException {
        Map<String, List<String>> faults = new TreeMap<>();
        for (Map<String, Object> route : routes(folder)) {
            List<String> found = new ArrayList<>();
            if (!List.of(text(route, "routeConfigurationId").split(",", -1)).contains("guard")) {
                found.add("no guard");
            }
            for (Object step : list(map(route.get("from")).get("steps"))) {
                map(step).keySet().stream()
                        .filter(name -> !name.equals("bean"))
                        .forEach(name -> found.add("step " + name));
            }
            if (route.toString().contains("${")) {
                found.add("an expression");
            }
            if (!found.isEmpty()) {
                faults.put(text(route, "id"), found);
            }
        }
        return faults;
    }

    private static List<Map<String, Object>> routes(Path folder) throws IOException {
        List<Map<String, Object>> routes = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.camel.yaml")) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            for (Path file : sorted.stream().sorted().toList()) {
                Problems problems = new Problems();
                Located root = LocatedReader.read(file.toString(), Files.readString(file), problems)
                        .orElseThrow(() -> new AssertionError(problems.all().toString()));
                for (Object entry : list(plain(root))) {
                    Map<String, Object> named = map(entry);
                    Map<String, Object> outer =
                            named.containsKey("routeTemplate") ? map(named.get("routeTemplate")) : named;
                    if (outer.containsKey("route")) {
                        routes.add(map(outer.get("route")));
                    } else {
                        assertTrue(named.containsKey("routeConfiguration"), named.toString());
                    }
                }
            }
        }
        return routes;
    }

    private static Object plain(Located value) {
        return switch (value) {
            case Located.Mapping mapping -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
                yield plain;
            }
            case Located.Sequence sequence ->
                sequence.values().stream().map(RoutesTest::plain).toList();
            case Located.Scalar scalar -> scalar.text();
        };
    }

    private static String text(Map<String, Object> from, String key) {
        return String.valueOf(from.getOrDefault(key, ""));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /// Notes what reaches a route's first step.
    public static final class Recorder {
        private final String name;
        private final Map<String, Map<String, Object>> reached;

        Recorder(String name, Map<String, Map<String, Object>> reached) {
            this.name = name;
            this.reached = reached;
        }

        public void work(Exchange exchange) {
            reached.put(name, new TreeMap<>(exchange.getIn().getHeaders()));
        }

        public void failed(Exchange exchange) {
            work(exchange);
        }

        public void receive(Exchange exchange) {
            work(exchange);
        }

        public void listed(Exchange exchange) {
            work(exchange);
        }

        public void answer(Exchange exchange) {
            work(exchange);
        }

        public void look(Exchange exchange) {
            work(exchange);
        }
    }

    /// The packaged routes, run as they are but for their consumers, which stand in as `direct:` ones.
    @Test
    void row10_hostileHeaders_doNotReachTheFirstStepOfAnyRoute() throws Exception {
        Map<String, Map<String, Object>> reached = new ConcurrentHashMap<>();
        Main main = new Main();
        main.configure()
                .withRoutesIncludePattern("classpath:routes/*.camel.yaml")
                .withJmxEnabled(false);
        main.configure().withAutoConfigurationEnvironmentVariablesEnabled(false);
        main.addOverrideProperty("children", "1");
        main.bind("job", new AnyDirect());
        main.bind("file", new AnyDirect());
        main.bind("look", new AnyDirect());
        main.bind("sftp", new AnyDirect());
        for (String bean : List.of(
                "identify",
                "assemble",
                "extract",
                "index",
                "check",
                "decide",
                "publish",
                "announce",
                "write",
                "send",
                "folder-swift",
                "mail",
                "sftp-swift-1",
                "upload")) {
            main.bind(bean, new Recorder(bean, reached));
        }
        main.bind("failures", new Recorder("failures", reached));
        main.bind("drop", new Object());
        try {
            main.start();
            TemplatedRouteBuilder.builder(main.getCamelContext(), "folder")
                    .parameter("vendor", "swift")
                    .parameter("folder", temporary)
                    .parameter("every", 100)
                    .add();
            TemplatedRouteBuilder.builder(main.getCamelContext(), "upload").add();
            TemplatedRouteBuilder.builder(main.getCamelContext(), "sftp")
                    .parameter("source", "sftp-swift-1")
                    .parameter("every", 100)
                    .add();
            TemplatedRouteBuilder.builder(main.getCamelContext(), "mail")
                    .parameter("every", 100)
                    .add();
            Map<String, Object> headers = new TreeMap<>();
            HOSTILE.forEach(name -> headers.put(name, "/etc/passwd"));
            List<RouteDefinition> routes = ((ModelCamelContext) main.getCamelContext()).getRouteDefinitions();
            assertEquals(14, routes.size());
            try (var producer = main.getCamelContext().createProducerTemplate()) {
                for (var route : main.getCamelContext().getRoutes()) {
                    producer.sendBodyAndHeaders(route.getEndpoint(), "body", headers);
                }
            }
        } finally {
            main.stop();
        }
        Map<String, Map<String, Object>> expected = new TreeMap<>();
        for (String bean : List.of(
                "identify",
                "assemble",
                "extract",
                "index",
                "check",
                "decide",
                "publish",
                "announce",
                "write",
                "send",
                "folder-swift",
                "mail",
                "sftp-swift-1",
                "upload")) {
            expected.put(bean, Map.of());
        }
        assertEquals(expected, new TreeMap<>(reached));
    }

    /// Takes every option that a real consumer takes, and ignores it.
    private static final class AnyDirect extends DirectComponent implements Component {
        @Override
        public boolean useRawUri() {
            return false;
        }

        @Override
        protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
            parameters.clear();
        }

        @Override
        protected org.apache.camel.Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
                throws Exception {
            parameters.clear();
            return super.createEndpoint(uri, remaining, parameters);
        }
    }

    @Test
    void routesOfTheHome_comeBeforeThePackagedOnes() throws Exception {
        SmallHome home = SmallHome.in(temporary, List.of("report"));
        try (var files = Files.newDirectoryStream(ROUTES, "*.camel.yaml")) {
            for (Path file : files) {
                boolean decides = file.getFileName().toString().startsWith("6-");
                if (!decides) {
                    home.write("routes/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.await(() -> running.ledger().balances().submissions().in() == 1
                    && running.ledger()
                                    .submissions()
                                    .find(running.ledger().submissionIds().getFirst())
                                    .orElseThrow()
                                    .state()
                            == dev.assay.ledger.SubmissionState.CHECKED);
            assertEquals(1, running.ledger().jobs().open());
        }
    }
}
