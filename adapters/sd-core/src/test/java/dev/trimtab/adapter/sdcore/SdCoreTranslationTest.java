package dev.trimtab.adapter.sdcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.adapter.sdcore.ObjectKey.Kind;
import dev.trimtab.model.Violation;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One rule a test, each against the same enterprise; {@code golden/enterprise.txt} holds the whole translation of it. Run with
 * {@code -Dsurefire.extraArgs=-Dgolden.write=true} to write that file anew, then read the difference.
 */
class SdCoreTranslationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String SITE = "/onf-site:site/0";
    private static final String VIDEO = SITE + "/slice/0";
    private static final String FLEET = SITE + "/slice/1";
    private static final String CAMERAS = SITE + "/device-group/0";
    private static final String RTSP = "/onf-application:application/0/endpoint/0";

    private final JsonNode enterprise =
            JSON.readTree(RESOURCES.resolve("enterprise.json").toFile());

    SdCoreTranslationTest() throws IOException {}

    @Test
    void theWholeEnterpriseIsTranslatedAsTheGoldenFileSays() throws Exception {
        var text = new StringBuilder();
        for (BackendObject object : SdCoreTranslation.translate(enterprise)) {
            text.append(object.key())
                    .append('\n')
                    .append(object.body().toPrettyString())
                    .append("\n\n");
        }

        Path golden = RESOURCES.resolve("golden/enterprise.txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden));
    }

    @Test
    void anEmptyConfigurationAsksForNothing() throws Exception {
        assertThat(SdCoreTranslation.translate(JSON.createObjectNode())).isEmpty();
    }

    @Test
    void groupsComeBeforeTheSlicesThatReferToThem() throws Exception {
        assertThat(SdCoreTranslation.translate(enterprise))
                .extracting(object -> object.key().kind())
                .isSorted()
                .startsWith(Kind.DEVICE_GROUP)
                .endsWith(Kind.USER_PLANE_SLICE);
    }

    @ParameterizedTest
    @CsvSource({"5g, http://webui.berlin.example:5000/config", "4g, http://core4g.berlin.example:5000/config"})
    void aSliceGoesToTheCoreOfItsGeneration(String generation, String endpoint) throws Exception {
        at(VIDEO).put("connectivity-service", generation);

        assertThat(object("network slice 'video'").key().endpoint()).hasToString(endpoint);
    }

    @Test
    void aSliceOfASiteWithoutCoreIsForTheUserPlaneOnly() throws Exception {
        at(SITE).remove("connectivity-service");

        assertThat(SdCoreTranslation.translate(enterprise))
                .extracting(object -> object.key().kind())
                .containsOnly(Kind.USER_PLANE_SLICE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "DE, 222", "ff, 255", "0, 0"})
    void theSliceTypeIsWrittenInDecimal(String hexadecimal, String decimal) throws Exception {
        at(VIDEO).put("sst", hexadecimal);

        assertThat(slice().at("/slice-id/sst").asText()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @CsvSource({"010203, 010203", "6F, 00006f"})
    void theSliceDifferentiatorIsWrittenInSixDigits(String model, String core) throws Exception {
        at(VIDEO).put("sd", model);

        assertThat(slice().at("/slice-id/sd").asText()).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({"0001, 1", "77A5, 30629", "ffffff, 16777215"})
    void aTrackingAreaCodeIsWrittenInDecimal(String hexadecimal, int decimal) throws Exception {
        at(SITE + "/small-cell/0").put("tac", hexadecimal);

        assertThat(slice().at("/site-info/gNodeBs/0/tac").asInt()).isEqualTo(decimal);
    }

    @Test
    void aTrackingAreaCodeOfZeroIsRefused() {
        at(SITE + "/small-cell/0").put("tac", "0000");

        assertRefused("/site[site-id=berlin]/small-cell[small-cell-id=hall-north]/tac", "SD-Core starts at 1");
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 1"})
    void aCellIsToldOfWhileItIsEnabled(boolean enabled, int cells) throws Exception {
        at(SITE + "/small-cell/0").put("enable", enabled);

        assertThat(slice().at("/site-info/gNodeBs")).hasSize(cells);
    }

    @ParameterizedTest
    @CsvSource({SITE + "/device-group/0/device/0", SITE + "/sim-card/0"})
    void aSubscriberIsLeftOutWhileItsMembershipOrItsCardIsDisabled(String node) throws Exception {
        assertThat(object("device group 'cameras'").body().path("imsis")).hasSize(1);

        at(node).put("enable", false);

        assertThat(object("device group 'cameras'").body().path("imsis")).isEmpty();
    }

    @Test
    void aDeviceWithoutACardHasNoSubscriber() throws Exception {
        at(SITE + "/device/0").remove("sim-card");

        assertThat(object("device group 'cameras'").body().path("imsis")).isEmpty();
    }

    @Test
    void aGroupThatIsDisabledInItsSliceReachesNoBackend() throws Exception {
        at(VIDEO + "/device-group/0").put("enable", false);

        assertThat(SdCoreTranslation.translate(enterprise))
                .noneMatch(object -> object.key().name().equals("cameras"));
        assertThat(slice().path("site-device-group")).isEmpty();
        assertThat(object("user plane slice 'video'").body().path("ueResourceInfo"))
                .isEmpty();
    }

    @Test
    void theNetworkOfAGroupIsAnArray() throws Exception {
        JsonNode body = object("device group 'cameras'").body();

        assertThat(body.has("ip-domain-expanded")).isFalse();
        assertThat(body.at("/ip-domains/0/dnn").asText()).isEqualTo("video");
    }

    @Test
    void aGroupsBitrateIsExactUpToWhatTheCoreHolds() throws Exception {
        at(CAMERAS + "/mbr").put("uplink", "9223372036854775807");

        JsonNode quality = object("device group 'cameras'").body().at("/ip-domains/0/ue-dnn-qos");
        assertThat(quality.path("dnn-mbr-uplink").asText()).isEqualTo("9223372036854775807");
    }

    @Test
    void aGroupsBitrateBeyondWhatTheCoreHoldsIsRefused() {
        at(CAMERAS + "/mbr").put("uplink", "9223372036854775808");

        assertRefused(
                "/site[site-id=berlin]/device-group[device-group-id=cameras]/mbr/uplink",
                "SD-Core holds at most 9223372036854775807");
    }

    @Test
    void anEndpointsBitrateIsExactUpToWhatTheCoreHolds() throws Exception {
        at(RTSP + "/mbr").put("uplink", "2147483647");

        assertThat(rule("video-wall-rtsp").path("app-mbr-uplink").asInt()).isEqualTo(2147483647);
    }

    @Test
    void anEndpointsBitrateBeyondWhatTheCoreHoldsIsRefused() {
        at(RTSP + "/mbr").put("uplink", "2147483648");

        assertRefused(
                "/application[application-id=video-wall]/endpoint[endpoint-id=rtsp]/mbr/uplink",
                "SD-Core holds at most 2147483647");
    }

    @Test
    void aUserPlanesBitrateIsExactInAll64Bits() throws Exception {
        at(VIDEO + "/mbr").put("uplink", "18446744073709551615");

        JsonNode quality = object("user plane slice 'video'").body().path("sliceQos");
        assertThat(quality.path("uplinkMBR").bigIntegerValue()).isEqualTo(new BigInteger("18446744073709551615"));
    }

    @ParameterizedTest
    @CsvSource({"TCP, 6", "UDP, 17"})
    void aProtocolIsWrittenAsItsNumber(String protocol, int number) throws Exception {
        at(RTSP).put("protocol", protocol);

        assertThat(rule("video-wall-rtsp").path("protocol").asInt()).isEqualTo(number);
    }

    @Test
    void anEndpointWithoutLastPortHasOnePort() throws Exception {
        at(RTSP).remove("port-end");

        assertThat(rule("video-wall-rtsp").path("dest-port-end").asInt()).isEqualTo(554);
    }

    @ParameterizedTest
    @CsvSource({"true, permit", "false, deny"})
    void aFilterPermitsOrDenies(boolean allow, String action) throws Exception {
        at(VIDEO + "/filter/0").put("allow", allow);

        assertThat(rule("video-wall-rtsp").path("action").asText()).isEqualTo(action);
    }

    @Test
    void aFigureThatTheTrafficClassLeavesOutGetsTheAdaptersOwn() throws Exception {
        at("/onf-traffic-class:traffic-class/1").remove(List.of("qci", "arp", "pelr", "pdb"));

        assertThat(rule("video-wall-rtsp").path("traffic-class"))
                .isEqualTo(JSON.readTree("{\"name\":\"video\",\"qci\":9,\"arp\":9,\"pdb\":300,\"pelr\":6}"));
    }

    @Test
    void anEndpointWithoutTrafficClassGetsOneWithoutName() throws Exception {
        at(RTSP).remove("traffic-class");

        assertThat(rule("video-wall-rtsp").path("traffic-class"))
                .isEqualTo(JSON.readTree("{\"name\":\"\",\"qci\":9,\"arp\":9,\"pdb\":300,\"pelr\":6}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALLOW-ALL    | permit 0.0.0.0/0 250
            DENY-ALL     | deny 0.0.0.0/0 250
            ALLOW-PUBLIC | deny 10.0.0.0/8 250, deny 172.16.0.0/12 251, deny 192.168.0.0/16 252, permit 0.0.0.0/0 253
            """)
    void theDefaultBehaviorIsRulesAfterAllFilters(String behavior, String expected) throws Exception {
        at(VIDEO).put("default-behavior", behavior).remove("filter");

        assertThat(slice().path("application-filtering-rules")
                        .valueStream()
                        .map(rule -> rule.path("action").asText() + " "
                                + rule.path("endpoint").asText() + " "
                                + rule.path("priority").asText()))
                .containsExactly(expected.split(", ", -1));
    }

    @Test
    void whatTheCoreHasNoWordsForIsNotSent() throws Exception {
        List<BackendObject> before = SdCoreTranslation.translate(enterprise);

        at(VIDEO).remove(List.of("priority-traffic-rule", "xapp"));
        at(SITE + "/ip-domain/0").put("admin-status", "DISABLE");
        at("").remove("onf-template:template");

        assertThat(SdCoreTranslation.translate(enterprise)).isEqualTo(before);
    }

    @Test
    void theSameNameFromTwoSitesAtOneCoreIsRefused() {
        ObjectNode second = at(SITE).deepCopy();
        second.put("site-id", "lyon");
        ((ArrayNode) enterprise.path("onf-site:site")).add(second);

        assertRefused(
                "/site[site-id=lyon]/device-group[device-group-id=cameras]",
                "the same core has this name from /site[site-id=berlin]/device-group[device-group-id=cameras]");
    }

    @ParameterizedTest
    @CsvSource({"ftp://core", "core:5000", "http://", "http://a b"})
    void anEndpointThatIsNoHttpServerIsRefused(String endpoint) {
        at(SITE + "/connectivity-service/core-5g").put("endpoint", endpoint);

        assertThatExceptionOfType(UntranslatableException.class)
                .isThrownBy(() -> SdCoreTranslation.translate(enterprise))
                .withMessageContaining("/site[site-id=berlin]/connectivity-service/core-5g/endpoint");
    }

    @Test
    void everySliceThatCannotBeTranslatedIsNamedAtOnce() {
        at(CAMERAS + "/mbr").put("uplink", "9223372036854775808");
        at(FLEET).remove("sst");

        assertThatExceptionOfType(UntranslatableException.class)
                .isThrownBy(() -> SdCoreTranslation.translate(enterprise))
                .satisfies(e -> assertThat(e.violations()).hasSize(2));
    }

    private ObjectNode at(String pointer) {
        return (ObjectNode) enterprise.at(pointer);
    }

    private JsonNode slice() throws UntranslatableException {
        return object("network slice 'video'").body();
    }

    private JsonNode rule(String name) throws UntranslatableException {
        return slice().path("application-filtering-rules")
                .valueStream()
                .filter(rule -> rule.path("rule-name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private BackendObject object(String title) throws UntranslatableException {
        return SdCoreTranslation.translate(enterprise).stream()
                .filter(object -> object.key().toString().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(String path, String reason) {
        assertThatExceptionOfType(UntranslatableException.class)
                .isThrownBy(() -> SdCoreTranslation.translate(enterprise))
                .satisfies(e -> assertThat(e.violations())
                        .extracting(violation -> violation.path().toString(), Violation::message)
                        .contains(tuple(path, reason)));
    }
}
