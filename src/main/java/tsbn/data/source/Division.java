package tsbn.data.source;

import java.util.Set;
import tsbn.data.DataFormatException;

/**
 * What a user wants held out of a folder.
 *
 * @param valid what is held out to validate: a share or names
 * @param test what is held out to test: a share or names
 * @param seed which sequences a share holds out
 */
record Division(String valid, String test, long seed) {
  /** Names of the options that say so. */
  static final Set<String> OPTIONS = Set.of("valid", "test", "seed");

  /** A tenth each, unless the options say otherwise. */
  static final String SHARE = "0.1";

  static Division of(SourceAddress address) throws DataFormatException {
    return new Division(
        address.text("valid") == null ? SHARE : address.text("valid"),
        address.text("test") == null ? SHARE : address.text("test"),
        address.whole("seed", 1, 0, Long.MAX_VALUE));
  }
}
