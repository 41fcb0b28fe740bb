package tsbn.app.support;

import javafx.util.StringConverter;
import tsbn.data.Split;

/** The parts of a data set by their names for people. */
public final class SplitTitles extends StringConverter<Split> {
  private static final Messages MESSAGES = Messages.of(SplitTitles.class);

  @Override
  public String toString(Split split) {
    return split == null ? "" : MESSAGES.get("split." + split);
  }

  @Override
  public Split fromString(String title) {
    throw new UnsupportedOperationException();
  }
}
