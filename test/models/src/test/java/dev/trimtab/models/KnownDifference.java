package dev.trimtab.models;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where yanglint 2.1.30 and the server give different verdicts and the RFC decides for the server. Each has a witness that is
 * tested to be still judged differently, so that an entry that is no longer needed is found.
 *
 * @param why the paragraph that decides
 * @param statements body of a module {@code w} that shows it
 * @param document a configuration of that module
 * @param weAccept our verdict, the opposite of yanglint's
 * @param told what we say of it where random documents meet it; otherwise it explains no difference between random documents
 */
record KnownDifference(String why, String statements, String document, boolean weAccept, Pattern told) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static final List<KnownDifference> ALL = List.of(
            weAccept(
                    "RFC 7950 section 7.5.1: a container without presence and without content says nothing, also below a when",
                    "leaf a { type string; } container c { when \"../a = 'x'\"; container d { } }",
                    "{\"w:c\":{\"d\":{}}}"),
            weAccept(
                    "RFC 7950 section 6.4.1: a default in use is there for expressions, also at the top",
                    "leaf a { type string; default x; } container c { when \"/a = 'x'\"; leaf b { type string; } }",
                    "{\"w:c\":{\"b\":\"y\"}}"),
            weAccept(
                    "RFC 6991 section 4: the pattern of an IPv6 address takes leading zeros in the IPv4 address that it embeds",
                    "import ietf-inet-types { prefix i; } leaf a { type i:ipv6-address; }",
                    "{\"w:a\":\"::192.0.2.01\"}"),
            weRefuse(
                    "RFC 7950 section 9.2.1: there is no space in the lexical representation of an integer",
                    "leaf a { type uint64; }",
                    "{\"w:a\":\"1 \"}",
                    "'( .*|.* )' is not a u?int64"),
            weRefuse(
                    "RFC 7950 section 9.2.1: hexadecimal is for defaults in modules",
                    "leaf a { type uint64; }",
                    "{\"w:a\":\"0x10\"}",
                    "'0x10' is not a u?int64"));

    private static KnownDifference weAccept(String why, String statements, String document) {
        return new KnownDifference(why, statements, document, true, NOTHING);
    }

    private static KnownDifference weRefuse(String why, String statements, String document, String told) {
        return new KnownDifference(why, statements, document, false, Pattern.compile(told));
    }

    /** Whether this is why we refuse a random document and yanglint does not. */
    boolean explains(List<String> objections) {
        return !weAccept && told.matcher(objections.getFirst()).find();
    }

    @Override
    public String toString() {
        return why;
    }
}
