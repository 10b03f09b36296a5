package dev.trimtab.app.raft;

import static dev.trimtab.core.store.ConfigStoreContract.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server killed with SIGKILL while it writes, again and again. */
@Tag("slow")
class KilledProcessTest {
    private static final int ROUNDS = 5;

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedTransactionIsThereAfterAKillAndThereIsNoGap() throws Exception {
        var random = new Random(4711);
        long acknowledged = 0;

        for (int round = 0; round < ROUNDS; round++) {
            long last = writeAndKill(50 + random.nextInt(200));
            assertThat(last).isGreaterThan(acknowledged);
            acknowledged = last;
        }

        try (var store = RaftConfigStore.open(RaftSettings.singleNode(folder))) {
            var transactions = store.read(1, Integer.MAX_VALUE);
            assertThat(transactions).hasSizeGreaterThanOrEqualTo(Math.toIntExact(acknowledged));
            for (int i = 0; i < transactions.size(); i++) {
                assertThat(transactions.get(i).index()).isEqualTo(i + 1);
                assertThat(text(transactions.get(i))).isEqualTo("v" + (i + 1));
            }
        }
    }

    /** Kills the writer after some acknowledgements; gives the last one that was seen. */
    private long writeAndKill(int acknowledgements) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(command()).redirectErrorStream(true).start();
        long last = 0;
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
            String line;
            int left = acknowledgements;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("committed ")) {
                    last = Long.parseLong(line.substring("committed ".length()));
                    if (--left == 0) {
                        writer.toHandle().destroyForcibly(); // SIGKILL, and its lines stay readable
                    }
                }
            }
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                folder.toString()));
        return command;
    }
}
