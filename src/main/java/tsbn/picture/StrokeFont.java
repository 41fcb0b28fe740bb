package tsbn.picture;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters drawn with a pen, for pictures made where no font is installed. Each glyph is its advance
 * and its strokes on a grid whose capitals are 6 high, small letters 4, descenders 2 deep: {@code
 * ~} draws a smooth curve through its points, {@code @} a closed one, no mark straight lines.
 */
final class StrokeFont {
  private static final double CAPITAL = 6;
  private static final double SPACE = 1.5;
  private static final int CURVE_STEPS = 6;
  private static final Map<Character, String> GLYPHS = new HashMap<>();

  /** Letters that are no letter with an accent. */
  private static final Map<Character, String> SPELT =
      Map.of(
          '\u00df', "ss", '\u00e6', "ae", '\u00f8', "o", '\u0153', "oe", '\u0142', "l", '\u00f0',
          "d", '\u00fe', "th", '\u0131', "i", '\u2019', "'");

  static {
    capitals();
    smallLetters();
    digitsAndSigns();
  }

  private final Pen pen;

  /** A font for pictures of that size. */
  StrokeFont(int width, int height) {
    this.pen = new Pen(width, height);
  }

  /** Pixels across of a text whose capitals are {@code size} high. */
  double width(String text, double size) {
    double width = 0;
    for (char letter : plain(text).toCharArray()) {
      width += advance(letter) + SPACE;
    }
    return Math.max(0, width - SPACE) * size / CAPITAL;
  }

  /** Writes a text from x on with its baseline at y. */
  void write(String text, double x, double y, double size, double thickness, int argb, Raster out) {
    double scale = size / CAPITAL;
    double at = x;
    for (char letter : plain(text).toCharArray()) {
      String glyph = glyph(letter);
      String[] strokes = glyph.substring(glyph.indexOf('|') + 1).split(";", -1);
      for (String stroke : strokes) {
        if (!stroke.isEmpty()) {
          draw(stroke, at, y, scale, thickness);
        }
      }
      at += (advance(letter) + SPACE) * scale;
    }
    pen.lay(out, argb, 1);
  }

  /** Letters without their accents, and of other alphabets than ours nothing better. */
  private static String plain(String text) {
    if (text.chars().allMatch(letter -> letter < 128)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (char letter : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
      if (GLYPHS.containsKey(letter)) {
        plain.append(letter);
      } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
        plain.append(SPELT.getOrDefault(letter, String.valueOf(letter)));
      }
    }
    return plain.toString();
  }

  private static String glyph(char letter) {
    return GLYPHS.getOrDefault(letter, "3|0 0 0 6 3 6 3 0 0 0");
  }

  private static double advance(char letter) {
    String glyph = glyph(letter);
    return Double.parseDouble(glyph.substring(0, glyph.indexOf('|')));
  }

  private void draw(String stroke, double x, double y, double scale, double thickness) {
    boolean closed = stroke.charAt(0) == '@';
    boolean curved = closed || stroke.charAt(0) == '~';
    String[] numbers = (curved ? stroke.substring(1) : stroke).split(" ", -1);
    int count = numbers.length / 2;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = x + scale * Double.parseDouble(numbers[2 * i]);
      ys[i] = y - scale * Double.parseDouble(numbers[2 * i + 1]);
    }
    int segments = closed ? count : count - 1;
    for (int i = 0; i < segments; i++) {
      int a = index(i - 1, count, closed);
      int c = index(i + 1, count, closed);
      int d = index(i + 2, count, closed);
      int steps = curved ? CURVE_STEPS : 1;
      double px = xs[i];
      double py = ys[i];
      for (int s = 1; s <= steps; s++) {
        double u = s / (double) steps;
        double qx = curved ? spline(xs[a], xs[i], xs[c], xs[d], u) : xs[c];
        double qy = curved ? spline(ys[a], ys[i], ys[c], ys[d], u) : ys[c];
        pen.line(px, py, qx, qy, thickness);
        px = qx;
        py = qy;
      }
    }
  }

  private static int index(int i, int count, boolean closed) {
    return closed ? Math.floorMod(i, count) : Math.max(0, Math.min(count - 1, i));
  }

  /** Catmull and Rom (1974): a curve from b to c that a and d steer. */
  private static double spline(double a, double b, double c, double d, double u) {
    return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
  }

  private static void glyphs(String letters, String... shapes) {
    for (int i = 0; i < shapes.length; i++) {
      GLYPHS.put(letters.charAt(i), shapes[i]);
    }
  }

  private static void capitals() {
    glyphs(
        "ABCDEFGHIJKLM",
        "4.4|0 0 2.2 6 4.4 0;.75 2 3.65 2",
        "3.6|0 0 0 6 2 6;~2 6 3.1 5.5 3.1 3.7 2 3.2;0 3.2 2 3.2;~2 3.2 3.6 2.5 3.6 .7 2 0;2 0 0 0",
        "4|~4 4.8 3.3 5.7 2.1 6 .6 5.1 0 3 .6 .9 2.1 0 3.3 .3 4 1.2",
        "3.9|0 0 0 6 1.6 6;~1.6 6 3.3 5.1 3.9 3 3.3 .9 1.6 0;1.6 0 0 0",
        "3.3|3.3 6 0 6 0 0 3.3 0;0 3.1 2.8 3.1",
        "3.2|3.2 6 0 6 0 0;0 3.1 2.7 3.1",
        "4.2|~4 4.8 3.3 5.7 2.1 6 .6 5.1 0 3 .6 .9 2.1 0 3.5 .4 4.2 1.3;4.2 1.3 4.2 2.8 2.4 2.8",
        "4|0 0 0 6;4 0 4 6;0 3.1 4 3.1",
        "0.2|.1 0 .1 6",
        "2.6|2.6 6 2.6 1.7;~2.6 1.7 2.2 .4 1.3 0 .4 .4 0 1.4",
        "3.8|0 0 0 6;3.7 6 0 2.2;1.3 3.5 3.8 0",
        "3|0 6 0 0 3 0",
        "4.8|0 0 0 6 2.4 1.5 4.8 6 4.8 0");
    glyphs(
        "NOPQRSTUVWXYZ",
        "4|0 0 0 6 4 0 4 6",
        "4.4|@2.2 6 3.8 5.1 4.4 3 3.8 .9 2.2 0 .6 .9 0 3 .6 5.1",
        "3.5|0 0 0 6 2 6;~2 6 3.2 5.5 3.5 4.4 3.2 3.3 2 2.8;2 2.8 0 2.8",
        "4.4|@2.2 6 3.8 5.1 4.4 3 3.8 .9 2.2 0 .6 .9 0 3 .6 5.1;2.8 1.5 4.4 -.4",
        "3.7|0 0 0 6 2 6;~2 6 3.2 5.5 3.5 4.4 3.2 3.3 2 2.8;2 2.8 0 2.8;2 2.8 3.7 0",
        "3.6|~3.4 5 2.8 5.8 1.8 6 .6 5.6 .2 4.5 .7 3.6 1.8 3.1 3 2.6 3.6 1.6 3.1 .4 1.8 0 .6 .3 0 1.2",
        "4|0 6 4 6;2 6 2 0",
        "3.9|0 6 0 2;~0 2 .5 .5 1.95 0 3.4 .5 3.9 2;3.9 2 3.9 6",
        "4.2|0 6 2.1 0 4.2 6",
        "6|0 6 1.5 0 3 5.4 4.5 0 6 6",
        "4|0 6 4 0;0 0 4 6",
        "4|0 6 2 2.9 4 6;2 2.9 2 0",
        "3.7|0 6 3.7 6 0 0 3.7 0");
  }

  private static void smallLetters() {
    glyphs(
        "abcdefghijklm",
        "2.9|~.3 3.4 1.5 4 2.6 3.6 2.9 2.7;2.9 2.7 2.9 0;~2.9 2.3 1.1 2.2 .1 1.6 .1 .6 1 0 2.2 .3 2.9 1.2",
        "3.1|0 6 0 0;@1.5 4 2.6 3.4 3.1 2 2.6 .6 1.5 0 .5 .6 0 2 .5 3.4",
        "2.8|~2.8 3.2 1.6 4 .5 3.4 0 2 .5 .6 1.6 0 2.8 .8",
        "3.1|3.1 6 3.1 0;@1.6 4 2.6 3.4 3.1 2 2.6 .6 1.6 0 .5 .6 0 2 .5 3.4",
        "3|0 2.1 3 2.1;~3 2.1 2.6 3.5 1.5 4 .4 3.4 0 2 .5 .6 1.6 0 2.8 .8",
        "2|~2.2 5.9 1.3 5.9 .8 4.9;.8 4.9 .8 0;0 4 2 4",
        "3.1|3.1 4 3.1 -.6;~3.1 -.6 2.6 -1.8 1.5 -2.1 .3 -1.6;@1.6 4 2.6 3.4 3.1 2 2.6 .7 1.6 .1 .5 .7 0 2 .5 3.4",
        "2.8|0 0 0 6;~0 2.6 .6 3.6 1.6 4 2.5 3.5 2.8 2.4;2.8 2.4 2.8 0",
        "0.2|.1 0 .1 4;.1 5.6 .1 5.8",
        "0.9|.8 4 .8 -1;~.8 -1 .5 -1.8 -.2 -2;.8 5.6 .8 5.8",
        "2.8|0 0 0 6;2.7 4 0 1.4;1 2.4 2.8 0",
        "0.9|0 6 0 1;~0 1 .2 .2 .9 0",
        "4.8|0 0 0 4;~0 2.6 .5 3.6 1.3 4 2.1 3.5 2.4 2.4;2.4 2.4 2.4 0;~2.4 2.6 2.9 3.6 3.7 4 4.5 3.5 4.8 2.4;4.8 2.4 4.8 0");
    glyphs(
        "nopqrstuvwxyz",
        "2.8|0 0 0 4;~0 2.6 .6 3.6 1.6 4 2.5 3.5 2.8 2.4;2.8 2.4 2.8 0",
        "3.2|@1.6 4 2.8 3.4 3.2 2 2.8 .6 1.6 0 .4 .6 0 2 .4 3.4",
        "3.1|0 4 0 -2;@1.5 4 2.6 3.4 3.1 2 2.6 .6 1.5 0 .5 .6 0 2 .5 3.4",
        "3.1|3.1 4 3.1 -2;@1.6 4 2.6 3.4 3.1 2 2.6 .6 1.6 0 .5 .6 0 2 .5 3.4",
        "1.7|0 0 0 4;~0 2.4 .5 3.5 1.7 3.9",
        "2.5|~2.4 3.3 1.9 3.9 1.2 4 .4 3.7 .2 3 .6 2.4 1.4 2.1 2.2 1.6 2.5 1 2 .3 1.2 0 .5 .2 0 .8",
        "1.9|.7 5.4 .7 1;~.7 1 .9 .2 1.9 .1;0 4 1.9 4",
        "2.8|0 4 0 1.6;~0 1.6 .3 .5 1.2 0 2.2 .4 2.8 1.4;2.8 4 2.8 0",
        "3|0 4 1.5 0 3 4",
        "4.6|0 4 1.1 0 2.3 3.7 3.5 0 4.6 4",
        "2.9|0 4 2.9 0;0 0 2.9 4",
        "3|0 4 1.5 .1;~3 4 1.4 -.2 .9 -1.5 0 -2",
        "2.7|0 4 2.7 4 0 0 2.7 0");
  }

  private static void digitsAndSigns() {
    glyphs(
        "0123456789",
        "3.3|@1.65 6 2.9 5.1 3.3 3 2.9 .9 1.65 0 .4 .9 0 3 .4 5.1",
        "3.3|.6 4.8 1.9 6 1.9 0",
        "3.3|~.1 4.6 .6 5.6 1.6 6 2.7 5.6 3.1 4.5 2.6 3.3 0 0;0 0 3.3 0",
        "3.3|~.2 5 1 5.9 2.2 5.8 2.9 4.9 2.6 3.8 1.5 3.3;~1.5 3.3 2.8 2.8 3.3 1.7 2.7 .4 1.5 0 .5 .4 0 1.2",
        "3.3|2.5 0 2.5 6 0 1.8 3.3 1.8",
        "3.3|2.9 6 .5 6 .3 3.3;~.3 3.3 1.5 3.9 2.7 3.4 3.3 2 2.7 .6 1.5 0 .5 .3 0 1",
        "3.3|~2.9 5.3 1.9 6 .7 5.3 .1 3.5 0 2;@1.65 3.7 2.8 3.2 3.3 1.9 2.8 .6 1.65 0 .5 .6 0 1.9 .5 3.2",
        "3.3|0 6 3.3 6 1.2 0",
        "3.3|@1.65 6 2.7 5.6 3 4.6 2.6 3.7 1.65 3.3 .7 3.7 .3 4.6 .6 5.6;@1.65 3.3 2.9 2.8 3.3 1.7 2.9 .5 1.65 0 .4 .5 0 1.7 .4 2.8",
        "3.3|~.4 .7 1.4 0 2.6 .7 3.2 2.5 3.3 4;@1.65 6 2.8 5.4 3.3 4.1 2.8 2.8 1.65 2.3 .5 2.8 0 4.1 .5 5.4");
    glyphs(
        " .,:;-−–+=",
        "1.4|",
        "0.3|.1 .1 .2 .1",
        "0.5|.3 .2 0 -1",
        "0.3|.1 .4 .2 .4;.1 3.6 .2 3.6",
        "0.5|.3 .2 0 -1;.3 3.6 .4 3.6",
        "2|0 2.4 2 2.4",
        "3.2|0 3 3.2 3",
        "3|0 2.4 3 2.4",
        "3.2|0 3 3.2 3;1.6 4.6 1.6 1.4",
        "3.2|0 3.8 3.2 3.8;0 2.2 3.2 2.2");
    glyphs(
        "()[]/%'\"_|·×<>?!#*&",
        "1.2|~1.2 7 .3 5.2 0 3 .3 .8 1.2 -1",
        "1.2|~0 7 .9 5.2 1.2 3 .9 .8 0 -1",
        "1.1|1.1 7 0 7 0 -1 1.1 -1",
        "1.1|0 7 1.1 7 1.1 -1 0 -1",
        "2.4|0 -.6 2.4 6.6",
        "5|@1 6 1.8 5.5 2 4.6 1.8 3.7 1 3.2 .2 3.7 0 4.6 .2 5.5;@4 2.8 4.8 2.3 5 1.4 4.8 .5 4 0 3.2 .5 3 1.4 3.2 2.3;4.1 6 .9 0",
        "0.2|.1 6 .1 4.4",
        "1.4|.1 6 .1 4.4;1.3 6 1.3 4.4",
        "3.2|0 -.8 3.2 -.8",
        "0.2|.1 7 .1 -1",
        "0.6|.2 2.6 .4 2.6",
        "2.8|0 4.4 2.8 1.6;0 1.6 2.8 4.4",
        "3|3 5 0 3 3 1",
        "3|0 5 3 3 0 1",
        "2.8|~0 4.8 .6 5.8 1.6 6 2.6 5.4 2.7 4.3 1.8 3.2 1.4 1.8;1.4 .1 1.4 .2",
        "0.2|.1 6 .1 1.8;.1 .1 .1 .2",
        "3.6|1.2 6 .6 0;3 6 2.4 0;0 4 3.6 4;0 2 3.6 2",
        "2.4|1.2 6 1.2 3.4;.1 5.3 2.3 4.1;2.3 5.3 .1 4.1",
        "4|~4 0 1.4 3.6 .7 5 1.7 6 2.7 5 1.8 3.6 .4 2.6 0 1.4 .7 .3 1.7 0 3 .7 4 2.4");
  }
}
