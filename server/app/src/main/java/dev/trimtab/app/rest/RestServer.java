package dev.trimtab.app.rest;

import dev.trimtab.app.start.Edges;
import dev.trimtab.app.start.ServerConfig;
import dev.trimtab.app.start.StartException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.util.JavalinException;
import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Serves REST; each request has a virtual thread of its own.
 *
 * <p>Routes are few, since those of the models are resolved at run time: a plugin that is loaded has its API.
 */
public final class RestServer implements AutoCloseable {
    private static final String MODEL = "/{model}/{version}/{target}";

    private final RestSettings settings;
    private final RestServices services;
    private final Javalin javalin;

    private RestServer(RestSettings settings, RestServices services) {
        this.settings = settings;
        this.services = services;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server, which serves on return.
     *
     * @throws dev.trimtab.app.start.StartException in one sentence, when it cannot
     */
    public static RestServer start(ServerConfig config, Edges core) {
        return start(RestSettings.of(config), RestServices.of(core));
    }

    static RestServer start(RestSettings settings, RestServices services) {
        var server = new RestServer(settings, services);
        try {
            server.javalin.start();
        } catch (JavalinException e) {
            throw StartException.cannotListen("REST", settings.host(), settings.port(), e);
        }
        return server;
    }

    /** The port it listens at, once started. */
    public int port() {
        return javalin.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = settings.bodyBytesMax();
        config.http.prefer405over404 = true;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyHttpConfiguration(RestServer::allowAnyKey);
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
        settings.tls()
                .ifPresent(context -> config.jetty.addConnector((server, http) -> {
                    var tls = new SslContextFactory.Server();
                    tls.setSslContext(context);
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    var connector = new ServerConnector(server, tls, new HttpConnectionFactory(http));
                    connector.setHost(settings.host());
                    connector.setPort(settings.port());
                    return connector;
                }));
        Problems.register(config.routes);
        routes(config.routes);
    }

    /**
     * Lets percent-encoded slashes, dots and the like through, which are part of keys here. Jetty refuses them because whoever
     * decodes twice is misled; here the URL is split first and decoded once, see {@link Urls}.
     */
    private static void allowAnyKey(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.from(EnumSet.of(
                Violation.AMBIGUOUS_PATH_SEPARATOR,
                Violation.AMBIGUOUS_PATH_ENCODING,
                Violation.AMBIGUOUS_PATH_SEGMENT,
                Violation.AMBIGUOUS_PATH_PARAMETER,
                Violation.AMBIGUOUS_EMPTY_SEGMENT,
                Violation.SUSPICIOUS_PATH_CHARACTERS)));
    }

    private void routes(RoutesConfig routes) {
        var session = new SessionResource(services.authenticator());
        open(routes, session);
        shared(routes, session);
        models(routes, session);
    }

    /** What needs no credentials. */
    private void open(RoutesConfig routes, SessionResource session) {
        var health = new HealthResource();
        routes.get("/api/v1/health", health::up);
        routes.get("/api/v1/ready", health::up);
        routes.get("/api/v1/live", health::up);
        routes.post("/api/v1/login", session::login);
        var documents = new ApiDocuments(services.models());
        routes.get("/", ctx -> ctx.redirect("/openapi/ui/"));
        routes.get("/openapi", documents::index);
        routes.get("/openapi/ui/", documents::page);
        routes.get("/openapi/ui/{file}", documents::page);
        routes.get("/openapi/{model}/{document}", documents::document);
    }

    /** What all models share. */
    private void shared(RoutesConfig routes, SessionResource session) {
        var json = new TransactionJson(services.backends());
        var changes = new Changes(services, json);
        var transactions = new TransactionResource(services.history(), json, changes, settings);
        routes.get("/api/v1/transactions", session.known(transactions::list));
        routes.get("/api/v1/transactions/{index}", session.known(transactions::get));
        routes.post("/api/v1/transactions/{index}/rollback", session.known(transactions::rollBack));
        var migrations = new MigrationResource(services.reads(), changes, settings);
        routes.post("/api/v1/migrations", session.known(migrations::post));
        var state = new SystemState(services.reads());
        var targets = new TargetResource(services.reads(), state);
        routes.get("/targets", session.known(targets::names));
        routes.get("/api/v1/targets", session.known(targets::list));
        routes.get("/api/v1/targets/{target}", session.known(targets::get));
        var picks = new PickResource(services.picks());
        routes.get("/api/v1/targets/{target}/pick-list", session.known(picks::get));
        var models = new ModelResource(services.models(), state);
        var entries = new ModelEntryResource(services.models(), changes, settings);
        routes.get("/api/v1/models", session.known(models::list));
        routes.get("/api/v1/models/{model}/{version}", session.known(models::get));
        routes.put("/api/v1/models/{model}/{version}", session.known(entries::put));
        routes.delete("/api/v1/models/{model}/{version}", session.known(entries::delete));
        routes.get("/api/v1/models/{model}/{version}/yang/{module}", session.known(models::yang));
    }

    private void models(RoutesConfig routes, SessionResource session) {
        var changes = new Changes(services, new TransactionJson(services.backends()));
        var patch = new AetherPatchResource(services.reads(), changes, settings);
        routes.patch("/aether-roc-api", session.known(patch::patch));
        var reads = new ModelReads(services.reads());
        var writes = new ModelWrites(services.reads(), changes, settings);
        Handler read = session.known(reads::get);
        for (String path : new String[] {MODEL, MODEL + "/<path>"}) {
            routes.get(path, read);
            routes.head(path, read);
            routes.put(path, session.known(writes::put));
            routes.post(path, session.known(writes::post));
            routes.patch(path, session.known(writes::patch));
            routes.delete(path, session.known(writes::delete));
        }
    }

    /** Ends what is being served and takes nothing new. */
    @Override
    public void close() {
        javalin.stop();
    }
}
