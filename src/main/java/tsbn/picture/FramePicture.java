package tsbn.picture;

import tsbn.data.FrameMeaning;

/**
 * One frame as a picture of what its units mean: an image as crisp pixels, a chord as a keyboard
 * with the sounding keys lit, a body in its pose, a text as its most frequent words, anything else
 * as bars.
 */
public final class FramePicture {
  /** How many times as long as wide a white key is, roughly that of a piano's. */
  private static final int KEY_HEIGHT = 7;

  private static final int LEAST_KEY = 3;

  /** A body's picture is five parts wide and seven high. */
  private static final int BODY_WIDTH = 5;

  private static final int BODY_HEIGHT = 7;
  private static final int LEAST_BODY = 10;
  private static final int LEAST_PICTURE = 48;

  /** A list of words. */
  private static final int WORDS_WIDTH = 80;

  private static final int WORDS_HEIGHT = 80;
  private static final int LEAST_WORDS = 2;

  private final FrameMeaning meaning;
  private final Palette palette;

  public FramePicture(FrameMeaning meaning, Palette palette) {
    this.meaning = meaning;
    this.palette = palette;
  }

  /** Pixels across at scale 1: the size whose multiples show every unit with the same pixels. */
  public int width() {
    if (meaning instanceof FrameMeaning.Image image) {
      return image.width();
    } else if (meaning instanceof FrameMeaning.PianoRoll roll) {
      return new Keyboard(roll).whiteKeys();
    }
    if (meaning instanceof FrameMeaning.Words) {
      return WORDS_WIDTH;
    }
    return meaning instanceof FrameMeaning.Motion ? BODY_WIDTH : meaning.units();
  }

  /** Pixels down at scale 1. */
  public int height() {
    if (meaning instanceof FrameMeaning.Image image) {
      return image.height();
    }
    if (meaning instanceof FrameMeaning.Motion) {
      return BODY_HEIGHT;
    }
    if (meaning instanceof FrameMeaning.Words) {
      return WORDS_HEIGHT;
    }
    return meaning instanceof FrameMeaning.PianoRoll ? KEY_HEIGHT : Math.max(1, width() / 3);
  }

  /** The smallest scale at which one can see what it is. */
  public int smallestScale() {
    if (meaning instanceof FrameMeaning.Motion) {
      return LEAST_BODY;
    }
    if (meaning instanceof FrameMeaning.Words) {
      return LEAST_WORDS;
    }
    return meaning instanceof FrameMeaning.PianoRoll
        ? LEAST_KEY
        : Math.max(1, (LEAST_PICTURE + width() - 1) / width());
  }

  /** Whether it keeps its proportions, as an image or a body does. */
  public boolean keepsProportions() {
    return meaning instanceof FrameMeaning.Image || meaning instanceof FrameMeaning.Motion;
  }

  /** The largest whole scale at which the picture fits, at least 1. */
  public int scaleFor(double width, double height) {
    return (int) Math.max(1, Math.min(width / width(), height / height()));
  }

  /**
   * Paints a frame at a whole scale.
   *
   * @param frame M values in [0, 1]. Not modified.
   */
  public Raster paint(float[] frame, int scale) {
    Raster out = new Raster(width() * scale, height() * scale);
    paint(frame, out);
    return out;
  }

  /**
   * Paints a frame in the middle of a picture at the largest whole scale that fits. What is left
   * over has the colour of the page, so that the edge of an image is where its pixels end.
   *
   * @param frame M values in [0, 1], or counts of words. Not modified.
   * @param out filled. Modified.
   */
  public void paint(float[] frame, Raster out) {
    if (frame.length != meaning.units()) {
      throw new IllegalArgumentException(
          "A frame has %d values, not %d.".formatted(frame.length, meaning.units()));
    }
    if (meaning instanceof FrameMeaning.Image image) {
      paintImage(image, frame, out);
    } else if (meaning instanceof FrameMeaning.PianoRoll roll) {
      paintKeys(roll, frame, out);
    } else if (meaning instanceof FrameMeaning.Motion motion) {
      new BodyWeights(motion, palette).paintPose(frame, out);
    } else if (meaning instanceof FrameMeaning.Words words) {
      new WordBars(words, palette).paint(frame, out);
    } else {
      Bars.paint(frame, 0, 1, i -> palette.accent(), palette, out);
    }
  }

  private void paintImage(FrameMeaning.Image image, float[] frame, Raster out) {
    out.fill(palette.background());
    out.drawImage(image.width(), image.height(), unit -> Palette.grey(frame[unit]));
  }

  private void paintKeys(FrameMeaning.PianoRoll roll, float[] frame, Raster out) {
    Keyboard keyboard = new Keyboard(roll);
    out.fill(palette.background());
    keyboard.paint(
        out,
        keyboard.centred(out.width()),
        out.width(),
        out.height(),
        Keyboard.SEAM,
        unit ->
            Palette.mix(Keyboard.resting(roll.lowestNote() + unit), palette.accent(), frame[unit]));
  }
}
