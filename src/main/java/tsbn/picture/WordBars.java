package tsbn.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tsbn.data.FrameMeaning;

/**
 * The most frequent words of a text as bars, the most frequent one on top, each with its share of
 * all words. As many as have room.
 */
final class WordBars {
  private static final int ROW = 17;
  private static final double CAPITAL = 7.5;
  private static final double THIN = 1.2;
  private static final double WORDS_SHARE = 0.42;
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
    List<Integer> top =
        IntStream.range(0, frame.length)
            .filter(i -> frame[i] > 0)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -frame[i]))
            .limit(rows)
            .toList();
    if (top.isEmpty()) {
      return;
    }
    double total = 0;
    for (float value : frame) {
      total += value;
    }
    StrokeFont font = new StrokeFont(out.width(), out.height());
    double left = Math.max(60, WORDS_SHARE * out.width());
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

  /** A long word without its end. */
  private static String fitting(String word, double width, StrokeFont font) {
    String shown = word;
    while (shown.length() > 2 && font.width(shown, CAPITAL) > width) {
      shown = shown.substring(0, shown.length() - 2) + ".";
    }
    return shown;
  }
}
