package dev.trimtab.modeltools;

import dev.trimtab.core.compatibility.CompatibilityReport;
import dev.trimtab.core.compatibility.ModelComparison;
import dev.trimtab.core.compatibility.VersionChange;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models compare OLD NEW}. */
@Command(
        name = "compare",
        description = {
            "Says what a client of one version of a model notices of another one, and whether the version numbers are honest"
                    + " about it. OLD and NEW are folders of YANG; every module in them is part of the model. A folder that is"
                    + " named like a version (2.1.0) has that version."
        },
        exitCodeListHeading = "%nEnds with:%n",
        exitCodeList = {
            " 0:the new version number is honest, or no versions are known",
            " 1:the changes need a larger step of the version number",
            " 2:the command line, a folder or a model in it is wrong"
        })
final class CompareCommand implements Callable<Integer> {
    static final int HONEST = 0;
    static final int DISHONEST = 1;
    static final int WRONG_INPUT = 2;
    private static final String UNKNOWN = "0.0.0";

    /** The forms of the result, as they are typed. */
    enum Form {
        table,
        json
    }

    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "OLD", description = "folder of the version that clients know")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "folder of the version that is to take its place")
    private Path now = Path.of("");

    @Option(
            names = "--import",
            paramLabel = "DIR",
            description =
                    "folder, with those below it, of modules that both versions import from; may be given several times")
    private List<Path> imports = List.of();

    @Option(names = "--old-version", paramLabel = "VERSION", description = "version of OLD, if its folder does not say")
    private @Nullable String oldVersion;

    @Option(names = "--new-version", paramLabel = "VERSION", description = "version of NEW, likewise")
    private @Nullable String newVersion;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table for people, json for programs")
    private Form form = Form.table;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    CompareCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Optional<String> before = version(oldVersion, old);
        Optional<String> after = version(newVersion, now);
        LoadedModel oldModel = load(old, before.orElse(UNKNOWN));
        LoadedModel newModel = load(now, after.orElse(UNKNOWN));
        Optional<VersionChange> declared = before.isPresent() && after.isPresent()
                ? Optional.of(declared(oldModel.id(), newModel.id()))
                : Optional.empty();
        CompatibilityReport report = ModelComparison.compare(oldModel, newModel);
        var printed = new PrintedReport(report, before.orElse(old.toString()), after.orElse(now.toString()), declared);
        out.print(form == Form.json ? printed.json() : printed.text());
        out.flush();
        return printed.honest() ? HONEST : DISHONEST;
    }

    private static Optional<String> version(@Nullable String given, Path folder) {
        return given != null ? Optional.of(given) : ModelFolder.version(folder);
    }

    private static VersionChange declared(ModelId old, ModelId now) {
        try {
            return VersionChange.between(old, now);
        } catch (IllegalArgumentException e) {
            throw new WrongInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private LoadedModel load(Path folder, String version) {
        try {
            var id = new ModelId("model", version);
            return LoadedModel.load(new ModelDescription(id, folder.toString(), ModelFolder.read(folder, imports)));
        } catch (ModelLoadException | IllegalArgumentException e) {
            throw new WrongInputException(folder + ": " + e.getMessage(), e);
        }
    }
}
