package dev.trimtab.bench;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The bench's model: {@code list y {key a; leaf a int32; leaf b string}}. */
public final class FlatPlugin implements ModelPlugin {
    @Override
    public ModelDescription describe() {
        try (InputStream yang =
                Objects.requireNonNull(FlatPlugin.class.getResourceAsStream("/yang/flat/flat.yang"), "flat.yang")) {
            String text = new String(yang.readAllBytes(), StandardCharsets.UTF_8);
            return new ModelDescription(
                    new ModelId("flat", "1.0.0"), "A flat list", List.of(new YangSource("flat.yang", text, true)));
        } catch (IOException e) {
            throw new UncheckedIOException("flat.yang cannot be read from the jar", e);
        }
    }
}
