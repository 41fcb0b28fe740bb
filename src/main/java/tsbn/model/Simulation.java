package tsbn.model;

import org.ejml.data.FMatrixRMaj;

/**
 * A sequence that a model made up.
 *
 * @param frames {@code steps x visible}: what was fed back; samples, or expectations where the
 *     simulation was asked for those
 * @param means {@code steps x visible}: the expectation of each frame given its states and past
 * @param states {@code steps x hidden units of all layers, bottom layer first}: sampled states, 0
 *     or 1
 */
public record Simulation(FMatrixRMaj frames, FMatrixRMaj means, FMatrixRMaj states) {}
