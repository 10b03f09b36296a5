package dev.trimtab.core.migration;

import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.Violation;
import java.util.List;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;

/** What a migration comes to. */
public sealed interface MigrationResult {

    /**
     * The configuration in the new version, not validated yet.
     *
     * @param root the whole tree
     * @param notes every value that is lost, invented or changed; the lost ones first, each kind in the order of its paths
     */
    record Migrated(ContainerNode root, List<MigrationNote> notes) implements MigrationResult {
        public Migrated {
            notes = List.copyOf(notes);
        }
    }

    /**
     * There is no way for this configuration.
     *
     * @param reasons at least one, with paths of the old version, sorted
     */
    record Refused(List<Violation> reasons) implements MigrationResult {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
