package dev.trimtab.cli;

import picocli.CommandLine.Option;

/** What is configured. */
final class TargetOption {
    @Option(
            names = {"-t", "--target"},
            required = true,
            paramLabel = "TARGET",
            description = "name of the target; the server itself is 'system'")
    private String name = "";

    String name() {
        return name;
    }
}
