package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.v1.MigratedValue;

/** Says on the wire what became of a value in a migration. */
final class MigratedValues {
    private MigratedValues() {}

    static MigratedValue of(TargetId target, MigrationNote note) {
        var message = MigratedValue.newBuilder()
                .setTarget(target.value())
                .setKind(
                        switch (note.kind()) {
                            case LOST -> MigratedValue.Kind.KIND_LOST;
                            case INVENTED -> MigratedValue.Kind.KIND_INVENTED;
                            case CHANGED -> MigratedValue.Kind.KIND_CHANGED;
                        })
                .setReason(note.reason());
        if (note.from() != null) {
            message.setFrom(GnmiPaths.encode(note.from()));
        }
        if (note.to() != null) {
            message.setTo(GnmiPaths.encode(note.to()));
        }
        if (note.before() != null) {
            message.setBefore(note.before());
        }
        if (note.after() != null) {
            message.setAfter(note.after());
        }
        return message.build();
    }
}
