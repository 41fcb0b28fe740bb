package tsbn.cli;

/** A command that was started and could not be finished; the message says why. */
final class Failed extends Exception {
  private static final long serialVersionUID = 1L;

  Failed(String sentence) {
    super(sentence);
  }
}
