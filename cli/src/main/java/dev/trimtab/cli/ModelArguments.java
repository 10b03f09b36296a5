package dev.trimtab.cli;

import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.ResourceUrls;
import picocli.CommandLine.Parameters;

/** Which model. */
final class ModelArguments {
    @Parameters(index = "0", paramLabel = "NAME", description = "the model's name")
    private String name = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "its version, such as 2.1.0")
    private String version = "";

    ApiRequest request(String method) {
        return new ApiRequest(method, ResourceUrls.model(name, version));
    }
}
