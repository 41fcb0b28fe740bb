package tsbn.picture;

/**
 * The colours of a body: left limbs blue, right ones orange, which colour-blind readers tell apart,
 * and the rest grey.
 */
final class SkeletonColours {
  private static final double MIDDLE = 0.8;

  private SkeletonColours() {}

  static int side(BodyPlan.Side side, Palette palette) {
    return switch (side) {
      case LEFT -> palette.series(0);
      case RIGHT -> palette.series(4);
      case MIDDLE -> Palette.mix(palette.background(), palette.text(), MIDDLE);
    };
  }
}
