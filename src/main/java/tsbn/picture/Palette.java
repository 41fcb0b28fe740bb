package tsbn.picture;

/**
 * The colours of every picture, in a light and a dark variant. The first six series follow Okabe
 * and Ito (2008), whose colours stay apart for colour-blind readers, as the darker ones after them
 * do by lightness; the diverging scale goes from orange over the paper's white (or the dark page)
 * to blue, in OKLab (Ottosson 2020) between ends of one lightness, so that +w and -w look equally
 * strong.
 */
public enum Palette {
  LIGHT(
      0xFFFFFFFF,
      0xFF24292F,
      0xFF57606A,
      0xFFDCE0E5,
      0xFFD0D7DE,
      0xFFF6F6F6,
      0xFF0072B2,
      0xFFC1510B,
      new int[] {
        0xFF0072B2,
        0xFFE69F00,
        0xFF009E73,
        0xFFCC79A7,
        0xFFD55E00,
        0xFF56B4E9,
        0xFF332288,
        0xFF8C7A00,
        0xFF882255,
        0xFF6B7480
      }),
  DARK(
      0xFF0D1117,
      0xFFE6EDF3,
      0xFF8B949E,
      0xFF262C33,
      0xFF30363D,
      0xFF161B22,
      0xFF56B4E9,
      0xFFF19B4C,
      new int[] {
        0xFF56B4E9,
        0xFFE69F00,
        0xFF2CC295,
        0xFFE6A0CC,
        0xFFF0814A,
        0xFF3A8FD6,
        0xFFA79BFF,
        0xFFF0E442,
        0xFFD9587F,
        0xFFA9B1BA
      });

  /** Steps from zero to either end of the diverging scale. */
  private static final int STEPS = 255;

  private final int background;
  private final int text;
  private final int mutedText;
  private final int grid;
  private final int border;
  private final int neutral;
  private final int[] series;
  private final int[] diverging = new int[2 * STEPS + 1];

  Palette(
      int background,
      int text,
      int mutedText,
      int grid,
      int border,
      int neutral,
      int positive,
      int negative,
      int[] series) {
    this.background = background;
    this.text = text;
    this.mutedText = mutedText;
    this.grid = grid;
    this.border = border;
    this.neutral = neutral;
    this.series = series;
    double[] zero = OkLab.of(neutral);
    double[] plus = OkLab.of(positive);
    double[] minus = OkLab.of(negative);
    for (int i = 0; i <= STEPS; i++) {
      double share = i / (double) STEPS;
      diverging[STEPS + i] = OkLab.toArgb(zero, plus, share);
      diverging[STEPS - i] = OkLab.toArgb(zero, minus, share);
    }
  }

  /** The variant for a dark or a light page. */
  public static Palette of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  /** The page behind a picture. */
  public int background() {
    return background;
  }

  public int text() {
    return text;
  }

  /** Labels that step back. */
  public int mutedText() {
    return mutedText;
  }

  /** Grid lines. */
  public int grid() {
    return grid;
  }

  public int border() {
    return border;
  }

  /** The middle of the diverging scale: a weight of zero. */
  public int neutral() {
    return neutral;
  }

  /** The main colour: notes, bars, what is on. */
  public int accent() {
    return series[0];
  }

  /** The colour of the i-th series; they repeat after the last. */
  public int series(int i) {
    return series[Math.floorMod(i, series.length)];
  }

  /** Number of series colours before they repeat. */
  public int seriesCount() {
    return series.length;
  }

  /** Black for 0 to white for 1, the same in both variants; beyond is clipped, NaN is black. */
  public static int grey(float value) {
    int level = Math.round(255 * Math.max(0, Math.min(1, value)));
    return 0xFF000000 | level * 0x010101;
  }

  /** Orange for -1 over neutral for 0 to blue for 1; beyond is clipped, NaN is neutral. */
  public int diverging(float value) {
    return diverging[STEPS + Math.round(STEPS * Math.max(-1, Math.min(1, value)))];
  }

  /** The colour {@code share} of the way from one to the other; the result is as opaque as from. */
  public static int mix(int from, int to, double share) {
    return mix256(from, to, share256(share));
  }

  /** A share in [0, 1] in 256ths. */
  static int share256(double share) {
    return (int) (256 * Math.max(0, Math.min(1, share)) + 0.5);
  }

  /** The same with the share in 256ths; for every pixel of a picture. */
  static int mix256(int from, int to, int share256) {
    int red = mixed(from >> 16 & 0xFF, to >> 16 & 0xFF, share256);
    int green = mixed(from >> 8 & 0xFF, to >> 8 & 0xFF, share256);
    int blue = mixed(from & 0xFF, to & 0xFF, share256);
    return from & 0xFF000000 | red << 16 | green << 8 | blue;
  }

  private static int mixed(int from, int to, int s) {
    return from + ((to - from) * s >> 8);
  }
}
