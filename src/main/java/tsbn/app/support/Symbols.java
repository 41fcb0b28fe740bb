package tsbn.app.support;

/** The names of weights as people write them. */
public final class Symbols {
  private Symbols() {}

  /** {@code W1[2]} with its number lowered and its lag as it stands: {@code W₁[2]}. */
  public static String written(String symbol) {
    StringBuilder text = new StringBuilder();
    boolean lag = false;
    for (char c : symbol.toCharArray()) {
      lag = c == '[' || (lag && c != ']');
      boolean lowered = !lag && c >= '0' && c <= '9';
      text.append(lowered ? (char) ('₀' + (c - '0')) : c);
    }
    return text.toString();
  }
}
