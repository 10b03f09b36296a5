package dev.trimtab.app.raft;

import static dev.trimtab.core.store.ConfigStoreContract.LEAF_1;
import static dev.trimtab.core.store.ConfigStoreContract.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.trimtab.app.start.StartException;
import dev.trimtab.core.store.Proposal;
import dev.trimtab.model.Revision;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a start, what is said, and that nothing is made worse. */
class StoreStartTest {
    private static final int ENTRIES = 10;

    @TempDir
    private Path folder;

    @Test
    void testsRunWithExactlyTheOpensThatTheServerAsksFor() {
        List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();

        assertThat(arguments.stream().filter(argument -> argument.startsWith("--add-opens")))
                .containsExactlyInAnyOrderElementsOf(RequiredOpens.list().stream()
                        .map(open -> "--add-opens=" + open + "=ALL-UNNAMED")
                        .toList());
    }

    @Test
    void folderThatAnotherStoreHasOpenIsRefused() {
        try (var _ = open()) {
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("in use by another server");
        }

        open().close();
    }

    @Test
    void folderOfAnUnknownFormatIsRefused() throws IOException {
        open().close();
        Files.writeString(folder.resolve("FORMAT"), "trimtab-store 2\n");

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(this::open)
                .withMessageContaining("is of format 'trimtab-store 2', this version reads 'trimtab-store 1'");
    }

    @Test
    void folderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> RaftConfigStore.open(RaftSettings.singleNode(file)))
                .withMessageContaining("cannot be written");
    }

    @Test
    void folderThatCannotBeWrittenIsRefused() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(readOnly))
                .as("the super-user writes anywhere")
                .isFalse();

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> RaftConfigStore.open(RaftSettings.singleNode(readOnly)))
                .withMessageContaining("cannot be written: permission denied");
    }

    @Test
    void damagedEntryInTheMiddleStopsTheStartAndChangesNothing() throws IOException {
        fill();
        byte[] log = Files.readAllBytes(segment());
        log[endOfData(log) / 2] ^= 1;
        Files.write(segment(), log);

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(this::open)
                .withMessageContaining("the log is damaged")
                .withMessageContaining("trimtab-1.log");
        assertThat(Files.readAllBytes(segment())).isEqualTo(log);
    }

    @Test
    void oneWrongBitInTheLastEntryIsDamageAndNotATornWrite() throws IOException {
        fill();
        byte[] log = Files.readAllBytes(segment());
        log[endOfData(log) - 3] ^= 1;
        Files.write(segment(), log);

        assertThatExceptionOfType(StartException.class).isThrownBy(this::open).withMessageContaining("damaged");
        assertThat(Files.readAllBytes(segment())).isEqualTo(log);
    }

    @Test
    void garbageInPlaceOfTheHeaderStopsTheStart() throws IOException {
        fill();
        byte[] log = Files.readAllBytes(segment());
        new Random(1).nextBytes(log);
        Files.write(segment(), log);

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(this::open)
                .withMessageContaining("its header is wrong");
    }

    @Test
    void lastEntryThatACrashCutOffIsDroppedAndTheStoreGoesOn() throws IOException {
        fill();
        byte[] log = Files.readAllBytes(segment());
        int end = endOfData(log);
        writeTornEntry(log, end);
        Files.write(segment(), log);

        for (int restart = 0; restart < 2; restart++) {
            try (var store = open()) {
                assertThat(store.lastIndex()).isEqualTo(ENTRIES + restart);
                store.commit(List.of(proposal(LEAF_1, ENTRIES + restart, "next")));
            }
        }
    }

    @Test
    void lostLastPartOfTheFileIsACutAndNotDamage() throws IOException {
        fill();
        byte[] log = Files.readAllBytes(segment());
        int end = endOfData(log);
        writeTornEntry(log, end);
        Files.write(segment(), Arrays.copyOf(log, end + 100));

        try (var store = open()) {
            assertThat(store.lastIndex()).isEqualTo(ENTRIES);
        }
    }

    @Test
    @Tag("slow") // Atomix waits 10 s between a snapshot and the compaction
    void damagedSnapshotStopsTheStart() throws Exception {
        var bounds = new RaftSettings.Bounds(64 * 1024, 256 * 1024, 64 * 1024, 8);
        try (var store = open(bounds)) {
            for (int i = 0; i < 20; i++) {
                store.commit(List.of(new Proposal(Map.of(LEAF_1, new Revision(i)), new byte[40_000])));
            }
            store.compact().get(60, TimeUnit.SECONDS);
        }
        Path snapshot = file(".snapshot");
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot, bytes);

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> open(bounds))
                .withMessageContaining("the snapshot is damaged");
        assertThat(Files.readAllBytes(snapshot)).isEqualTo(bytes);

        Files.delete(snapshot);
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> open(bounds))
                .withMessageContaining("no complete snapshot reaches up to it");
    }

    /** The header and the first page of an entry of 20,000 bytes, as a power cut leaves it. */
    private static void writeTornEntry(byte[] log, int at) {
        log[at + 2] = 20_000 >> 8;
        log[at + 3] = (byte) (20_000 & 0xff);
        Arrays.fill(log, at + 4, at + 4096, (byte) 7);
    }

    private void fill() {
        try (var store = open()) {
            for (int i = 0; i < ENTRIES; i++) {
                store.commit(List.of(proposal(LEAF_1, i, "payload-" + "x".repeat(100))));
            }
        }
    }

    private Path segment() throws IOException {
        return file("trimtab-1.log");
    }

    private Path file(String suffix) throws IOException {
        try (var files = Files.list(folder.resolve("raft"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(suffix)).collect(Collectors.toList());
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private static int endOfData(byte[] log) {
        int end = log.length;
        while (log[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private RaftConfigStore open() {
        return open(RaftSettings.Bounds.DEFAULT);
    }

    private RaftConfigStore open(RaftSettings.Bounds bounds) {
        return RaftConfigStore.open(RaftSettings.singleNode(folder)
                .withBounds(bounds)
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(5)));
    }
}
