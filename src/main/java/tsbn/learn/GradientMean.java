package tsbn.learn;

/** What a gradient summed over frames is divided by. */
public enum GradientMean {
  /** The frames that each block saw, T - d for lag d: the authors' code. */
  BLOCK("Own frames (the paper's)"),
  /** All frames: the gradient of the mean bound. */
  FRAMES("All frames");

  private final String title;

  GradientMean(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
