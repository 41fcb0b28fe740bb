package tsbn.learn;

/**
 * Something that remembers between two steps more than what it was made from. It alone knows what
 * that is; restoring it into a new one made alike goes on bit for bit.
 */
public interface Stateful {

  /**
   * Copies the state.
   *
   * @param to where to. Modified.
   * @param prefix what every name begins with
   */
  void save(StateArrays to, String prefix);

  /**
   * Takes over a state.
   *
   * @param from as {@link #save} left it. Not modified, and not held on to.
   * @throws IllegalArgumentException with a sentence if a part is missing or of another shape
   */
  void restore(StateArrays from, String prefix);
}
