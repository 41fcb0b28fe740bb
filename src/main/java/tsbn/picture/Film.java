package tsbn.picture;

import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;

/**
 * A sequence as pictures, one per frame, for a GIF, and as one still picture: a video and its strip
 * of frames, a piano roll that scrolls and the whole roll, a body that walks and a strip of its
 * poses, texts as their most frequent words, or a heat map of channels with the moment marked and
 * without.
 */
public final class Film {
  private static final int VIDEO_SIZE = 240;
  private static final int ROLL_WIDTH = 480;
  private static final int ROLL_KEYBOARD = 40;
  private static final int ROLL_FRAME = 12;
  private static final int ROLL_KEY = 6;
  private static final int STRIP_COLUMNS = 10;
  private static final int STILL_TEXTS = 5;
  private static final int GAP = 4;
  private static final int CHANNEL_HEIGHT = 240;
  private static final int BODY_WIDTH = 300;
  private static final int BODY_HEIGHT = 320;
  private static final int POSE_WIDTH = 132;
  private static final int POSE_HEIGHT = 176;

  private final FrameMeaning meaning;
  private final FMatrixRMaj frames;
  private final Palette palette;
  private final FramePicture picture;
  private final PianoRollPicture roll;
  private final ChannelsPicture channels;
  private final SkeletonPicture body;
  private final Camera camera;

  /**
   * A film that stands alone.
   *
   * @param frames T x M values, of images and keys in [0, 1]; kept, not modified
   * @param primerFrames how many of them, from the first, were given rather than made up
   */
  public Film(FrameMeaning meaning, FMatrixRMaj frames, int primerFrames, Palette palette) {
    this(
        meaning,
        frames,
        meaning instanceof FrameMeaning.Motion motion ? Figure.of(motion, frames) : null,
        primerFrames,
        null,
        null,
        Camera.START,
        palette);
  }

  /**
   * A film that can stand beside others.
   *
   * @param frames T x M values, of images and keys in [0, 1]; kept, not modified
   * @param figure the body that moves so; null where frames are no motion
   * @param primerFrames how many of them, from the first, were given rather than made up
   * @param keys the keys that a piano roll shows; null for those in use, and for other data
   * @param range what fills the scale of each channel; null for the film's own
   * @param camera from where a body is looked at
   */
  public Film(
      FrameMeaning meaning,
      FMatrixRMaj frames,
      Figure figure,
      int primerFrames,
      KeyRange keys,
      ValueRange range,
      Camera camera,
      Palette palette) {
    this.camera = camera;
    this.body = figure == null ? null : new SkeletonPicture(figure, primerFrames, palette);
    this.channels =
        meaning.heatMap() && figure == null
            ? new ChannelsPicture(frames, frames.numRows, primerFrames, range, palette)
            : null;
    this.meaning = meaning;
    this.frames = frames;
    this.palette = palette;
    this.picture = new FramePicture(meaning, palette);
    this.roll =
        meaning instanceof FrameMeaning.PianoRoll piano
            ? new PianoRollPicture(
                piano,
                frames,
                primerFrames,
                keys == null ? PianoRollPicture.rangeFor(piano, frames) : keys,
                palette)
            : null;
  }

  /** Number of frames T. */
  public int length() {
    return frames.numRows;
  }

  /** The picture of a frame; all are of one size. */
  public Raster frame(int t) {
    if (roll != null) {
      Raster out = new Raster(ROLL_WIDTH, roll.rows() * ROLL_KEY);
      int room = ROLL_WIDTH - ROLL_KEYBOARD;
      RollWindow shown = RollWindow.around(t, length(), (double) room / ROLL_FRAME);
      int playhead = ROLL_KEYBOARD + (int) Math.round(shown.x(t, room));
      roll.paint(t, ROLL_FRAME, playhead, ROLL_KEYBOARD, out);
      return out;
    }
    if (body != null) {
      return pose(t, BODY_WIDTH, BODY_HEIGHT);
    }
    if (channels != null) {
      Raster out = heatMap();
      channels.mark(t, out);
      return out;
    }
    int scale = picture.scaleFor(VIDEO_SIZE, VIDEO_SIZE);
    return picture.paint(DictionaryPicture.row(frames, t), scale);
  }

  /** All frames in one picture. */
  public Raster still() {
    if (roll != null) {
      return roll.whole(ROLL_KEY, ROLL_KEY);
    }
    if (body != null) {
      int count = Math.min(STRIP_COLUMNS, length());
      return Raster.grid(
          IntStream.range(0, count)
              .mapToObj(i -> pose((i + 0.5) * length() / count - 0.5, POSE_WIDTH, POSE_HEIGHT))
              .toList(),
          count,
          GAP,
          palette.background());
    }
    if (channels != null) {
      return heatMap();
    }
    if (meaning instanceof FrameMeaning.Words) {
      int count = Math.min(STILL_TEXTS, length());
      return Raster.grid(
          IntStream.range(0, count)
              .mapToObj(i -> frame((int) ((i + 0.5) * length() / count)))
              .toList(),
          count,
          GAP,
          palette.background());
    }
    int scale = meaning instanceof FrameMeaning.Image ? picture.scaleFor(90, 90) : 1;
    return Raster.grid(
        IntStream.range(0, length())
            .mapToObj(t -> picture.paint(DictionaryPicture.row(frames, t), scale))
            .toList(),
        Math.min(STRIP_COLUMNS, length()),
        GAP,
        palette.background());
  }

  private Raster pose(double now, int width, int height) {
    Raster out = new Raster(width, height);
    body.paint(now, camera, -1, out);
    return out;
  }

  private Raster heatMap() {
    Raster out = new Raster(ROLL_WIDTH, Math.max(CHANNEL_HEIGHT, Math.min(1000, channels.rows())));
    channels.paint(out);
    return out;
  }
}
