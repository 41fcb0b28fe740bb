package tsbn.learn;

/**
 * What was measured at one iteration. {@code NaN} where something was not measured then.
 *
 * @param iteration steps taken, from 1
 * @param seconds training time so far
 * @param frames frames seen so far
 * @param trainBound lower bound on the step's own sequences, nats per time step, mean over
 *     sequences
 * @param validBound lower bound on the validation sequences, the same mean
 * @param predictionError one-sample prediction error on the validation sequences
 * @param gradientNorm Euclidean norm of the gradient
 * @param signalVariance running variance v of the learning signal
 * @param unitsOn share of hidden units that are on
 */
public record CurvePoint(
    int iteration,
    double seconds,
    long frames,
    double trainBound,
    double validBound,
    double predictionError,
    double gradientNorm,
    double signalVariance,
    double unitsOn) {

  /** The same point with a time. */
  public CurvePoint withSeconds(double value) {
    return new CurvePoint(
        iteration,
        value,
        frames,
        trainBound,
        validBound,
        predictionError,
        gradientNorm,
        signalVariance,
        unitsOn);
  }

  /** The same point with a validation. */
  public CurvePoint withValidation(double bound, double error) {
    return new CurvePoint(
        iteration,
        seconds,
        frames,
        trainBound,
        bound,
        error,
        gradientNorm,
        signalVariance,
        unitsOn);
  }

  /** Whether this point carries a validation. */
  public boolean validated() {
    return !Double.isNaN(validBound);
  }
}
