package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.gnmi.ModelData;
import java.util.List;

/** What the RPCs check alike in their requests. */
final class Requests {
    private Requests() {}

    /**
     * The one target that a request is for.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code Malformed} where it names none or all of them, and {@code
     *     NotFound} for a name that no target can have
     */
    static TargetId target(GnmiPrefix prefix) {
        if (prefix.target().isEmpty()) {
            throw Extensions.malformed("missing target: the prefix names none");
        }
        if (isAllTargets(prefix)) {
            throw Extensions.malformed("target '*' is for Subscribe; name one target");
        }
        try {
            return new TargetId(prefix.target());
        } catch (IllegalArgumentException _) {
            throw new Failure.NotFound("target " + prefix.target() + " does not exist").asException();
        }
    }

    static boolean isAllTargets(GnmiPrefix prefix) {
        return prefix.target().equals(PathElement.ANY);
    }

    /** An answer restricted to some models would have to leave values out; it is refused rather than left unrestricted. */
    static void checkModels(List<ModelData> models) {
        if (!models.isEmpty()) {
            throw new Failure.Unsupported("use_models is not supported").asException();
        }
    }
}
