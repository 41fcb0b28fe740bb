package tsbn.learn;

/** How the step size goes down over a run. */
public enum Schedule {
  CONSTANT("Constant") {
    @Override
    double factor(double done) {
      return 1;
    }
  },
  /** Down to nothing in a straight line. */
  LINEAR("Linear decay") {
    @Override
    double factor(double done) {
      return 1 - done;
    }
  },
  /** Down to nothing along half a cosine (Loshchilov and Hutter 2017). */
  COSINE("Cosine decay") {
    @Override
    double factor(double done) {
      return 0.5 * (1 + Math.cos(Math.PI * done));
    }
  };

  private final String title;

  Schedule(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /**
   * What the step size is multiplied with.
   *
   * @param done share of the run that is over, in [0, 1]
   */
  abstract double factor(double done);

  /**
   * What the step size of a step is multiplied with.
   *
   * @param step from 1
   * @param warmUp steps over which the step size rises to its full value
   * @param steps of the whole run
   */
  double factor(int step, int warmUp, int steps) {
    double done = Math.min(1, (step - 1.0) / steps);
    return factor(done) * Math.min(1, step / (warmUp + 1.0));
  }
}
