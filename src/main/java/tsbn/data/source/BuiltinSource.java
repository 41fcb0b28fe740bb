package tsbn.data.source;

import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;

/** A generator of a built-in set. */
interface BuiltinSource {

  Builtin description();

  /** Names of the options it understands. */
  Set<String> options();

  /**
   * Makes the set.
   *
   * @param address its options; none but {@link #options()}
   * @param source what the set's {@code source()} shall say
   * @throws DataFormatException if an option's value is refused
   */
  SequenceSet open(SourceAddress address, String source, Progress progress)
      throws DataFormatException;

  /** The option that every built-in set has. */
  default long seed(SourceAddress address) throws DataFormatException {
    return address.whole("seed", 1, 0, Long.MAX_VALUE);
  }
}
