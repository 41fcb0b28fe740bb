package tsbn.evaluate;

/**
 * The lower bound of a set of sequences in nats per time step, by both means of the model's section
 * 4.
 *
 * @param perSequence mean over sequences of each sequence's mean over its frames
 * @param perFrame total over all frames divided by the number of frames
 */
public record Bound(double perSequence, double perFrame) {}
