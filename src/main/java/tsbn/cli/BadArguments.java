package tsbn.cli;

/** Arguments that are well formed and still cannot be obeyed; the message says why. */
final class BadArguments extends Exception {
  private static final long serialVersionUID = 1L;

  BadArguments(String sentence) {
    super(sentence);
  }

  BadArguments(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
