package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.TestServer.ADMIN;
import static dev.trimtab.core.transaction.TestServer.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Models that are added and removed while the service runs, as the configuration of the target {@code system}. */
class AddedModelsTest {
    private static final ModelId LAMP = new ModelId("lamp", "1.0.0");
    private static final String TEXT = "module lamp { namespace 'urn:lamp'; prefix l; leaf watts { type uint8; } }";

    private final TestServer server = new TestServer(TestModels.all());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addedModelServesTargetsAndARemovedOneDoesNot() {
        server.commit(lamp("1.0.0", TEXT));
        server.commit(target("hall", "1.0.0"));
        server.commit(update(new TargetId("hall"), "/watts", "40"));

        assertThat(server.models().require(LAMP).model().root().child("watts")).isNotNull();
        assertThat(violations(update(new TargetId("hall"), "/watts", "256"))).hasSize(1);

        server.commit(remove("/system/targets/target[name=hall]"));
        server.commit(remove("/system/models/model[name=lamp][version=1.0.0]"));

        assertThat(server.models().find(LAMP)).isEmpty();
        assertThat(violations(target("hall", "1.0.0")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("lamp 1.0.0 is not loaded"));
    }

    @Test
    void oneTransactionAddsAModelATargetAndItsConfiguration() {
        server.commit(lamp("1.0.0", TEXT), target("hall", "1.0.0"), update(new TargetId("hall"), "/watts", "40"));

        assertThat(server.targets().require(new TargetId("hall")).model().id()).isEqualTo(LAMP);
        assertThat(server.store().lastIndex()).isEqualTo(1);
    }

    @Test
    void textThatDoesNotLoadIsRefusedWithItsFileAndReasonAndNothingIsStored() {
        List<Violation> violations =
                violations(lamp("1.0.0", "module lamp { namespace 'urn:lamp'; prefix l; leaf x { type nope; } }"));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.path()).hasToString("/system/models/model[name=lamp][version=1.0.0]");
            assertThat(violation.message()).contains("lamp.yang", "nope");
        });
        assertThat(server.store().lastIndex()).isZero();
        assertThat(server.models().find(LAMP)).isEmpty();
    }

    @Test
    void whatMakesAModelIsFixedAndTheSameTextAgainChangesNothing() {
        server.commit(lamp("1.0.0", TEXT));

        assertThat(server.commit(lamp("1.0.0", TEXT)).index()).isZero();
        assertThat(violations(lamp("1.0.0", TEXT.replace("uint8", "uint16"))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("add another version"));
        server.commit(lamp("1.1.0", TEXT.replace("uint8", "uint16")));
        assertThat(server.models().added()).containsExactlyInAnyOrder(LAMP, new ModelId("lamp", "1.1.0"));
    }

    @Test
    void modelInUseIsNotRemovedAndItsTargetsAreNamed() {
        server.commit(lamp("1.0.0", TEXT), target("hall", "1.0.0"), target("attic", "1.0.0"));

        assertThat(violations(remove("/system/models/model[name=lamp][version=1.0.0]")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("in use by target attic, hall"));
        assertThat(violations(remove("/system/models"))).hasSize(1);
        server.commit(remove("/system/targets"), remove("/system/models"));
        assertThat(server.models().added()).isEmpty();
    }

    @Test
    void targetThatIsAddedWithAModelThatIsRemovedIsRefused() {
        server.commit(lamp("1.0.0", TEXT));

        assertThat(violations(target("hall", "1.0.0"), remove("/system/models/model[name=lamp][version=1.0.0]")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("is not loaded"));
    }

    @Test
    void builtInModelIsNeitherReplacedNorIsTheServersOwn() {
        String shop = """
                {"source":[{"file-name":"shop.yang","text":"module shop { namespace 'urn:shop'; prefix s; }","implemented":true}]}""";

        assertThat(violations(update(TargetId.SYSTEM, "/system/models/model[name=shop][version=1.0.0]", shop)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("built in"));
        assertThat(violations(update(TargetId.SYSTEM, "/system/models/model[name=system][version=2.0.0]", shop)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.appTag()).isEqualTo("model-name-reserved"));
    }

    @Test
    void boundsAreKept() {
        server.restart(TestModels.all(), TransactionSettings.DEFAULT.withModels(new ModelBounds(1, TEXT.length(), 1)));

        assertThat(violations(lamp("1.0.0", TEXT + " ")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("characters", "at most"));
        server.commit(lamp("1.0.0", TEXT));
        assertThat(violations(lamp("1.1.0", TEXT))).extracting(Violation::rule).containsExactly("models-max");
    }

    @Test
    void dryRunAddsNothing() {
        CommitResult result = server.service()
                .commit(new Command(ADMIN, List.of(lamp("1.0.0", TEXT)), "", "", java.util.Map.of(), true));

        assertThat(result.targets()).containsKey(TargetId.SYSTEM);
        assertThat(server.models().find(LAMP)).isEmpty();
    }

    @Test
    void restartServesWhatTheLogSays() {
        server.commit(lamp("1.0.0", TEXT), target("hall", "1.0.0"), update(new TargetId("hall"), "/watts", "40"));
        server.commit(lamp("1.1.0", TEXT), target("attic", "1.1.0"));
        server.commit(lamp("1.2.0", TEXT));
        server.commit(remove("/system/models/model[name=lamp][version=1.2.0]"));
        server.commit(lamp("1.2.0", TEXT.replace("uint8", "uint16")));

        server.restart(TestModels.all(), TransactionSettings.DEFAULT);

        assertThat(server.models().added())
                .extracting(ModelId::version)
                .containsExactlyInAnyOrder("1.0.0", "1.1.0", "1.2.0");
        ServedModel newest = server.models().require(new ModelId("lamp", "1.2.0"));
        assertThat(newest.model().description().sources().getFirst().text()).contains("uint16");
        assertThat(violations(update(new TargetId("hall"), "/watts", "256"))).hasSize(1);
        assertThat(server.targets().require(new TargetId("attic")).model().id().version())
                .isEqualTo("1.1.0");
    }

    private static Operation lamp(String version, String text) {
        String entry = """
                {"title":"Lamps","source":[{"file-name":"lamp.yang","text":"%s","implemented":true}]}""".formatted(text);
        return update(TargetId.SYSTEM, "/system/models/model[name=lamp][version=" + version + "]", entry);
    }

    private static Operation target(String name, String version) {
        return update(
                TargetId.SYSTEM,
                "/system/targets/target[name=" + name + "]",
                "{\"model\":\"lamp\",\"version\":\"" + version + "\"}");
    }

    private static Operation remove(String path) {
        return new Operation.Delete(TargetId.SYSTEM, Path.parse(path));
    }

    private List<Violation> violations(Operation... operations) {
        FailureException e = catchThrowableOfType(FailureException.class, () -> server.commit(operations));
        assertThat(e.failure()).isInstanceOf(Failure.Invalid.class);
        return ((Failure.Invalid) e.failure()).violations();
    }
}
