package dev.trimtab.adapter.sdcore;

import dev.trimtab.adapter.kit.AdapterServer;
import dev.trimtab.adapter.kit.AdapterSettings;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.plugin.aether.v2_1.Aether21Plugin;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The SD-Core adapter as a process: {@code trimtab-sd-core --listen 127.0.0.1:9400 --data DIR}.
 *
 * <p>Which cores and user planes it speaks to is part of the configuration it is given:
 * {@code site/connectivity-service/core-5g/endpoint}, {@code .../core-4g/endpoint} and {@code site/upf/config-endpoint}.
 */
public final class SdCoreAdapter {
    private static final String USAGE = "usage: trimtab-sd-core --listen HOST:PORT --data DIR";

    private SdCoreAdapter() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
            return;
        }
        AdapterServer adapter = start(arguments.settings(), SdCoreSettings.defaults());
        Runtime.getRuntime().addShutdownHook(new Thread(adapter::close, "shutdown"));
        System.out.println("SD-Core adapter at " + arguments.host + ":" + adapter.port());
        adapter.awaitTermination();
    }

    /** An adapter that serves; closing it ends everything it began. */
    public static AdapterServer start(AdapterSettings settings, SdCoreSettings patience) throws IOException {
        LoadedModel model = LoadedModel.load(new Aether21Plugin().describe());
        return new AdapterServer(settings, model, new SdCoreBackend(patience, settings.folder())).start();
    }

    /** What the command line says. */
    record Arguments(String host, int port, Path folder) {

        /**
         * Reads pairs of a name and a value; both names are needed, in any order.
         *
         * @throws IllegalArgumentException with what is wrong
         */
        static Arguments parse(String... args) {
            String listen = "";
            String folder = "";
            for (int i = 0; i < args.length; i += 2) {
                String value = i + 1 < args.length ? args[i + 1] : "";
                switch (args[i]) {
                    case "--listen" -> listen = value;
                    case "--data" -> folder = value;
                    default -> throw new IllegalArgumentException("unknown argument '" + args[i] + "'");
                }
            }
            int colon = listen.lastIndexOf(':');
            if (folder.isEmpty() || colon < 1 || !listen.substring(colon + 1).matches("\\d{1,5}")) {
                throw new IllegalArgumentException("--listen HOST:PORT and --data DIR are both needed");
            }
            return new Arguments(
                    listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)), Path.of(folder));
        }

        AdapterSettings settings() {
            return AdapterSettings.of(host, port, folder);
        }
    }
}
