package tsbn.learn;

/** The update rules of section 8 of the model. */
public enum OptimiserKind {
  RMSPROP("RMSprop (the paper's)"),
  ADAM("Adam"),
  ADAGRAD("AdaGrad"),
  SGD("SGD");

  private final String title;

  OptimiserKind(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
