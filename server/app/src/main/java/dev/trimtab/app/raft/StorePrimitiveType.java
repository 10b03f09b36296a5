package dev.trimtab.app.raft;

import io.atomix.primitive.PrimitiveBuilder;
import io.atomix.primitive.PrimitiveManagementService;
import io.atomix.primitive.PrimitiveType;
import io.atomix.primitive.PrimitiveTypeRegistry;
import io.atomix.primitive.config.PrimitiveConfig;
import io.atomix.primitive.service.PrimitiveService;
import io.atomix.primitive.service.ServiceConfig;
import java.util.Collection;
import java.util.List;

/**
 * Tells Atomix which state machine to make.
 *
 * <p>Only the raft layer is used, so there are no primitives to configure or build.
 */
@SuppressWarnings("rawtypes") // as the library declares it
final class StorePrimitiveType implements PrimitiveType {
    /** In the log and in snapshots: never changes. */
    private static final String NAME = "trimtab-store";

    private final StoreView view;
    private final JournalFlush flush;

    StorePrimitiveType(StoreView view, JournalFlush flush) {
        this.view = view;
        this.flush = flush;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PrimitiveService newService(ServiceConfig config) {
        return new StoreService(this, view, flush);
    }

    @Override
    public PrimitiveConfig newConfig() {
        throw new UnsupportedOperationException("the store is not configured as a primitive");
    }

    @Override
    public PrimitiveBuilder newBuilder(String name, PrimitiveConfig config, PrimitiveManagementService management) {
        throw new UnsupportedOperationException("the store is not built as a primitive");
    }

    /** A registry with this type alone; the library's own scans the class path. */
    PrimitiveTypeRegistry registry() {
        return new PrimitiveTypeRegistry() {
            @Override
            public Collection<PrimitiveType> getPrimitiveTypes() {
                return List.of(StorePrimitiveType.this);
            }

            @Override
            public PrimitiveType getPrimitiveType(String typeName) {
                if (!typeName.equals(NAME)) {
                    throw new IllegalArgumentException("the log has an entry of a primitive '" + typeName + "'");
                }
                return StorePrimitiveType.this;
            }
        };
    }
}
