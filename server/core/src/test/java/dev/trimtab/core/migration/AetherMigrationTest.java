package dev.trimtab.core.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.validation.Validator;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.TargetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * What becomes of the example configurations of Aether, down to the last value; the golden files hold the notes and the new
 * configuration. Run with {@code -Dsurefire.extraArgs=-Dgolden.write=true} to write them anew, then read the difference.
 */
class AetherMigrationTest {
    private static final Path YANG = Path.of(System.getProperty("trimtab.home", "../.."), "yang", "aether");
    private static final Path GOLDEN = Path.of("src/test/resources/migration");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The enterprise that is left of a 2.0 example is the target's, or all of the example for {@code -}. */
    @ParameterizedTest
    @CsvSource({
        "2.0.0, empty, -, acme, up-empty",
        "2.0.0, site-without-slices, -, newcomer, up-site-without-slices",
        "2.0.0, enterprise, factory, factory, up-factory",
        "2.0.0, enterprise, newcomer, acme, up-newcomer",
        "2.1.0, empty, -, acme, down-empty",
        "2.1.0, site-without-slices, -, newcomer, down-site-without-slices",
        "2.1.0, enterprise, -, factory, down-enterprise"
    })
    void everyExampleIsValidInTheOtherVersionAndEveryLossIsNamed(
            String version, String example, String enterprise, String target, String golden) throws IOException {
        ObjectNode json = example(version, example);
        if (!enterprise.equals("-")) {
            keepOne(json, enterprise);
        }
        boolean up = version.equals("2.0.0");
        LoadedModel now = up ? Aether.V21 : Aether.V20;

        MigrationResult result =
                (up ? Aether.UP : Aether.DOWN).migrate(new TargetId(target), read(up ? Aether.V20 : Aether.V21, json));

        assertThat(result).isInstanceOfSatisfying(MigrationResult.Migrated.class, migrated -> {
            assertThat(Validator.compile(now).validateAll(migrated.root()).violations())
                    .isEmpty();
            assertThat(text(now, migrated)).isEqualTo(golden(golden, text(now, migrated)));
        });
    }

    @Test
    void aTargetWithSeveralEnterprisesIsRefusedWithTheirNames() throws IOException {
        MigrationResult result =
                Aether.UP.migrate(new TargetId("factory"), read(Aether.V20, example("2.0.0", "enterprise")));

        assertThat(result)
                .isInstanceOfSatisfying(
                        MigrationResult.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.message())
                                        .isEqualTo(
                                                "these entries would all become the one tree of the new version, which has a place for"
                                                        + " one: /enterprises/enterprise[enterprise-id=factory],"
                                                        + " /enterprises/enterprise[enterprise-id=newcomer]")));
    }

    @Test
    void aHostIsANetworkOfOneAndAnEndpointWithoutPortsIsAllOfThem() {
        assertThat(up("""
                {"onf-enterprise:enterprises": {"enterprise": [{"enterprise-id": "acme", "application": [
                  {"application-id": "v4", "address": "10.0.0.1", "endpoint": [{"endpoint-id": "all"}]},
                  {"application-id": "v6", "address": "2001:db8::1",
                   "endpoint": [{"endpoint-id": "one", "port-start": 80}]}]}]}}"""))
                .containsExactly(
                        "invented /application[application-id=v4]/endpoint[endpoint-id=all]/port-end: '65535'; "
                                + "an endpoint names its ports; one that named none was all of them",
                        "invented /application[application-id=v4]/endpoint[endpoint-id=all]/port-start: '0'; "
                                + "an endpoint names its ports; one that named none was all of them",
                        "changed /enterprises/enterprise[enterprise-id=acme]/application[application-id=v4]/address"
                                + " -> /application[application-id=v4]/address: '10.0.0.1' -> '10.0.0.1/32'; "
                                + "an application's address is a network; a host is a network of one",
                        "changed /enterprises/enterprise[enterprise-id=acme]/application[application-id=v6]/address"
                                + " -> /application[application-id=v6]/address: '2001:db8::1' -> '2001:db8::1/128'; "
                                + "an application's address is a network; a host is a network of one");
    }

    @Test
    void ofSeveralCoresThatAreUsedNoneIsGuessed() {
        assertThat(up("""
                {"onf-connectivity-service:connectivity-services": {"connectivity-service": [
                   {"connectivity-service-id": "a", "core-5g-endpoint": "http://a"},
                   {"connectivity-service-id": "b", "core-5g-endpoint": "http://b"}]},
                 "onf-enterprise:enterprises": {"enterprise": [{"enterprise-id": "acme", "site": [{"site-id": "x"}],
                   "connectivity-service": [{"connectivity-service": "a", "enabled": true},
                                            {"connectivity-service": "b", "enabled": true}]}]}}"""))
                .filteredOn(line -> line.contains("core-5g-endpoint"))
                .containsExactly(
                        "lost /connectivity-services/connectivity-service[connectivity-service-id=a]/core-5g-endpoint:"
                                + " 'http://a'; the enterprise uses the cores a, b, and each site must name its own",
                        "lost /connectivity-services/connectivity-service[connectivity-service-id=b]/core-5g-endpoint:"
                                + " 'http://b'; the enterprise uses the cores a, b, and each site must name its own");
    }

    @Test
    void aSiteWithoutACoreIsServedByTheEnterprisesOneAfterwards() {
        var old = Versions.read(Aether.V21, """
                {"onf-site:site": [{"site-id": "x", "connectivity-service": {"core-5g": {"endpoint": "http://a"}}},
                                   {"site-id": "y"}]}""");

        assertThat(Aether.DOWN.migrate(new TargetId("acme"), old))
                .isInstanceOfSatisfying(
                        MigrationResult.Migrated.class,
                        migrated -> assertThat(migrated.notes())
                                .extracting(MigrationNote::toString)
                                .contains(
                                        "changed /site[site-id=y]/connectivity-service/core-5g/endpoint -> /connectivity-services"
                                                + "/connectivity-service[connectivity-service-id=core-5g]/core-5g-endpoint: nothing ->"
                                                + " 'http://a'; the site named no core, and the one of the enterprise serves it"));
    }

    private static List<String> up(String json) {
        var migrated =
                (MigrationResult.Migrated) Aether.UP.migrate(new TargetId("acme"), Versions.read(Aether.V20, json));
        return migrated.notes().stream().map(MigrationNote::toString).toList();
    }

    private static void keepOne(ObjectNode json, String enterprise) {
        json.withObject("/onf-enterprise:enterprises")
                .withArray("/enterprise")
                .removeIf(entry -> !entry.path("enterprise-id").asText().equals(enterprise));
    }

    private static ObjectNode example(String version, String name) throws IOException {
        return (ObjectNode) JSON.readTree(
                YANG.resolve(version).resolve("examples/" + name + ".json").toFile());
    }

    private static NormalizedNode read(LoadedModel model, ObjectNode json) {
        var decoded =
                JsonReader.read(model, Instance.root(model), json.toString().getBytes(UTF_8), true);
        return Objects.requireNonNull(decoded.node(), () -> decoded.violations().toString());
    }

    private static String text(LoadedModel model, MigrationResult.Migrated migrated) {
        String notes = migrated.notes().stream().map(note -> note + "\n").collect(Collectors.joining());
        return notes + "\n" + pretty(model, migrated.root()) + "\n";
    }

    private static String pretty(LoadedModel model, ContainerNode root) {
        try {
            return JSON.writeValueAsString(
                    JSON.readTree(JsonWriter.write(model.root(), root, JsonWriter.Options.STRICT, Visibility.ALL)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String golden(String name, String actual) {
        try {
            Path file = GOLDEN.resolve(name + ".txt");
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, actual);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
