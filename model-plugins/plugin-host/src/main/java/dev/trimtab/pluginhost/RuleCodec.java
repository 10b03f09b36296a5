package dev.trimtab.pluginhost;

import dev.trimtab.model.Path;
import dev.trimtab.proto.plugin.v1.MigrationRule;
import dev.trimtab.proto.plugin.v1.MigrationRule.Convert;
import dev.trimtab.proto.plugin.v1.MigrationRule.Default;
import dev.trimtab.proto.plugin.v1.MigrationRule.Drop;
import dev.trimtab.proto.plugin.v1.MigrationRule.LeaveToCode;
import dev.trimtab.proto.plugin.v1.MigrationRule.Move;
import dev.trimtab.proto.plugin.v1.ValueConversion;
import dev.trimtab.proto.plugin.v1.ValueSource;
import java.math.BigDecimal;

/** Rules of migrations as the contract's messages, and back. */
final class RuleCodec {
    private RuleCodec() {}

    static MigrationRule encode(dev.trimtab.model.MigrationRule rule) {
        var message = MigrationRule.newBuilder();
        switch (rule) {
            case dev.trimtab.model.MigrationRule.Move(Path from, Path to) ->
                message.setMove(Move.newBuilder().setFrom(from.toString()).setTo(to.toString()));
            case dev.trimtab.model.MigrationRule.Convert(Path from, Path to, var conversion, String reason) ->
                message.setConvert(Convert.newBuilder()
                        .setFrom(from.toString())
                        .setTo(to.toString())
                        .setConversion(encode(conversion))
                        .setReason(reason));
            case dev.trimtab.model.MigrationRule.Drop drop -> message.setDrop(encode(drop));
            case dev.trimtab.model.MigrationRule.Default(Path to, var source, String reason) ->
                message.setDefault(Default.newBuilder()
                        .setTo(to.toString())
                        .setSource(encode(source))
                        .setReason(reason));
            case dev.trimtab.model.MigrationRule.LeaveToCode(Path from) ->
                message.setLeaveToCode(LeaveToCode.newBuilder().setFrom(from.toString()));
        }
        return message.build();
    }

    private static Drop.Builder encode(dev.trimtab.model.MigrationRule.Drop drop) {
        var message = Drop.newBuilder().setFrom(drop.from().toString()).setReason(drop.reason());
        return drop.implied() == null ? message : message.setImplied(encode(drop.implied()));
    }

    private static ValueSource encode(dev.trimtab.model.ValueSource source) {
        var message = ValueSource.newBuilder();
        return switch (source) {
            case dev.trimtab.model.ValueSource.Constant(String text) ->
                message.setConstant(text).build();
            case dev.trimtab.model.ValueSource.TargetName _ ->
                message.setTargetName(ValueSource.TargetName.getDefaultInstance())
                        .build();
            case dev.trimtab.model.ValueSource.Leaf(Path path) ->
                message.setLeaf(path.toString()).build();
        };
    }

    private static ValueConversion encode(dev.trimtab.model.ValueConversion conversion) {
        var message = ValueConversion.newBuilder();
        return switch (conversion) {
            case dev.trimtab.model.ValueConversion.Mapping(var texts) ->
                message.setMapping(ValueConversion.Mapping.newBuilder().putAllTexts(texts))
                        .build();
            case dev.trimtab.model.ValueConversion.Scale(BigDecimal multiplier, BigDecimal divisor) ->
                message.setScale(ValueConversion.Scale.newBuilder()
                                .setMultiplier(multiplier.toString())
                                .setDivisor(divisor.toString()))
                        .build();
            case dev.trimtab.model.ValueConversion.Templates(var texts) ->
                message.setTemplates(ValueConversion.Templates.newBuilder().addAllTexts(texts))
                        .build();
        };
    }

    /** @throws IllegalArgumentException for a rule that is none */
    static dev.trimtab.model.MigrationRule decode(MigrationRule message) {
        return switch (message.getRuleCase()) {
            case MOVE ->
                new dev.trimtab.model.MigrationRule.Move(
                        Path.parse(message.getMove().getFrom()),
                        Path.parse(message.getMove().getTo()));
            case CONVERT -> decode(message.getConvert());
            case DROP -> decode(message.getDrop());
            case DEFAULT ->
                new dev.trimtab.model.MigrationRule.Default(
                        Path.parse(message.getDefault().getTo()),
                        decode(message.getDefault().getSource()),
                        message.getDefault().getReason());
            case LEAVE_TO_CODE ->
                new dev.trimtab.model.MigrationRule.LeaveToCode(
                        Path.parse(message.getLeaveToCode().getFrom()));
            case RULE_NOT_SET -> throw new IllegalArgumentException("a rule of a kind that is not known");
        };
    }

    private static dev.trimtab.model.MigrationRule decode(Convert convert) {
        return new dev.trimtab.model.MigrationRule.Convert(
                Path.parse(convert.getFrom()),
                Path.parse(convert.getTo()),
                decode(convert.getConversion()),
                convert.getReason());
    }

    private static dev.trimtab.model.MigrationRule decode(Drop drop) {
        return new dev.trimtab.model.MigrationRule.Drop(
                Path.parse(drop.getFrom()), drop.hasImplied() ? decode(drop.getImplied()) : null, drop.getReason());
    }

    private static dev.trimtab.model.ValueSource decode(ValueSource message) {
        return switch (message.getSourceCase()) {
            case CONSTANT -> new dev.trimtab.model.ValueSource.Constant(message.getConstant());
            case TARGET_NAME -> new dev.trimtab.model.ValueSource.TargetName();
            case LEAF -> new dev.trimtab.model.ValueSource.Leaf(Path.parse(message.getLeaf()));
            case SOURCE_NOT_SET -> throw new IllegalArgumentException("a value from a source that is not known");
        };
    }

    private static dev.trimtab.model.ValueConversion decode(ValueConversion message) {
        return switch (message.getConversionCase()) {
            case MAPPING ->
                new dev.trimtab.model.ValueConversion.Mapping(
                        message.getMapping().getTextsMap());
            case SCALE ->
                new dev.trimtab.model.ValueConversion.Scale(
                        number(message.getScale().getMultiplier()),
                        number(message.getScale().getDivisor()));
            case TEMPLATES ->
                new dev.trimtab.model.ValueConversion.Templates(
                        message.getTemplates().getTextsList());
            case CONVERSION_NOT_SET -> throw new IllegalArgumentException("a conversion that is not known");
        };
    }

    /** Bounded before it is read: a number of many digits costs the square of them. */
    private static BigDecimal number(String text) {
        if (text.length() > 2 * dev.trimtab.model.ValueConversion.Scale.DIGITS_MAX) {
            throw new IllegalArgumentException("a factor of " + text.length() + " characters");
        }
        return new BigDecimal(text);
    }
}
