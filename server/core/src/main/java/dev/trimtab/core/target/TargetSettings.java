package dev.trimtab.core.target;

import dev.trimtab.model.ModelId;
import dev.trimtab.model.TargetId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code /system/targets/target}.
 *
 * @param connection how to reach the backend; null for a target without one, whose intended configuration is all there is
 */
public record TargetSettings(
        TargetId target, ModelId model, @Nullable ConnectionSettings connection) {}
