package tsbn.data.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.music.Step;

/**
 * What a user can ask of MIDI files.
 *
 * @param step how long a frame lasts; null to have it found
 * @param drums whether the drums are kept, as keys among the others
 * @param sustain whether the pedal makes notes longer
 * @param division what is held out of a folder
 */
record MusicOptions(Step step, boolean drums, boolean sustain, Division division) {
  private static final Set<String> OPTIONS = names();

  private static Set<String> names() {
    Set<String> names = new HashSet<>(Division.OPTIONS);
    names.addAll(List.of("step", "drums", "sustain", "only"));
    return names;
  }

  static MusicOptions of(SourceAddress address) throws DataFormatException {
    address.requireOnly(OPTIONS);
    String text = address.text("step");
    Step step = text == null ? null : Step.parse(text);
    if (text != null && step == null) {
      throw new DataFormatException(
          "%s: the option step must be %s, not \"%s\"."
              .formatted(address.place(), Step.KNOWN, text));
    }
    return new MusicOptions(
        step,
        address.choice("drums", "drop", List.of("drop", "keep")).equals("keep"),
        address.choice("sustain", "true", List.of("true", "false")).equals("true"),
        Division.of(address));
  }
}
