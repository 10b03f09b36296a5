package dev.trimtab.core.migration;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Migration;
import dev.trimtab.plugin.aether.v2_0.Aether20Plugin;
import dev.trimtab.plugin.aether.v2_1.Aether21Plugin;

/** Both versions of Aether, and the ways between them. */
final class Aether {
    static final LoadedModel V20 = LoadedModel.load(new Aether20Plugin().describe());
    static final LoadedModel V21 = LoadedModel.load(new Aether21Plugin().describe());
    static final Migrator UP = migrator(V20, V21);
    static final Migrator DOWN = migrator(V21, V20);

    private Aether() {}

    private static Migrator migrator(LoadedModel from, LoadedModel to) {
        Migration migration = new Aether21Plugin()
                .migrations().stream()
                        .filter(one -> one.plan().from().equals(from.id()))
                        .findFirst()
                        .orElseThrow();
        return Migrator.compile(from, to, migration);
    }
}
