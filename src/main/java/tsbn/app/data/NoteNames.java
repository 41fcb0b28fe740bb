package tsbn.app.data;

import java.util.List;
import tsbn.app.support.Messages;
import tsbn.data.music.Step.NoteValue;

/** What note values are called: {@code 8th notes}, {@code 8th triplets}. */
final class NoteNames {
  private static final Messages MESSAGES = Messages.of(NoteNames.class);

  /** How many of the longest triplet make a whole note; others are halves of it, and so on. */
  private static final int TRIPLET = 3;

  private NoteNames() {}

  /** All of them: plain ones first, then triplets, each from long to short. */
  static List<NoteValue> values() {
    return NoteValue.ALLOWED.stream()
        .sorted((one, other) -> Boolean.compare(one % TRIPLET == 0, other % TRIPLET == 0))
        .map(NoteValue::new)
        .toList();
  }

  /** The name of the value of which so many make a whole note. */
  static String of(int parts) {
    return MESSAGES.get("note." + parts);
  }
}
