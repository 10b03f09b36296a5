package dev.trimtab.app.gnmi;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.model.Path;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.Extension.ExtCase;
import java.util.List;
import java.util.Locale;

/**
 * What each RPC makes of gNMI's extensions: a well-known one is done or refused, never passed over; a registered one that is not
 * ours is passed over. Source: gnmi-extensions.
 */
final class Extensions {
    private Extensions() {}

    /** Capabilities knows none of them. */
    static void checkCapabilities(List<Extension> extensions) {
        for (Extension extension : extensions) {
            switch (extension.getExtCase()) {
                case DEPTH -> throw malformed("the depth extension is for Get and Subscribe");
                case HISTORY, COMMIT, CONFIG_SUBSCRIPTION -> throw unsupported(extension, "Capabilities");
                case MASTER_ARBITRATION, REGISTERED_EXT, EXT_NOT_SET -> {}
            }
        }
    }

    /**
     * Levels that a Get or Subscribe asks for, 0 for all of them; it knows depth alone, and leaves arbitration to Set.
     *
     * @param rpc for the refusal of the others
     */
    static int depth(List<Extension> extensions, String rpc) {
        int depth = 0;
        for (Extension extension : extensions) {
            switch (extension.getExtCase()) {
                case DEPTH -> depth = levels(extension.getDepth().getLevel());
                case HISTORY, COMMIT, CONFIG_SUBSCRIPTION -> throw unsupported(extension, rpc);
                case MASTER_ARBITRATION, REGISTERED_EXT, EXT_NOT_SET -> {}
            }
        }
        return depth;
    }

    /** More levels than an int counts are all levels. */
    private static int levels(int unsigned) {
        return unsigned < 0 ? 0 : unsigned;
    }

    /** A Set that was carried out without the arbitration or the way back that it asks for would do harm. */
    static void checkSet(List<Extension> extensions) {
        for (Extension extension : extensions) {
            switch (extension.getExtCase()) {
                case DEPTH -> throw malformed("the depth extension is for Get and Subscribe");
                case COMMIT -> throw commit(extension);
                case HISTORY, CONFIG_SUBSCRIPTION, MASTER_ARBITRATION -> throw unsupported(extension, "Set");
                case REGISTERED_EXT, EXT_NOT_SET -> {}
            }
        }
    }

    private static RuntimeException commit(Extension extension) {
        return extension.getCommit().getId().isEmpty()
                ? malformed("the commit extension has no id")
                : unsupported(extension, "Set");
    }

    static RuntimeException malformed(String message) {
        return new Failure.Malformed(Path.ROOT, message).asException();
    }

    private static RuntimeException unsupported(Extension extension, String rpc) {
        return new Failure.Unsupported("the " + name(extension.getExtCase()) + " extension is not supported in " + rpc)
                .asException();
    }

    private static String name(ExtCase extension) {
        return extension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
