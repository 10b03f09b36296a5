package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.Stream.list;
import static dev.trimtab.app.gnmi.Stream.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.SubscriptionList.Mode;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Defaults that conditions and choices bring into use and take out of it, as readers and followers see them. */
class DefaultsInUseTest {
    private static final String MODULE = """
            module hut {
              yang-version 1.1; namespace 'urn:hut'; prefix h;
              leaf mode { type string { pattern '[abc]'; } default a; }
              leaf warm { when "../mode = 'b'"; type uint8; default 20; }
              container stove {
                when '../warm > 10';
                leaf heat { type uint8; default 3; }
                leaf-list fuel { ordered-by user; type string; default wood; default coal; }
                container flue { leaf open { type string; default yes; } leaf sooty { when '../open = "yes"'; type string; default no; } }
              }
              choice way {
                default road;
                case road {
                  leaf lanes { type uint8; default 2; }
                  container sign { leaf text { type string; default stop; } }
                }
                case rail { leaf gauge { type uint16; } leaf bell { type string; default ding; } }
              }
              leaf crowd { when 'count(../room) > 1'; type string; default many; }
              list room {
                key name;
                leaf name { type string; }
                leaf kind { type string; default plain; }
                leaf lamp { when "../kind = 'plain' and /h:mode != 'c'"; type string; default on; }
                container extra { when "../kind = 'rich'"; leaf gold { type uint8; default 1; } }
              }
              leaf beat { type uint32; }
            }""";

    private static GnmiFixture fixture;
    private static GnmiClient client;
    private String target = "";

    @BeforeAll
    static void start() throws IOException {
        fixture = GnmiFixture.start();
        client = fixture.client(GnmiFixture.ADMIN);
        addModel("1.0.0", MODULE);
        addModel("2.0.0", MODULE.replace("default many", "default crowded").replace("lanes", "tracks"));
    }

    private static void addModel(String version, String module) {
        client.update(
                "system",
                "/system/models/model[name=hut][version=" + version + "]",
                "{\"source\":[{\"file-name\":\"hut.yang\",\"implemented\":true,\"text\":" + new JsonPrimitive(module)
                        + "}]}");
    }

    @AfterAll
    static void stop() {
        client.close();
        fixture.close();
    }

    @BeforeEach
    void add() {
        target = client.target("hut", "1.0.0");
    }

    @Test
    @DisplayName("YV-22: a default whose condition is not true is not in use")
    void defaultUnderAFalseConditionIsNotThere() {
        assertThat(leaves()).doesNotContainKeys("/warm", "/stove/heat").containsEntry("/mode", "a");
        Refusals.refused(Code.NOT_FOUND, () -> client.read(target, "/warm"));
        Refusals.refused(Code.NOT_FOUND, () -> client.read(target, "/stove"));
        Refusals.refused(Code.NOT_FOUND, () -> client.read(target, "/stove/heat"));

        client.update(target, "/mode", "\"b\"");

        assertThat(leaves()).containsEntry("/warm", "20").containsEntry("/stove/flue/sooty", "no");
        assertThat(client.read(target, "/warm")).isEqualTo("20");
        assertThat(client.read(target, "/stove/heat")).isEqualTo("3");
        assertThat(client.read(target, "/stove"))
                .isEqualTo(
                        "{\"hut:heat\":3,\"hut:fuel\":[\"wood\",\"coal\"],\"hut:flue\":{\"open\":\"yes\",\"sooty\":\"no\"}}");
    }

    @Test
    @DisplayName("YV-22: the JSON of a tree has the defaults in use, and no others")
    void jsonHasTheDefaultsInUse() {
        client.update(target, "/room", "[{\"name\":\"x\"},{\"name\":\"y\",\"kind\":\"rich\"}]");

        assertThat(client.read(target, "/room[name=x]"))
                .contains("\"hut:kind\":\"plain\"", "\"hut:lamp\":\"on\"")
                .doesNotContain("gold");
        assertThat(client.read(target, "/room[name=y]")).contains("\"gold\":1").doesNotContain("lamp");
        assertThat(client.read(target, "/")).contains("\"hut:crowd\":\"many\"").doesNotContain("warm");
    }

    @Test
    @DisplayName("YV-21: the defaults of a choice are those of the case that is there, or else of the default case")
    void defaultsOfTheCaseInUse() {
        assertThat(leaves()).containsEntry("/sign/text", "stop").doesNotContainKey("/bell");
        assertThat(client.read(target, "/sign")).isEqualTo("{\"hut:text\":\"stop\"}");

        client.update(target, "/gauge", "1435");

        assertThat(leaves()).containsEntry("/bell", "ding").doesNotContainKeys("/sign/text", "/lanes");
        Refusals.refused(Code.NOT_FOUND, () -> client.read(target, "/sign"));
    }

    @Test
    @DisplayName("YV-22, OCH-3: a stream is told of the defaults that a change elsewhere brings and takes")
    void streamIsToldOfTheDefaultsOfAChange() {
        try (Stream stream = stream()) {
            stream.untilSync();

            client.update(target, "/mode", "\"b\"");
            assertThat(stream.change())
                    .contains("/mode=b", "/warm=20", "/stove/heat=3", "/stove/flue/open=yes", "/stove/flue/sooty=no")
                    .hasSize(6);
            client.update(target, "/warm", "9");
            assertThat(stream.change()).containsExactly("-/stove", "/warm=9");
            client.update(target, "/gauge", "1435");
            assertThat(stream.change()).containsExactlyInAnyOrder("-/lanes", "-/sign", "/gauge=1435", "/bell=ding");
        }
    }

    @Test
    @DisplayName("YV-22, OCH-8: what a stream told adds up to what is there, defaults in use included")
    void streamAddsUpToTheTree() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var told = new Mirror();
        try (Stream stream = stream()) {
            told.apply(stream.untilSync());
            for (int i = 1; i <= 200; i++) {
                try {
                    client.set(change(random));
                } catch (StatusRuntimeException e) {
                    assertThat(e.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
                }
                client.update(target, "/beat", Integer.toString(i));
                told.follow(stream, "/beat", Integer.toString(i));
                assertThat(told.values()).as("seed %d, step %d", seed, i).isEqualTo(leaves());
            }
        }
    }

    private SetRequest change(Random random) {
        String room = "/room[name=" + random.nextInt(3) + "]";
        var request = GnmiClient.setRequest(target);
        return switch (random.nextInt(12)) {
            case 0 ->
                request.addUpdate(GnmiClient.json("/mode", "\"" + "abc".charAt(random.nextInt(3)) + "\""))
                        .build();
            case 1 -> request.addDelete(GnmiClient.path("/mode")).build();
            case 2 ->
                request.addUpdate(GnmiClient.json("/warm", Integer.toString(random.nextInt(20))))
                        .build();
            case 3 ->
                request.addDelete(GnmiClient.path("/warm"))
                        .addDelete(GnmiClient.path("/stove"))
                        .build();
            case 4 ->
                request.addUpdate(GnmiClient.json("/stove", "{\"flue\":{\"open\":\"" + random.nextBoolean() + "\"}}"))
                        .build();
            case 5 -> request.addUpdate(GnmiClient.json("/gauge", "1435")).build();
            case 6 -> request.addDelete(GnmiClient.path("/gauge")).build();
            case 7 -> request.addUpdate(GnmiClient.json("/sign/text", "\"go\"")).build();
            case 8 ->
                request.addUpdate(GnmiClient.json(room + "/kind", random.nextBoolean() ? "\"rich\"" : "\"plain\""))
                        .build();
            case 9 -> request.addDelete(GnmiClient.path(room)).build();
            case 10 ->
                request.addReplace(GnmiClient.json(
                                "/", "{\"hut:room\":[{\"name\":\"0\"},{\"name\":\"1\",\"kind\":\"rich\"}]}"))
                        .build();
            default ->
                request.addDelete(GnmiClient.path(room + "/kind"))
                        .addDelete(GnmiClient.path("/sign"))
                        .build();
        };
    }

    @Test
    @DisplayName("OCH-8: a stream over a target that gets another model adds up to what is there then")
    void streamGoesOnInAnotherModel() {
        var told = new Mirror();
        try (Stream stream = stream()) {
            told.apply(stream.untilSync());

            client.update("system", "/system/targets/target[name=" + target + "]/version", "\"2.0.0\"");
            client.update(target, "/beat", "1");
            told.follow(stream, "/beat", "1");
        }
        assertThat(told.values()).isEqualTo(leaves()).containsKey("/tracks").doesNotContainKey("/lanes");
    }

    private Stream stream() {
        return Stream.open(client, request(list(target, Mode.STREAM, "/")));
    }

    private Map<String, String> leaves() {
        return Mirror.present(client, target).values();
    }
}
