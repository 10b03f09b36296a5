package dev.trimtab.pluginhost;

import dev.trimtab.model.Migration.Carried;
import dev.trimtab.model.Migration.Completed;
import dev.trimtab.model.Migration.Unfinished;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.plugin.v1.CarriedValue;
import dev.trimtab.proto.plugin.v1.CompleteMigrationRequest;
import dev.trimtab.proto.plugin.v1.CompleteMigrationResponse;
import dev.trimtab.proto.plugin.v1.MigratedValue;
import dev.trimtab.proto.plugin.v1.MigrationPlan;
import dev.trimtab.proto.plugin.v1.ModelVersion;

/** Migrations as the contract's messages, and back. Decoding throws {@link IllegalArgumentException} for what is none. */
final class MigrationCodec {
    private MigrationCodec() {}

    static MigrationPlan encode(dev.trimtab.model.MigrationPlan plan) {
        var message = MigrationPlan.newBuilder().setFrom(encode(plan.from())).setTo(encode(plan.to()));
        plan.rules().forEach(rule -> message.addRules(RuleCodec.encode(rule)));
        return message.build();
    }

    static dev.trimtab.model.MigrationPlan decode(MigrationPlan message) {
        return new dev.trimtab.model.MigrationPlan(
                decode(message.getFrom()),
                decode(message.getTo()),
                message.getRulesList().stream().map(RuleCodec::decode).toList());
    }

    static ModelVersion encode(ModelId id) {
        return ModelVersion.newBuilder()
                .setName(id.name())
                .setVersion(id.version())
                .build();
    }

    static ModelId decode(ModelVersion message) {
        return new ModelId(message.getName(), message.getVersion());
    }

    static CompleteMigrationRequest encode(dev.trimtab.model.MigrationPlan plan, Unfinished unfinished) {
        return CompleteMigrationRequest.newBuilder()
                .setFrom(encode(plan.from()))
                .setTo(encode(plan.to()))
                .setTarget(unfinished.target().value())
                .setOldConfig(unfinished.oldConfig())
                .setNewConfig(unfinished.newConfig())
                .build();
    }

    static Unfinished decode(CompleteMigrationRequest message) {
        return new Unfinished(new TargetId(message.getTarget()), message.getOldConfig(), message.getNewConfig());
    }

    static CompleteMigrationResponse encode(Completed completed) {
        var message = CompleteMigrationResponse.newBuilder().setNewConfig(completed.newConfig());
        completed.notes().forEach(note -> message.addNotes(encode(note)));
        for (Carried carried : completed.carried()) {
            message.addCarried(CarriedValue.newBuilder()
                    .setFrom(carried.from().toString())
                    .setTo(carried.to().toString()));
        }
        return message.build();
    }

    static Completed decode(CompleteMigrationResponse message) {
        return new Completed(
                message.getNewConfig(),
                message.getNotesList().stream().map(MigrationCodec::decode).toList(),
                message.getCarriedList().stream()
                        .map(value -> new Carried(Path.parse(value.getFrom()), Path.parse(value.getTo())))
                        .toList());
    }

    private static MigratedValue encode(MigrationNote note) {
        var message = MigratedValue.newBuilder().setReason(note.reason());
        message.setKind(
                switch (note.kind()) {
                    case LOST -> MigratedValue.Kind.KIND_LOST;
                    case INVENTED -> MigratedValue.Kind.KIND_INVENTED;
                    case CHANGED -> MigratedValue.Kind.KIND_CHANGED;
                });
        if (note.from() != null) {
            message.setFrom(note.from().toString());
        }
        if (note.to() != null) {
            message.setTo(note.to().toString());
        }
        if (note.before() != null) {
            message.setBefore(note.before());
        }
        if (note.after() != null) {
            message.setAfter(note.after());
        }
        return message.build();
    }

    private static MigrationNote decode(MigratedValue message) {
        return new MigrationNote(
                kind(message),
                message.hasFrom() ? Path.parse(message.getFrom()) : null,
                message.hasTo() ? Path.parse(message.getTo()) : null,
                message.hasBefore() ? message.getBefore() : null,
                message.hasAfter() ? message.getAfter() : null,
                message.getReason());
    }

    private static MigrationNote.Kind kind(MigratedValue message) {
        return switch (message.getKind()) {
            case KIND_LOST -> MigrationNote.Kind.LOST;
            case KIND_INVENTED -> MigrationNote.Kind.INVENTED;
            case KIND_CHANGED -> MigrationNote.Kind.CHANGED;
            case KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("a note of kind " + message.getKindValue());
        };
    }
}
