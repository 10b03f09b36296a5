package dev.trimtab.codec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.trimtab.proto.gnmi.GnmiProto;
import dev.trimtab.proto.gnmi.ext.GnmiExtProto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every message of gNMI has the bytes that the vectors hold, in both directions. */
@DisplayName("CAP-8 binary golden vectors")
class GoldenVectorTest {
    private static final Path FILE = Path.of("src/test/resources/wire/vectors.txt");
    private static final int HEX_COLUMNS = 120;

    private static final Map<String, Descriptor> TYPES = Stream.of(
                    GnmiProto.getDescriptor(), GnmiExtProto.getDescriptor())
            .flatMap(file -> file.getMessageTypes().stream())
            .collect(Collectors.toMap(Descriptor::getFullName, Function.identity()));

    @Test
    void messagesAreEncodedAsTheVectorsSay() throws IOException {
        String written = Files.readString(FILE);
        String actual = blocks(written).stream()
                .map(block ->
                        block.startsWith("#") ? block : Vector.parse(block).format())
                .collect(joining("\n\n", "", "\n"));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, actual);
        }

        assertThat(actual).isEqualTo(written);
    }

    @Test
    void bytesAreDecodedToTheMessagesOfTheVectors() throws IOException {
        for (Vector vector : vectors()) {
            assertThat(DynamicMessage.parseFrom(vector.message.getDescriptorForType(), vector.bytes()))
                    .isEqualTo(vector.message);
        }
    }

    @Test
    void vectorsLeaveNoFieldAndNoMessageOut() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Vector vector : vectors()) {
            seen.add(vector.message.getDescriptorForType().getFullName());
            vector.message.getAllFields().keySet().forEach(field -> seen.add(field.getFullName()));
        }

        Set<String> all = new TreeSet<>(TYPES.keySet());
        TYPES.values().stream()
                .flatMap(type -> type.getFields().stream())
                .map(FieldDescriptor::getFullName)
                .forEach(all::add);
        assertThat(seen).isEqualTo(all);
    }

    private static List<String> blocks(String text) {
        return List.of(text.strip().split("\n\n"));
    }

    private static List<Vector> vectors() throws IOException {
        return blocks(Files.readString(FILE)).stream()
                .filter(block -> !block.startsWith("#"))
                .map(Vector::parse)
                .toList();
    }

    /** One block of the file. */
    private record Vector(String head, Message message) {
        private static final String RULE = "----";

        static Vector parse(String block) {
            List<String> lines = block.lines().toList();
            List<String> head = lines.subList(0, lines.indexOf(RULE));
            Descriptor type = TYPES.get(head.getFirst());
            assertThat(type).as(head.getFirst()).isNotNull();
            var builder = DynamicMessage.newBuilder(type);
            try {
                TextFormat.merge(String.join("\n", head.subList(1, head.size())), builder);
            } catch (TextFormat.ParseException e) {
                throw new IllegalArgumentException("vector '" + block + "' is not in text format", e);
            }
            return new Vector(String.join("\n", head), builder.build());
        }

        byte[] bytes() {
            var out = new ByteArrayOutputStream();
            try {
                CodedOutputStream coded = CodedOutputStream.newInstance(out);
                coded.useDeterministicSerialization();
                message.writeTo(coded);
                coded.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        String format() {
            List<String> lines = new ArrayList<>(List.of(head, RULE));
            String hex = HexFormat.of().formatHex(bytes());
            for (int at = 0; at < hex.length(); at += HEX_COLUMNS) {
                lines.add(hex.substring(at, Math.min(hex.length(), at + HEX_COLUMNS)));
            }
            return String.join("\n", lines);
        }
    }
}
