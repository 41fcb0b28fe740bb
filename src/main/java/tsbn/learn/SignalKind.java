package tsbn.learn;

/** What multiplies grad log q(h_t | .) (section 5 of the model). */
public enum SignalKind {
  /** l_t: the talk's Algorithm 1. Biased where hidden units have a memory. */
  OWN_STEP("Own step (the paper's)"),
  /** The sum over s &gt;= t of l_s: unbiased. */
  REMAINING("Remaining steps"),
  /** The sum over s &gt;= t of g^(s-t) l_s: between the two. */
  DISCOUNTED("Discounted remaining steps");

  private final String title;

  SignalKind(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
