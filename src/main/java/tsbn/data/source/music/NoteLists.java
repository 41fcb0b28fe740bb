package tsbn.data.source.music;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tsbn.data.BitSequence;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning.PianoRoll;
import tsbn.data.Sequence;
import tsbn.data.Split;
import tsbn.data.music.Note;
import tsbn.data.music.Roll;

/**
 * Sequences given as lists: {@code train}, {@code valid} and {@code test} are lists of sequences, a
 * sequence is a list of frames, a frame a list of the MIDI notes that sound in it.
 *
 * @param splits the sequences, T x M each, by split
 * @param outside how many notes lie outside the keys and were left out
 * @param unknown what else is in the file and was passed over
 */
public record NoteLists(Map<Split, List<Sequence>> splits, long outside, List<String> unknown) {

  /** More notes at once are no music; a frame could otherwise name one note for ever. */
  private static final int MOST_NOTES = 128;

  /**
   * Makes sequences of a tree of maps, lists and numbers.
   *
   * @param file its name, for sentences
   * @throws DataFormatException with one sentence that names split, sequence and frame
   */
  public static NoteLists of(String file, Object tree, PianoRoll keys) throws DataFormatException {
    return new Reader(file, keys).read(tree);
  }

  /** Goes through the tree once. */
  private static final class Reader {
    private final String file;
    private final PianoRoll keys;

    /** A pickle may name one list many times over, so that its size bounds nothing. */
    private long framesLeft = Runtime.getRuntime().maxMemory() / 512;

    private long outside;

    private Reader(String file, PianoRoll keys) {
      this.file = file;
      this.keys = keys;
    }

    private NoteLists read(Object tree) throws DataFormatException {
      Map<Split, List<Sequence>> splits = new EnumMap<>(Split.class);
      List<String> unknown = new ArrayList<>();
      if (tree instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          Split split = split(entry.getKey());
          if (split == null) {
            unknown.add(FileBytes.shown(String.valueOf(entry.getKey())));
          } else {
            splits.put(split, sequences(split.label(), entry.getValue()));
          }
        }
      }
      if (splits.getOrDefault(Split.TRAIN, List.of()).isEmpty()) {
        throw new DataFormatException(
            "%s has no sequences under the name train; it should hold train, valid and test, each a list of sequences of frames of MIDI notes."
                .formatted(file));
      }
      return new NoteLists(splits, outside, unknown);
    }

    private static Split split(Object name) {
      for (Split split : Split.values()) {
        if (split.label().equals(name)) {
          return split;
        }
      }
      return null;
    }

    private List<Sequence> sequences(String split, Object value) throws DataFormatException {
      List<Sequence> sequences = new ArrayList<>();
      for (Object one : list(value, split, "sequences")) {
        sequences.add(sequence("%s, sequence %,d".formatted(split, sequences.size() + 1), one));
      }
      return sequences;
    }

    private Sequence sequence(String place, Object value) throws DataFormatException {
      List<?> frames = list(value, place, "frames");
      if (frames.isEmpty()) {
        throw wrong(place, "there are no frames");
      }
      framesLeft -= frames.size();
      if (frames.size() > Roll.MOST_FRAMES || framesLeft < 0) {
        throw wrong(
            place,
            framesLeft < 0
                ? "there are more frames than the memory the program was given can take"
                : "a sequence can have %,d frames at most".formatted(Roll.MOST_FRAMES));
      }
      BitSet bits = new BitSet(frames.size() * keys.units());
      for (int t = 0; t < frames.size(); t++) {
        if (!(frames.get(t) instanceof List<?> notes) || notes.size() > MOST_NOTES) {
          throw wrong(frame(place, t), "there should be a list of MIDI notes");
        }
        for (Object note : notes) {
          int key = pitch(note, place, t) - keys.lowestNote();
          if (key >= 0 && key < keys.units()) {
            bits.set(t * keys.units() + key);
          } else {
            outside++;
          }
        }
      }
      return BitSequence.of(frames.size(), keys.units(), bits);
    }

    private List<?> list(Object value, String place, String of) throws DataFormatException {
      if (value instanceof List<?> list) {
        return list;
      }
      throw wrong(place, "there should be a list of " + of);
    }

    private int pitch(Object note, String place, int t) throws DataFormatException {
      double value = note instanceof Number number ? number.doubleValue() : Double.NaN;
      if (!(value >= 0 && value <= Note.HIGHEST && value == Math.rint(value))) {
        String text = note instanceof Number ? note.toString() : "a value";
        throw wrong(
            frame(place, t),
            "%s is no MIDI note, a whole number from 0 to %d".formatted(text, Note.HIGHEST));
      }
      return (int) value;
    }

    private static String frame(String place, int t) {
      return "%s, frame %,d".formatted(place, t + 1);
    }

    private DataFormatException wrong(String place, String what) {
      return new DataFormatException("%s, %s: %s.".formatted(file, place, what));
    }
  }
}
