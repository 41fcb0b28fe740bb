package tsbn.model.sbn;

/**
 * One term of the lagged affine map: layer {@code target} at time t looks at layer {@code source}
 * at time t - lag. Layer 0 is the visible one.
 *
 * @param symbol the name of its weight block, the paper's where the paper has one: {@code W1[2]} is
 *     W1 at lag 2
 */
public record Link(int target, int source, int lag, String symbol) {}
