package tsbn.app.support;

import tsbn.data.Progress;

/**
 * A long piece of work. It runs away from the FX thread, so it may touch neither properties nor the
 * scene; what it returns is handed over on the FX thread.
 */
@FunctionalInterface
public interface Work<T> {

  /**
   * Does the work.
   *
   * @param progress where to say how far it is and to learn that the result is no longer wanted
   */
  T run(Progress progress) throws Exception;
}
