package tsbn.data.source;

import java.util.List;
import tsbn.data.FrameMeaning;

/** The keys of every piano roll here, those of the paper's section 5.3. */
final class Piano {
  /** 88 keys from the lowest A on. */
  static final FrameMeaning.PianoRoll KEYS = new FrameMeaning.PianoRoll(21, 88);

  /** How fast rolls are played that do not say: quarters at 120 a minute. */
  static final double FRAMES_PER_SECOND = 2;

  private Piano() {}

  /** Says how many notes are left out for which there is no key; nothing if none are. */
  static void addOutside(List<String> warnings, long outside) {
    if (outside > 0) {
      int highest = KEYS.lowestNote() + KEYS.units() - 1;
      warnings.add(
          "%s outside the %d keys of a piano (MIDI notes %d to %d) and %s left out."
              .formatted(
                  outside == 1 ? "1 note lies" : "%,d notes lie".formatted(outside),
                  KEYS.units(),
                  KEYS.lowestNote(),
                  highest,
                  outside == 1 ? "is" : "are"));
    }
  }
}
