package dev.assay.route;

import dev.assay.intake.Backpressure;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Jobs;
import dev.assay.meter.Meters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyConfiguration;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/// Runs the routes of `routes/`: the packaged ones, or those of the home where it has its own.
public final class RouteEngine implements AutoCloseable {
    private static final int SHUTDOWN_SECONDS = 30;

    private final Main main;
    private final ProducerTemplate template;

    private RouteEngine(Main main) {
        this.main = main;
        this.template = main.getCamelContext().createProducerTemplate();
    }

    /// What the routes work with.
    ///
    /// @param beans    the stages, by the names that routes call them
    /// @param failures what becomes of a job that could not be done
    /// @param jobs     the ledger's
    /// @param lease    how long a job may take before another may take it over
    /// @param idle     how long a worker that found nothing rests
    /// @param meters   what is counted
    /// @param children how many jobs that need a child run at the same time
    /// @param reading  whether what vendors sent may be opened now
    public record Work(
            Map<String, Object> beans,
            Failures failures,
            Jobs jobs,
            Duration lease,
            Duration idle,
            int children,
            Meters meters,
            Supplier<Backpressure> reading) {
        public Work {
            beans = Map.copyOf(beans);
        }

        /// Whether jobs of that kind may be claimed now.
        boolean isOpen(JobKind kind) {
            return switch (kind) {
                case IDENTIFY, EXTRACT -> reading.get() instanceof Backpressure.Open;
                case ASSEMBLE, INDEX, CHECK, DECIDE, PUBLISH, ANNOUNCE, WRITE, SEND -> true;
            };
        }
    }

    /// A route of a template of `routes/`: one source of one channel.
    ///
    /// @param template   the template's id
    /// @param id         the route's id
    /// @param parameters of the template
    /// @param beans      what the route names, by name
    public record Source(String template, String id, Map<String, Object> parameters, Map<String, Object> beans) {
        public Source {
            parameters = Map.copyOf(parameters);
            beans = Map.copyOf(beans);
        }
    }

    /// Starts all routes.
    ///
    /// @param home    whose `routes/` overrides the packaged routes
    /// @param sources what is received from
    /// @throws IllegalStateException if a route is wrong
    public static RouteEngine start(Path home, Work work, List<Source> sources, Health health) {
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure().setStartupSummaryLevel(org.apache.camel.StartupSummaryLevel.Off);
        main.configure()
                .withName("assay")
                .withRoutesIncludePattern(pattern(home))
                .withStreamCachingEnabled(false)
                .withShutdownTimeout(SHUTDOWN_SECONDS)
                .withJmxEnabled(false)
                .withAutoConfigurationEnvironmentVariablesEnabled(false);
        main.addOverrideProperty("children", Integer.toString(work.children()));
        main.bind("job", new JobComponent(work, health));
        main.bind("look", new LookComponent());
        main.bind("failures", work.failures());
        main.bind("metricsRegistry", work.meters().registry());
        main.bind("routeMeters", routeMeters());
        work.beans().forEach(main::bind);
        sources.forEach(source -> source.beans().forEach(main::bind));
        try {
            main.start();
            for (Source source : sources) {
                TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(main.getCamelContext(), source.template())
                        .routeId(source.id());
                source.parameters().forEach(route::parameter);
                route.add();
            }
        } catch (Exception e) {
            main.stop();
            throw new IllegalStateException("The routes do not start: " + e.getMessage(), e);
        }
        return new RouteEngine(main);
    }

    /// Camel finds it by its type, and its registry by its type too.
    private static MicrometerRoutePolicyFactory routeMeters() {
        MicrometerRoutePolicyConfiguration configuration = new MicrometerRoutePolicyConfiguration();
        configuration.setContextEnabled(false);
        configuration.setExternalRedeliveries(false);
        MicrometerRoutePolicyFactory factory = new MicrometerRoutePolicyFactory();
        factory.setPolicyConfiguration(configuration);
        return factory;
    }

    private static String pattern(Path home) {
        Path own = home.resolve("routes");
        return Files.isDirectory(own)
                ? "file:" + own.toAbsolutePath() + "/*.camel.yaml"
                : "classpath:routes/*.camel.yaml";
    }

    /// Has a route answer. What a bean threw comes out wrapped in what Camel throws.
    ///
    /// @param endpoint such as `direct:upload`
    /// @return the body of its answer
    public <T> T ask(String endpoint, Object body, Class<T> answer) {
        return template.requestBody(endpoint, body, answer);
    }

    @Override
    public void close() {
        main.stop();
    }
}
