package tsbn.data.music;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a MIDI file that was made from a piano roll remembers of it: without that, silent frames at
 * the end would be lost, and a roll that changes every second frame would be taken for one of
 * frames twice as long. It stands in the file as a text.
 *
 * @param frames of the roll
 * @param ticks that each lasts
 */
public record FrameMark(int frames, int ticks) {
  private static final Pattern TEXT =
      Pattern.compile("Piano roll of (\\d{1,9}) frames of (\\d{1,9}) ticks");

  public FrameMark {
    if (frames < 1 || ticks < 1) {
      throw new IllegalArgumentException("A roll has frames, and each lasts some ticks.");
    }
  }

  /** The mark that a text is; null if it is none. */
  public static FrameMark of(String text) {
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      return null;
    }
    int frames = Integer.parseInt(found.group(1));
    int ticks = Integer.parseInt(found.group(2));
    return frames < 1 || ticks < 1 ? null : new FrameMark(frames, ticks);
  }

  /** The text that stands for it in a file. */
  public String text() {
    return "Piano roll of " + frames + " frames of " + ticks + " ticks";
  }

  /** Where the last frame ends, in ticks. */
  public long end() {
    return (long) frames * ticks;
  }
}
