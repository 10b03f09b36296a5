package dev.trimtab.app.gnmi;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.proto.gnmi.Encoding;
import java.util.List;

/** The encodings of values that are spoken; asked for and unknown ones are refused, never replaced. */
enum ValueEncoding {
    /** Numbers of 64 bits are strings here too; names have no module. */
    JSON(0),
    /** RFC 7951. */
    JSON_IETF(1),
    /** One scalar a leaf. */
    PROTO(2);

    static final List<Encoding> SUPPORTED = List.of(Encoding.JSON, Encoding.JSON_IETF, Encoding.PROTO);

    private final int slot;

    ValueEncoding(int slot) {
        this.slot = slot;
    }

    /** Place in an array with one element for each encoding. */
    int slot() {
        return slot;
    }

    /**
     * @param number as it came, for an enumeration that a newer protocol may have extended
     * @throws dev.trimtab.core.failure.FailureException with {@code Unsupported}
     */
    static ValueEncoding of(Encoding encoding, int number) {
        return switch (encoding) {
            case JSON -> JSON;
            case JSON_IETF -> JSON_IETF;
            case PROTO -> PROTO;
            case ASCII, BYTES, UNRECOGNIZED ->
                throw new Failure.Unsupported("encoding "
                                + (encoding == Encoding.UNRECOGNIZED ? Integer.toString(number) : encoding.name())
                                + " is not supported; supported are " + SUPPORTED)
                        .asException();
        };
    }

    /** Whether names are qualified as RFC 7951 has it. */
    boolean strict() {
        return this == JSON_IETF;
    }
}
