package dev.trimtab.core.transaction;

/**
 * Bounds of what is added under {@code /system/models}.
 *
 * @param modelsMax most models; default 100
 * @param charactersMax most characters of YANG in one model; default 32 Mi
 * @param sourcesMax most modules and submodules in one model; default 10,000
 */
public record ModelBounds(int modelsMax, int charactersMax, int sourcesMax) {
    public static final ModelBounds DEFAULT = new ModelBounds(100, 32 << 20, 10_000);

    public ModelBounds {
        if (modelsMax < 0 || charactersMax < 1 || sourcesMax < 1) {
            throw new IllegalArgumentException("a bound of the models is below its least value");
        }
    }
}
