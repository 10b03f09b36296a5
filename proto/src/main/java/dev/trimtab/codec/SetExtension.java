package dev.trimtab.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.RegisteredExtension;
import dev.trimtab.proto.v1.ExtensionNumber;
import dev.trimtab.proto.v1.SetOptions;
import dev.trimtab.proto.v1.SetOutcome;
import java.util.List;
import java.util.Optional;

/** Trimtab's extension of gNMI's Set: options in the request, their outcome in the answer. */
public final class SetExtension {
    /** The extension's number among the registered ones. */
    public static final int NUMBER = ExtensionNumber.EXTENSION_NUMBER_SET_VALUE;

    private SetExtension() {}

    public static Extension of(SetOptions options) {
        return extension(options);
    }

    public static Extension of(SetOutcome outcome) {
        return extension(outcome);
    }

    /**
     * The options among the extensions of a SetRequest.
     *
     * @throws MalformedExtensionException where they cannot be read or are there twice
     */
    public static Optional<SetOptions> options(List<Extension> extensions) {
        return find(extensions, SetOptions.parser());
    }

    /**
     * The outcome among the extensions of a SetResponse.
     *
     * @throws MalformedExtensionException where it cannot be read or is there twice
     */
    public static Optional<SetOutcome> outcome(List<Extension> extensions) {
        return find(extensions, SetOutcome.parser());
    }

    private static Extension extension(MessageLite message) {
        return Extension.newBuilder()
                .setRegisteredExt(
                        RegisteredExtension.newBuilder().setIdValue(NUMBER).setMsg(message.toByteString()))
                .build();
    }

    private static <T> Optional<T> find(List<Extension> extensions, Parser<T> parser) {
        List<ByteString> found = extensions.stream()
                .filter(Extension::hasRegisteredExt)
                .map(Extension::getRegisteredExt)
                .filter(extension -> extension.getIdValue() == NUMBER)
                .map(RegisteredExtension::getMsg)
                .toList();
        if (found.size() > 1) {
            throw new MalformedExtensionException("extension " + NUMBER + " is there " + found.size() + " times");
        }
        return found.stream().findFirst().map(message -> parse(message, parser));
    }

    private static <T> T parse(ByteString message, Parser<T> parser) {
        try {
            return parser.parseFrom(message);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedExtensionException("extension " + NUMBER + " cannot be read", e);
        }
    }
}
