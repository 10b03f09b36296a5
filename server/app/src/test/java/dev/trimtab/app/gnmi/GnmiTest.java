package dev.trimtab.app.gnmi;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One server for the tests of a class, and a new target for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GnmiTest {
    GnmiFixture fixture;
    GnmiClient client;
    String target;

    @BeforeAll
    void startServer() throws IOException {
        fixture = GnmiFixture.start();
        client = fixture.client(GnmiFixture.ADMIN);
    }

    @BeforeEach
    void addTarget() {
        target = client.target();
    }

    @AfterAll
    void stopServer() {
        client.close();
        fixture.close();
    }
}
