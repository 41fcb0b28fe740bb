package tsbn.learn;

/** The update rules of section 8 of the model. */
public enum OptimiserKind {
  RMSPROP("RMSprop (the paper's)", 3),
  ADAM("Adam", 2),
  ADAMW("AdamW", 2),
  ADAGRAD("AdaGrad", 2),
  SGD("SGD", 1);

  private final String title;
  private final int momentArrays;

  OptimiserKind(String title, int momentArrays) {
    this.title = title;
    this.momentArrays = momentArrays;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** Arrays of the parameters' size that the rule keeps between steps. */
  public int momentArrays() {
    return momentArrays;
  }
}
