package tsbn.data.source.motion;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.Skeleton;

/**
 * Acclaim's motion files: for each frame its number and a line for each bone with the values of its
 * degrees of freedom. The first frame may have any number; the others follow one by one.
 */
public final class AmcFile {
  /** What CMU records at. */
  private static final double USUAL_RATE = 120;

  private static final Pattern RATE = Pattern.compile("(?i)\\b(\\d+(?:\\.\\d+)?)\\s*(?:hz|fps)\\b");

  private final TextLines lines;
  private final Skeleton skeleton;
  private final Map<String, Integer> joints = new HashMap<>();
  private final int[] first;
  private final int[] seen;
  private double[] values;
  private int frames;
  private long number;
  private boolean radians;
  private double rate = USUAL_RATE;

  private AmcFile(TextLines lines, Skeleton skeleton) {
    this.lines = lines;
    this.skeleton = skeleton;
    this.first = new int[skeleton.size()];
    this.seen = new int[skeleton.size()];
    this.values = new double[skeleton.channels()];
    for (int j = 0; j < skeleton.size(); j++) {
      joints.put(skeleton.joints().get(j).name(), j);
      first[j] = skeleton.firstChannel(j);
    }
  }

  /**
   * Reads a motion of a skeleton. Its frame rate is that which its head names, in a line such as
   * {@code :SAMPLES-PER-SECOND 60} or a remark such as {@code # 30 Hz}; otherwise CMU's 120.
   *
   * @throws DataFormatException with one sentence that names file and line
   */
  public static Recording read(Path path, Skeleton skeleton) throws DataFormatException {
    return read(TextLines.read(path), skeleton);
  }

  static Recording read(TextLines lines, Skeleton skeleton) throws DataFormatException {
    AmcFile file = new AmcFile(lines, skeleton);
    if (skeleton.channels() == 0) {
      throw lines.wrongFile("belongs to a skeleton that cannot move");
    }
    while (lines.next()) {
      file.line();
    }
    if (file.frames == 0) {
      throw lines.wrongFile("has no frames");
    }
    file.endFrame();
    int width = skeleton.channels();
    DMatrixRMaj frames = new DMatrixRMaj(file.frames, width);
    System.arraycopy(file.values, 0, frames.data, 0, frames.getNumElements());
    return new Recording(frames, file.rate);
  }

  private void line() throws DataFormatException {
    List<String> words = lines.words();
    if (words.isEmpty()) {
      return;
    }
    String first = words.get(0);
    if (first.startsWith("#") || first.startsWith(":")) {
      if (frames == 0) {
        head(first.toUpperCase(Locale.ROOT), words);
      }
    } else if (words.size() == 1 && first.matches("\\d{1,18}")) {
      beginFrame(Long.parseLong(first));
    } else if (frames == 0) {
      throw lines.wrong("the number of the first frame should stand before its bones");
    } else {
      bone(first, words);
    }
  }

  private void head(String word, List<String> words) throws DataFormatException {
    if (word.equals(":RADIANS") || word.equals(":DEGREES")) {
      radians = word.equals(":RADIANS");
    } else if (word.equals(":SAMPLES-PER-SECOND") && words.size() > 1) {
      rate = Recording.rate(lines.number(words.get(1)), lines);
    } else if (word.startsWith("#")) {
      Matcher matcher = RATE.matcher(lines.line());
      if (matcher.find()) {
        rate = Recording.rate(lines.number(matcher.group(1)), lines);
      }
    }
  }

  private void beginFrame(long next) throws DataFormatException {
    if (frames > 0) {
      if (next != number + 1) {
        throw lines.wrong("frame %d follows frame %d".formatted(next, number));
      }
      endFrame();
    }
    number = next;
    frames++;
    values = lines.room(values, frames, skeleton.channels());
  }

  private void endFrame() throws DataFormatException {
    for (int j = 0; j < seen.length; j++) {
      Joint joint = skeleton.joints().get(j);
      if (seen[j] != frames && !joint.channels().isEmpty()) {
        throw lines.wrong(
            "frame %d ends without the bone %s".formatted(number, TextLines.shown(joint.name())));
      }
    }
  }

  private void bone(String name, List<String> words) throws DataFormatException {
    Integer joint = joints.get(name);
    if (joint == null || skeleton.joints().get(joint).end()) {
      throw lines.wrong("the skeleton has no bone %s".formatted(TextLines.shown(name)));
    }
    if (seen[joint] == frames) {
      throw lines.wrong("frame %d has the bone %s twice".formatted(number, name));
    }
    List<Channel> channels = skeleton.joints().get(joint).channels();
    if (words.size() - 1 != channels.size()) {
      throw lines.wrong(
          "the bone %s has %d value%s here and %d degree%s of freedom"
              .formatted(
                  name,
                  words.size() - 1,
                  words.size() == 2 ? "" : "s",
                  channels.size(),
                  channels.size() == 1 ? "" : "s"));
    }
    seen[joint] = frames;
    int at = (frames - 1) * skeleton.channels() + first[joint];
    for (int i = 0; i < channels.size(); i++) {
      double value = lines.number(words.get(i + 1));
      values[at + i] = radians && channels.get(i).rotates() ? Math.toDegrees(value) : value;
    }
  }
}
