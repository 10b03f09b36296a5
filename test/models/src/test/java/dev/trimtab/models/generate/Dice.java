package dev.trimtab.models.generate;

import java.util.List;
import java.util.Random;

/** Choices drawn from a seed; the same seed draws the same. Not thread-safe. */
public final class Dice {
    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A number from 0 up to {@code bound}, exclusive. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between two bounds, both inclusive. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True in {@code percent} of a hundred draws. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of several, at least one. */
    public <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** One of several texts, at least one. */
    public String one(String... several) {
        return several[random.nextInt(several.length)];
    }

    /** A generator of its own, so that what it draws does not shift what comes after. */
    public Dice fork() {
        return new Dice(random.nextLong());
    }

    Random random() {
        return random;
    }
}
