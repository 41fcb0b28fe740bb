package tsbn.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.math.Largest;

/**
 * What hidden units draw (the columns of the paper's W2, figure 2) as tiles: an image per unit for
 * images, a keyboard for piano keys, a body with the joints it moves for motions, the words it
 * raises and lowers most for texts, bars for anything else. Blue turns a visible unit on or raises
 * it, orange turns it off or lowers it; zero is neutral and both signs are scaled alike. Not for
 * two threads at once.
 */
public final class DictionaryPicture {
  /** The share of all weights that the colour scale covers; the few beyond are clipped. */
  private static final double COVERED = 0.995;

  /** Of more weights than this only every so many are looked at to find the scale. */
  private static final int MOST_SORTED = 8192;

  private static final int GAP = 6;

  /** How many times as wide as high a sheet is. */
  private static final double WIDER = 1.6;

  /** How dark a black key at rest is. */
  private static final double BLACK_KEY = 0.4;

  private final FrameMeaning meaning;
  private final Palette palette;
  private final BodyWeights body;

  public DictionaryPicture(FrameMeaning meaning, Palette palette) {
    this.meaning = meaning;
    this.palette = palette;
    this.body =
        meaning instanceof FrameMeaning.Motion motion ? new BodyWeights(motion, palette) : null;
  }

  /** The places of a row's largest values, the strongest first. */
  public static int[] strongest(float[] weights, int most) {
    return Largest.of(weights.length, most, i -> Math.abs(weights[i])).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * The size of weight that gets the full colour: one for all tiles, so that they can be compared.
   *
   * @param dictionary J x M. Not modified.
   * @return positive
   */
  public static float limit(FMatrixRMaj dictionary) {
    int stride = 1 + dictionary.getNumElements() / MOST_SORTED;
    float[] sizes = new float[(dictionary.getNumElements() + stride - 1) / stride];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(dictionary.data[i * stride]);
    }
    Arrays.sort(sizes);
    int index = sizes.length - 1;
    float covered = sizes[(int) (COVERED * index)];
    float limit = covered > 0 ? covered : sizes[index];
    return limit > 0 && Float.isFinite(limit) ? limit : 1;
  }

  /**
   * The size of each unit's strongest weight: the scales at which every unit shows what it draws.
   *
   * @param dictionary J x M. Not modified.
   * @return J positive values
   */
  public static float[] strongest(FMatrixRMaj dictionary) {
    float[] strongest = new float[dictionary.numRows];
    for (int i = 0; i < dictionary.getNumElements(); i++) {
      int unit = i / dictionary.numCols;
      strongest[unit] = Math.max(strongest[unit], Math.abs(dictionary.data[i]));
    }
    for (int unit = 0; unit < strongest.length; unit++) {
      boolean usable = strongest[unit] > 0 && Float.isFinite(strongest[unit]);
      strongest[unit] = usable ? strongest[unit] : 1;
    }
    return strongest;
  }

  /** The size of a tile at scale 1, and which scales make sense. */
  public FramePicture shape() {
    return new FramePicture(meaning, palette);
  }

  /**
   * Paints the weights of one unit.
   *
   * @param weights M values. Not modified.
   * @param limit the size of weight that gets the full colour
   * @param out filled. Modified.
   */
  public void paint(float[] weights, float limit, Raster out) {
    if (meaning instanceof FrameMeaning.Image image) {
      paintImage(image, weights, limit, out);
    } else if (meaning instanceof FrameMeaning.PianoRoll roll) {
      out.fill(palette.background());
      Keyboard keyboard = new Keyboard(roll);
      keyboard.paint(
          out,
          keyboard.centred(out.width()),
          out.width(),
          out.height(),
          palette.border(),
          unit -> key(roll.lowestNote() + unit, weights[unit] / limit));
    } else if (meaning instanceof FrameMeaning.Words words) {
      new WordBars(words, palette).paintWeights(weights, limit, out);
    } else if (body != null) {
      body.paint(weights, limit, out);
    } else {
      Bars.paintSigned(weights, limit, palette, out);
    }
  }

  /** The same as {@link #sheet(FMatrixRMaj, int[], float[], int)} with one scale for all units. */
  public Raster sheet(FMatrixRMaj dictionary, int[] order, int tileWidth) {
    float[] limits = new float[dictionary.numRows];
    Arrays.fill(limits, limit(dictionary));
    return sheet(dictionary, order, limits, tileWidth);
  }

  /**
   * Paints units one after the other, row by row, in a sheet that is wider than high.
   *
   * @param dictionary J x M; row j = unit j. Not modified.
   * @param order the units to show, in order. Not modified.
   * @param limits the size of weight that gets the full colour, by unit. Not modified.
   * @param tileWidth wanted width of a tile in pixels; it is rounded to what is crisp
   */
  public Raster sheet(FMatrixRMaj dictionary, int[] order, float[] limits, int tileWidth) {
    FramePicture shape = shape();
    int scale = Math.max(shape.smallestScale(), Math.round(tileWidth / (float) shape.width()));
    double squares = order.length * shape.height() / (double) shape.width();
    int columns = (int) Math.max(1, Math.round(Math.sqrt(squares * WIDER)));
    List<Raster> tiles = new ArrayList<>();
    for (int unit : order) {
      Raster tile = new Raster(shape.width() * scale, shape.height() * scale);
      paint(row(dictionary, unit), limits[unit], tile);
      tiles.add(tile);
    }
    return Raster.grid(tiles, columns, GAP, palette.background());
  }

  /** A copy of one row of a matrix. */
  public static float[] row(FMatrixRMaj matrix, int row) {
    return Arrays.copyOfRange(matrix.data, row * matrix.numCols, (row + 1) * matrix.numCols);
  }

  private void paintImage(FrameMeaning.Image image, float[] weights, float limit, Raster out) {
    out.fill(palette.neutral());
    out.fitImage(image.width(), image.height(), unit -> palette.diverging(weights[unit] / limit));
  }

  /** Keys at rest are paler than a real keyboard's, so that what is lit stands out. */
  private int key(int note, float strength) {
    int resting =
        Keyboard.black(note)
            ? Palette.mix(palette.neutral(), palette.mutedText(), BLACK_KEY)
            : palette.neutral();
    return Palette.mix(resting, palette.diverging(Math.signum(strength)), Math.abs(strength));
  }
}
