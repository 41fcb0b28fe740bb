/**
 * TSBN Workbench: temporal sigmoid belief networks (Gan, Li, Henao, Carlson and Carin, NIPS 2015)
 * to train, look at and play back, in a window or on the command line.
 *
 * <p>The rooms, in the order in which they build on one another and are best read:
 *
 * <ol>
 *   <li>{@code math}: float kernels and random streams
 *   <li>{@code data}: sequences, what a frame means, and the sources that open or make them
 *   <li>{@code picture}: frames, rolls, dictionaries and curves as pixels and files
 *   <li>{@code model}: what a model of sequences can do, and in {@code model.sbn} the one that this
 *       program is about
 *   <li>{@code evaluate}: bounds and prediction errors
 *   <li>{@code learn}: the gradient estimator, the optimisers, and the trainer with its thread
 *   <li>{@code experiment}: data, model, settings and seed as one value; presets; run folders
 *   <li>{@code cli} and {@code app}: the command line and the window, which never meet
 * </ol>
 *
 * <p>Arrows run from later to earlier rooms only; {@code ArchitectureTest} holds them. Symbols are
 * those of the paper: v_t is the frame at time t (M units), h_t the hidden state (J units), n the
 * order, W1 .. W4 the weights of the generative net p, U1 .. U3 those of the recognition net q.
 */
package tsbn;
