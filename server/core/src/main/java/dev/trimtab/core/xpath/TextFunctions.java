package dev.trimtab.core.xpath;

import java.util.List;

/** The functions on two texts or more. What a text costs is spent before it is made or read. */
final class TextFunctions {
    private TextFunctions() {}

    static Expr compile(Function function, List<Expr> arguments) {
        Expr text = spending(arguments.get(0));
        Expr second = spending(arguments.get(1));
        return switch (function) {
            case CONCAT -> concat(arguments);
            case STARTS_WITH -> (Expr.OfBoolean) c -> text.asText(c).startsWith(second.asText(c));
            case CONTAINS -> (Expr.OfBoolean) c -> text.asText(c).contains(second.asText(c));
            case SUBSTRING_BEFORE -> (Expr.OfText) c -> Texts.before(text.asText(c), second.asText(c));
            case SUBSTRING_AFTER -> (Expr.OfText) c -> Texts.after(text.asText(c), second.asText(c));
            case SUBSTRING -> substring(text, arguments);
            case TRANSLATE -> {
                Expr third = spending(arguments.get(2));
                yield (Expr.OfText) c -> Texts.translate(text.asText(c), second.asText(c), third.asText(c));
            }
            default -> throw new IllegalArgumentException(function + " is no function on texts");
        };
    }

    private static Expr.OfText spending(Expr argument) {
        return context -> context.spendOn(argument.asText(context));
    }

    private static Expr concat(List<Expr> arguments) {
        List<Expr.OfText> parts =
                arguments.stream().map(TextFunctions::spending).toList();
        return (Expr.OfText) context -> {
            var text = new StringBuilder();
            parts.forEach(part -> text.append(part.asText(context)));
            return text.toString();
        };
    }

    private static Expr substring(Expr text, List<Expr> arguments) {
        Expr from = arguments.get(1);
        if (arguments.size() == 2) {
            return (Expr.OfText) context -> Texts.substring(text.asText(context), from.asNumber(context));
        }
        Expr length = arguments.get(2);
        return (Expr.OfText)
                context -> Texts.substring(text.asText(context), from.asNumber(context), length.asNumber(context));
    }
}
