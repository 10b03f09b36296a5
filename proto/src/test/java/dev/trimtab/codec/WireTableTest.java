package dev.trimtab.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.trimtab.proto.gnmi.GnmiProto;
import dev.trimtab.proto.gnmi.ext.GnmiExtProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract files say what the table says, and nothing else. */
class WireTableTest {
    @Test
    @DisplayName("CAP-8 names, numbers and types are those of gNMI 0.10.0")
    void namesNumbersAndTypesAreThoseOfTheTable() throws IOException {
        Stream<String> defined = Stream.of(GnmiProto.getDescriptor(), GnmiExtProto.getDescriptor())
                .flatMap(WireTableTest::lines);

        assertThat(defined).containsExactlyInAnyOrderElementsOf(table().toList());
    }

    @Test
    @DisplayName("CAP-2 the contract carries its own version")
    void contractCarriesItsVersion() {
        String version = GnmiProto.getDescriptor().getOptions().getExtension(GnmiProto.gnmiService);

        assertThat(version).isEqualTo("0.10.0");
        assertThat(GnmiProto.gnmiService.getDescriptor().getNumber()).isEqualTo(1001);
    }

    private static Stream<String> table() throws IOException {
        try (var in = WireTableTest.class.getResourceAsStream("/wire/gnmi-0.10.0.txt")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isEmpty() && !line.startsWith("#"));
        }
    }

    private static Stream<String> lines(FileDescriptor file) {
        return Stream.of(
                        file.getServices().stream()
                                .flatMap(service -> service.getMethods().stream())
                                .map(WireTableTest::line),
                        file.getEnumTypes().stream().flatMap(WireTableTest::lines),
                        file.getMessageTypes().stream().flatMap(WireTableTest::lines))
                .flatMap(part -> part);
    }

    private static Stream<String> lines(Descriptor message) {
        String name = message.getFullName();
        DescriptorProto proto = message.toProto();
        return Stream.of(
                        message.getOptions().getDeprecated() ? Stream.of(name + " deprecated") : Stream.<String>of(),
                        message.getFields().stream().map(WireTableTest::line),
                        message.getEnumTypes().stream().flatMap(WireTableTest::lines),
                        proto.getReservedRangeList().stream().map(range -> name + " reserved " + range.getStart()),
                        proto.getReservedNameList().stream().map(reserved -> name + " reserved " + reserved))
                .flatMap(part -> part);
    }

    private static Stream<String> lines(EnumDescriptor type) {
        return type.getValues().stream()
                .map(value -> type.getFullName() + "." + value.getName() + " = " + value.getNumber());
    }

    private static String line(FieldDescriptor field) {
        var oneof = field.getContainingOneof();
        return field.getFullName() + " = " + field.getNumber() + " : " + type(field)
                + (oneof == null ? "" : " in " + oneof.getName())
                + (field.getOptions().getDeprecated() ? " deprecated" : "");
    }

    private static String line(MethodDescriptor method) {
        return method.getFullName()
                + " (" + (method.isClientStreaming() ? "stream " : "")
                + method.getInputType().getFullName() + ") returns ("
                + (method.isServerStreaming() ? "stream " : "")
                + method.getOutputType().getFullName() + ")";
    }

    private static String type(FieldDescriptor field) {
        if (field.isMapField()) {
            Descriptor entry = field.getMessageType();
            return "map<" + type(entry.findFieldByName("key")) + ", " + type(entry.findFieldByName("value")) + ">";
        }
        String one = switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
        return (field.isRepeated() ? "repeated " : "") + one;
    }
}
