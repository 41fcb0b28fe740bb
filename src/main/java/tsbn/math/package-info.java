/**
 * Numbers: the kernels that training spends its time in, and the random streams.
 *
 * <p>Matrices are EJML's row-major {@code FMatrixRMaj}; kernels work on ranges of their rows.
 * {@link tsbn.math.Kernels} is the seam: the model above it reads as the formulas do, and a faster
 * implementation can take the place of the plain one. Everything is float but sums of
 * log-probabilities, which are double: a bound of a hundred nats summed over ten thousand terms
 * needs more than seven digits.
 *
 * <p>There are two implementations: one on the Vector API, which works on tiles that stay in
 * registers, and one in plain Java for a JVM that was started without that module. Both sum in the
 * same order with the same roundings, so they give the same bits. {@link tsbn.math.Workers} cuts
 * large work into parts that several threads do; no result depends on how many.
 *
 * <p>A {@link tsbn.math.RandomStream} is a counter and a key. Parts of the work get child streams
 * by key, so no draw depends on how many others were made before it: the same seed gives the same
 * run whatever else looks on.
 */
package tsbn.math;
