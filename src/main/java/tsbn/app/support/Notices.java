package tsbn.app.support;

/** Tells the user something that passes by itself, in one sentence. On the FX thread. */
public interface Notices {

  /** Something the user asked for was not possible. */
  void error(String sentence);

  /** Something is worth knowing, though nobody asked for it. */
  default void hint(String sentence) {
    info(sentence);
  }

  /** Something was done. */
  void info(String sentence);
}
