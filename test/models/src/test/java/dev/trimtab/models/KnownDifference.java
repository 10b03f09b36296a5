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
            weAccept(
                    "RFC 7950 section 7.6.1: the default of a leaf whose when is false is not in use, and not compared by unique",
                    "leaf a { type string; } list l { key k; unique u; leaf k { type string; }"
                            + " leaf u { when \"/a = 'x'\"; type string; default y; } }",
                    "{\"w:l\":[{\"k\":\"1\"},{\"k\":\"2\"}]}"),
            weAccept(
                    "RFC 7950 section 7.6.1: the default of a leaf in a presence container that is not there is not in use, nor compared",
                    "list l { key k; unique c/u; leaf k { type string; }"
                            + " container c { presence p; leaf u { type string; default y; } } }",
                    "{\"w:l\":[{\"k\":\"1\"},{\"k\":\"2\"}]}"),
            weAccept(
                    "RFC 7950 section 7.6.1: the default of a leaf in a case that is not chosen is not in use, nor compared",
                    "list l { key k; unique c/d/u; leaf k { type string; }"
                            + " choice c { case d { leaf u { type string; default y; } } leaf e { type string; } } }",
                    "{\"w:l\":[{\"k\":\"1\"},{\"k\":\"2\"}]}"),
            weAccept(
                    "RFC 7950 section 10.3.1: deref() of a reference to nothing is an empty node-set",
                    "leaf a { type leafref { path \"../b\"; require-instance false; } } leaf b { type string; }"
                            + " container c { presence p; must \"not(deref(/a))\"; }",
                    "{\"w:a\":\"x\",\"w:c\":{}}"),
            weAccept(
                    "RFC 7950 section 6.4.1: a container without presence is there, and an instance-identifier may name it",
                    "container c { leaf a { type string; } } leaf i { type instance-identifier; }",
                    "{\"w:i\":\"/w:c\"}"),
            weAccept(
                    "XPath 1.0 section 4.4: the number of an empty text is NaN, and so is a sum with it",
                    "leaf a { type string; must \"not(sum(/a) < 2)\"; }",
                    "{\"w:a\":\"\"}"),
            weAccept(
                    "XPath 1.0 section 5.1: the root is no element, and no ancestor that * selects",
                    "list l { key k; must \"count(ancestor-or-self::*) = 1\"; leaf k { type string; } }",
                    "{\"w:l\":[{\"k\":\"a\"}]}"),
            weRefuse(
                    "RFC 7950 section 7.9: a node of a choice within a case is a node of that case, whose containers are there",
                    "choice c { case d { choice e { leaf x { type string; } leaf y { type string; } }"
                            + " container f { must \"false()\"; leaf g { type string; } } } leaf z { type string; } }",
                    "{\"w:x\":\"a\"}",
                    "'false\\(\\)' is not true"),
            weRefuse(
                    "RFC 7950 sections 9.2.1 and 9.3.1: there is no space in the lexical representation of a number",
                    "leaf a { type uint64; }",
                    "{\"w:a\":\"1 \"}",
                    "'( .*|.* )' is not a (u?int64|decimal64)"),
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
