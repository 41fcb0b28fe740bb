package tsbn.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tsbn.data.FrameMeaning;
import tsbn.math.Largest;

/**
 * Words as bars, as many as have room: the most frequent ones of a text, each with its share of all
 * words, or those that a hidden unit raises and lowers most.
 */
final class WordBars {
  private static final int ROW = 17;
  private static final double CAPITAL = 7.5;
  private static final double THIN = 1.2;
  private static final double WORDS_SHARE = 0.42;
  private static final double WIDEST_WORDS = 150;
  private static final double TINT = 0.45;
  private static final double MARGIN = 8;
  private static final double BAR = 0.5;
  private static final int NUMBER = 46;

  private final FrameMeaning.Words meaning;
  private final Palette palette;

  WordBars(FrameMeaning.Words meaning, Palette palette) {
    this.meaning = meaning;
    this.palette = palette;
  }

  /**
   * Paints a frame.
   *
   * @param frame M counts or shares, none negative. Not modified.
   * @param out filled. Modified.
   */
  void paint(float[] frame, Raster out) {
    out.fill(palette.background());
    int rows = Math.max(1, out.height() / ROW);
    List<Integer> top = largest(frame, 1, rows);
    if (top.isEmpty()) {
      return;
    }
    double total = 0;
    for (float value : frame) {
      total += value;
    }
    StrokeFont font = new StrokeFont(out.width(), out.height());
    double left = Math.max(60, Math.min(WIDEST_WORDS, WORDS_SHARE * out.width()));
    double room = Math.max(1, out.width() - left - NUMBER);
    for (int row = 0; row < top.size(); row++) {
      int unit = top.get(row);
      double baseline = row * ROW + (ROW + CAPITAL) / 2;
      String word = fitting(meaning.words().get(unit), left - 2 * MARGIN, font);
      double x = left - MARGIN - font.width(word, CAPITAL);
      font.write(word, x, baseline, CAPITAL, THIN, palette.text(), out);
      int length = (int) Math.max(1, Math.round(room * frame[unit] / frame[top.get(0)]));
      int height = (int) (BAR * ROW);
      out.fill((int) left, row * ROW + (ROW - height) / 2, length, height, palette.accent());
      String share = Ticks.number(100 * frame[unit] / total, 2) + " %";
      font.write(share, left + length + 6, baseline, CAPITAL - 1, THIN, palette.mutedText(), out);
    }
  }

  /**
   * Paints what a unit does: above, the words it raises most, below, those it lowers most.
   *
   * @param weights M values. Not modified.
   * @param limit the size of weight whose bar is as long as the picture is wide
   * @param out filled. Modified.
   */
  void paintWeights(float[] weights, float limit, Raster out) {
    out.fill(palette.background());
    int rows = Math.max(2, out.height() / ROW);
    StrokeFont font = new StrokeFont(out.width(), out.height());
    List<Integer> shown = new ArrayList<>(largest(weights, 1, (rows + 1) / 2));
    List<Integer> lowered = new ArrayList<>(largest(weights, -1, rows - shown.size()));
    Collections.reverse(lowered);
    shown.addAll(lowered);
    for (int row = 0; row < shown.size(); row++) {
      float weight = weights[shown.get(row)] / limit;
      int length = (int) Math.round(Math.min(1, Math.abs(weight)) * out.width());
      int colour = Palette.mix(palette.background(), palette.diverging(Math.signum(weight)), TINT);
      out.fill(0, row * ROW + 1, Math.max(2, length), ROW - 2, colour);
      String word = fitting(meaning.words().get(shown.get(row)), out.width() - 6, font);
      double baseline = row * ROW + (ROW + CAPITAL) / 2;
      font.write(word, 4, baseline, CAPITAL, THIN, palette.text(), out);
    }
  }

  /**
   * The units of the largest values above 0, the largest first.
   *
   * @param sign 1, or -1 for those furthest below 0
   */
  private static List<Integer> largest(float[] values, int sign, int most) {
    return Largest.of(values.length, most, unit -> sign * values[unit]).stream()
        .filter(unit -> sign * values[unit] > 0)
        .toList();
  }

  /** A long word without its end. */
  private static String fitting(String word, double width, StrokeFont font) {
    String shown = word;
    while (shown.length() > 2 && font.width(shown, CAPITAL) > width) {
      shown = shown.substring(0, shown.length() - 2) + ".";
    }
    return shown;
  }
}
