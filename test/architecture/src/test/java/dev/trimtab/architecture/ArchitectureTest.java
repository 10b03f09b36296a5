package dev.trimtab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.trimtab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.trimtab.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_NETWORK_LIBRARY = noClasses()
            .that()
            .resideInAPackage("dev.trimtab.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.grpc..", "io.netty..", "io.atomix..", "io.javalin..", "dev.trimtab.proto..");

    @ArchTest
    static final ArchRule ONLY_THE_RAFT_PACKAGE_SEES_ATOMIX = noClasses()
            .that()
            .resideOutsideOfPackage("dev.trimtab.app.raft")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.atomix..");

    @ArchTest
    static final ArchRule GNMI_MESSAGES_STOP_AT_THE_CODEC_AND_THE_EDGES = classes()
            .that()
            .resideInAPackage("dev.trimtab.proto.gnmi..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(
                    "dev.trimtab.proto..",
                    "dev.trimtab.codec",
                    "dev.trimtab.app.gnmi",
                    "dev.trimtab.app.southbound",
                    "dev.trimtab.adapter.kit",
                    "dev.trimtab.fixtures..");

    @ArchTest
    static final ArchRule EDGES_DO_NOT_KNOW_EACH_OTHER_NOR_THE_STORE = noClasses()
            .that()
            .resideInAnyPackage("dev.trimtab.app.gnmi", "dev.trimtab.app.rest")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.trimtab.app.raft", "dev.trimtab.app.southbound");

    @ArchTest
    static final ArchRule REST_KNOWS_NO_GNMI = noClasses()
            .that()
            .resideInAPackage("dev.trimtab.app.rest")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.trimtab.app.gnmi", "dev.trimtab.proto..");

    @ArchTest
    static final ArchRule COMMAND_LINE_KNOWS_THE_PUBLIC_API_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.trimtab.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.trimtab.core..", "dev.trimtab.app..", "dev.trimtab.model..");

    @ArchTest
    static final ArchRule TOOLS_FOR_MODELS_NEED_NO_SERVER = noClasses()
            .that()
            .resideInAPackage("dev.trimtab.modeltools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.trimtab.app..",
                    "dev.trimtab.core.store..",
                    "dev.trimtab.core.transaction..",
                    "dev.trimtab.core.target..");

    @ArchTest
    static final ArchRule MIGRATION_AND_COMPATIBILITY_ARE_FUNCTIONS_OF_MODELS_AND_TREES = noClasses()
            .that()
            .resideInAnyPackage("dev.trimtab.core.migration..", "dev.trimtab.core.compatibility..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.trimtab.core.store..",
                    "dev.trimtab.core.transaction..",
                    "dev.trimtab.core.target..",
                    "dev.trimtab.core.southbound..");

    @ArchTest
    static final ArchRule STORE_AND_TRANSACTION_READ_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("dev.trimtab.core.store", "dev.trimtab.core.transaction")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule STORE_AND_TRANSACTION_DRAW_NO_RANDOM_NUMBER = noClasses()
            .that()
            .resideInAnyPackage("dev.trimtab.core.store", "dev.trimtab.core.transaction")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID");
}
