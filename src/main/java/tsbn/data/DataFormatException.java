package tsbn.data;

/**
 * A data source that cannot be used. The message is one plain sentence for the user that names the
 * file, the place in it where that is known, and what to do.
 */
public final class DataFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public DataFormatException(String sentence) {
    super(sentence);
  }

  public DataFormatException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
