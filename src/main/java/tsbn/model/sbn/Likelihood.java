package tsbn.model.sbn;

/** The distribution of a frame given its natural parameters (section 3 of the model). */
public enum Likelihood {
  /** Binary or grey values in [0, 1]: log p = v eta - softplus(eta). */
  BERNOULLI("Bernoulli", 1),
  /**
   * Real values with a diagonal normal, mean and log standard deviation each a lagged affine map of
   * its own: log p = -(log sigma + (v - mu)^2 / (2 sigma^2) + log(2 pi) / 2).
   */
  NORMAL("Normal", 2),
  /**
   * Counts given their total: log p = sum_m v_m log softmax(eta)_m, without the multinomial
   * coefficient.
   */
  MULTINOMIAL("Multinomial", 1);

  private final String title;
  private final int heads;

  Likelihood(String title, int heads) {
    this.title = title;
    this.heads = heads;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** How many lagged affine maps lead to a frame. */
  public int heads() {
    return heads;
  }
}
