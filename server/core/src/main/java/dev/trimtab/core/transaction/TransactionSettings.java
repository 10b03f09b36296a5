package dev.trimtab.core.transaction;

/**
 * Bounds of the transaction service.
 *
 * @param operationsMax most operations in one command; default 10,000
 * @param queueMax most commands that wait for the committer; default 10,000
 * @param batchMax most commands in one entry of the log; default 512
 * @param idempotencyKeysMax newest keys remembered; default 100,000
 * @param preparationsMax how often a command is prepared anew because what it needs has changed meanwhile; default 8
 * @param models bounds of the models that are added
 */
public record TransactionSettings(
        int operationsMax,
        int queueMax,
        int batchMax,
        int idempotencyKeysMax,
        int preparationsMax,
        ModelBounds models) {
    public static final TransactionSettings DEFAULT =
            new TransactionSettings(10_000, 10_000, 512, 100_000, 8, ModelBounds.DEFAULT);

    public TransactionSettings {
        if (operationsMax < 1 || queueMax < 1 || batchMax < 1 || idempotencyKeysMax < 0 || preparationsMax < 1) {
            throw new IllegalArgumentException("a bound of the transaction service is below 1");
        }
    }

    public TransactionSettings withOperationsMax(int max) {
        return new TransactionSettings(max, queueMax, batchMax, idempotencyKeysMax, preparationsMax, models);
    }

    public TransactionSettings withModels(ModelBounds bounds) {
        return new TransactionSettings(operationsMax, queueMax, batchMax, idempotencyKeysMax, preparationsMax, bounds);
    }
}
