package tsbn.learn;

import java.util.Optional;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LocalExpectation;

/** The gradient estimators of the recognition net (section 5 of the model). */
public enum EstimatorKind {
  /** One sample, a learned baseline, running moments: Mnih and Gregor 2014; the paper's. */
  NVIL("NVIL (the paper's)", 1),
  /** K samples, each centred by the others. */
  LEAVE_ONE_OUT("Leave one out", 2),
  /** Exact expectation over every unit on its own: Titsias and Lazaro-Gredilla 2015. */
  LOCAL_EXPECTATION("Local expectation", 1),
  /** The K-sample objective of Mnih and Rezende 2016. */
  VIMCO("VIMCO", 2),
  /** Gradients passed through the samples; biased. */
  STRAIGHT_THROUGH("Straight through", 1);

  private final String title;
  private final int fewestSamples;

  EstimatorKind(String title, int fewestSamples) {
    this.title = title;
    this.fewestSamples = fewestSamples;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** How many samples of the hidden states it needs at least. */
  public int fewestSamples() {
    return fewestSamples;
  }

  /** How many it is given where nobody says. */
  public int usualSamples() {
    return fewestSamples > 1 ? 5 : 1;
  }

  /** Whether the signal is a choice; the others have one of their own. */
  public boolean takesSignal() {
    return this == NVIL || this == LEAVE_ONE_OUT;
  }

  /** Why it cannot train a model, as a sentence; nothing where it can. */
  public Optional<String> refusal(Architecture architecture) {
    return this == LOCAL_EXPECTATION ? LocalExpectation.refusal(architecture) : Optional.empty();
  }
}
