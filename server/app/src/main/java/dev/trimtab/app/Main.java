package dev.trimtab.app;

import dev.trimtab.app.start.ServerConfig;
import dev.trimtab.app.start.StartException;
import java.nio.file.Path;
import java.util.List;

/** {@code trimtab up}: starts a server and lets it run until SIGTERM or Ctrl-C. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    /** Arguments: {@code --config FILE}, or none for the embedded defaults. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (arguments.contains("--help")) {
            System.out.println(
                    "Usage: trimtab up [--config FILE]\nStarts a server; without a file, on embedded defaults.");
            return;
        }
        if (!arguments.isEmpty()
                && !(arguments.size() == 2 && arguments.getFirst().equals("--config"))) {
            end(USAGE, "trimtab up takes --config FILE and nothing else, not: " + String.join(" ", arguments));
        }
        try {
            ServerConfig config =
                    arguments.isEmpty() ? ServerConfig.defaults() : ServerConfig.read(Path.of(arguments.getLast()));
            run(config);
        } catch (StartException e) {
            end(FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void run(ServerConfig config) {
        Server server = Server.start(config, Main::say);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("trimtab-stop").unstarted(server::close));
        say("gNMI at " + config.gnmi().host() + ":" + server.gnmiPort() + ", REST at http"
                + (config.tls().isPresent() ? "s" : "") + "://" + config.rest().host() + ":" + server.restPort());
    }

    private static void say(String sentence) {
        System.out.println("trimtab: " + sentence);
        System.out.flush();
    }

    private static void end(int status, String sentence) {
        System.err.println("trimtab: " + sentence);
        System.exit(status);
    }
}
