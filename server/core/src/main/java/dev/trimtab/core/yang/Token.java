package dev.trimtab.core.yang;

import org.opendaylight.yangtools.yang.ir.IRArgument;

/** A lexical element of YANG (RFC 7950 section 6.1); columns and lines count from 1. */
sealed interface Token {
    int line();

    int column();

    /** A brace or a semicolon. */
    record Punctuation(char sign, int line, int column) implements Token {
        @Override
        public String toString() {
            return "'" + sign + "'";
        }
    }

    /** A string without quotes: a keyword, an argument, or the sign of concatenation. */
    record Word(String text, int line, int column) implements Token {
        @Override
        public String toString() {
            return "'" + Statements.shortened(text) + "'";
        }
    }

    /** A string in quotes, with its indentation stripped and its escapes still in it. */
    record Quoted(IRArgument.Single argument, int line, int column) implements Token {
        @Override
        public String toString() {
            return "a string in quotes";
        }
    }

    record End(int line, int column) implements Token {
        @Override
        public String toString() {
            return "the end of the file";
        }
    }
}
