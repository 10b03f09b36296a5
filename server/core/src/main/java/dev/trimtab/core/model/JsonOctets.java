package dev.trimtab.core.model;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Path;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets the octets of an I-JSON text pass: UTF-8 without a byte order mark, and no escape of half a surrogate pair. The JSON
 * library lets some of either pass. Source: RFC 7493 section 2.1, RFC 3629 section 4.
 */
final class JsonOctets extends FilterInputStream {
    private static final int ESCAPED_DIGITS = 4;

    private final Path path;
    private long passed;
    private int following;
    private int least = 0x80;
    private int most = 0xBF;
    private int digits = -1;
    private int escaped;
    private boolean backslash;
    private boolean highBefore;

    /** The octets of {@code in}, the JSON for {@code path}; reading throws {@code Malformed} for what may not pass. */
    JsonOctets(Path path, InputStream in) {
        super(in);
        this.path = path;
    }

    /**
     * Checks a whole text.
     *
     * @throws FailureException with {@code Malformed} naming the octet
     */
    static void check(Path path, byte[] text) {
        var octets = new JsonOctets(path, InputStream.nullInputStream());
        octets.pass(text, 0, text.length);
        octets.end();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count < 0) {
            end();
        } else {
            pass(into, from, from + count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void pass(byte[] text, int from, int to) {
        if (passed == 0 && from < to && text[from] == (byte) 0xEF) {
            throw refused("it begins with a byte order mark");
        }
        int i = from;
        while (i < to) {
            if (isPlain()) {
                while (i < to && text[i] >= 0 && text[i] != '\\') {
                    i++;
                }
            }
            if (i < to) {
                octet(text[i] & 0xFF, passed + i - from);
                i++;
            }
        }
        passed += to - from;
    }

    private boolean isPlain() {
        return following == 0 && !backslash && digits < 0 && !highBefore;
    }

    private void octet(int octet, long position) {
        if (following > 0) {
            follow(octet, position);
        } else if (digits >= 0) {
            digit(octet, position);
        } else if (backslash) {
            backslash = false;
            requireLow(octet == 'u', position);
            digits = octet == 'u' ? 0 : -1;
            escaped = 0;
        } else {
            requireLow(octet == '\\', position);
            if (octet == '\\') {
                backslash = true;
            } else if (octet >= 0x80) {
                lead(octet, position);
            }
        }
    }

    private void lead(int octet, long position) {
        following = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        if (octet < 0xC2 || octet > 0xF4) {
            throw notUtf8(position);
        }
        least = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
        most = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
    }

    private void follow(int octet, long position) {
        if (octet < least || octet > most) {
            throw notUtf8(position);
        }
        least = 0x80;
        most = 0xBF;
        following--;
    }

    /** One digit of an escape; what is no digit is left to the JSON library to refuse. */
    private void digit(int octet, long position) {
        int value = Character.digit(octet, 16);
        if (value < 0) {
            digits = -1;
            return;
        }
        escaped = escaped << 4 | value;
        if (++digits < ESCAPED_DIGITS) {
            return;
        }
        digits = -1;
        boolean low = Character.isLowSurrogate((char) escaped);
        if (low != highBefore) {
            throw halfPair(position);
        }
        highBefore = Character.isHighSurrogate((char) escaped);
    }

    private void requireLow(boolean goesOn, long position) {
        if (highBefore && !goesOn) {
            throw halfPair(position);
        }
    }

    private void end() {
        if (following > 0) {
            throw notUtf8(passed);
        }
    }

    private FailureException notUtf8(long position) {
        return refused("octet " + position + " is not UTF-8");
    }

    private FailureException halfPair(long position) {
        return refused("the escape before octet " + position + " is half a surrogate pair");
    }

    private FailureException refused(String reason) {
        return JsonReader.malformed(path, reason);
    }
}
