package dev.trimtab.models;

import dev.trimtab.core.model.LoadedModel;
import java.util.HashSet;
import java.util.Set;

/** A corpus as one model. */
enum Corpus {
    OPENCONFIG("openconfig", Set.of(), Set.of()),
    IETF("ietf", Set.of("ietf-template"), Unjudged.IETF);

    private final String folder;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<String> without;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<String> unjudged;

    Corpus(String folder, Set<String> without, Set<String> unjudged) {
        this.folder = folder;
        this.without = without;
        this.unjudged = unjudged;
    }

    /** Loads every module whose imports are there; skips the test where the files are not. */
    LoadedModel load() {
        return load(without);
    }

    /** Without the modules that keep yanglint 2.1.30 from judging the others. */
    LoadedModel loadJudged() {
        Set<String> all = new HashSet<>(without);
        all.addAll(unjudged);
        return load(all);
    }

    private LoadedModel load(Set<String> out) {
        return ModelCatalog.load(folder, folder, ModelCatalog.complete(folder, out));
    }

    private static final class Unjudged {
        static final Set<String> IETF = Set.of(
                "ietf-connectionless-oam", // mounts where RFC 8528 has it not, and yanglint insists
                "ietf-connectionless-oam-methods",
                "ietf-microwave-radio-link", // names identities that the iana-if-type of the corpus is too old for
                "ietf-voucher-request", // augments yang-data, which yanglint does not find
                "example-dhcpv6-server-conf"); // has a default that refers to nothing: no configuration is valid
    }
}
