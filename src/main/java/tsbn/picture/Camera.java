package tsbn.picture;

/**
 * From where bodies are looked at. All figures on a page share one, so that they turn together.
 *
 * @param azimuth radians about the vertical axis from where the body faces the viewer; growing, the
 *     viewer walks around it to its left
 * @param elevation radians above the floor
 * @param zoom how many times larger than to fit
 */
public record Camera(double azimuth, double elevation, double zoom) {
  /** From the front, a little to the left of the body and above its head. */
  public static final Camera START = new Camera(0.62, 0.2, 1);

  private static final double LOWEST = -0.1;
  private static final double HIGHEST = 1.55;
  private static final double SMALLEST = 0.25;
  private static final double LARGEST = 8;

  public Camera {
    if (!Double.isFinite(azimuth) || !Double.isFinite(elevation) || !(zoom > 0)) {
      throw new IllegalArgumentException("A camera needs finite angles.");
    }
    azimuth = Math.IEEEremainder(azimuth, 2 * Math.PI);
    elevation = Math.max(LOWEST, Math.min(HIGHEST, elevation));
    zoom = Math.max(SMALLEST, Math.min(LARGEST, zoom));
  }

  /** Walks around the body, and up or down; both in radians. */
  public Camera orbited(double around, double up) {
    return new Camera(azimuth + around, elevation + up, zoom);
  }

  /** That many times nearer. */
  public Camera zoomed(double factor) {
    return new Camera(azimuth, elevation, zoom * factor);
  }
}
