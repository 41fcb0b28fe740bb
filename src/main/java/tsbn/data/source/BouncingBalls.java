package tsbn.data.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.math.RandomStream;

/**
 * Videos of balls bouncing in a box (Sutskever, Hinton and Taylor 2009; the paper's section 5.1):
 * discs of one mass and of radius {@value #RADIUS} in a square box of side {@value #BOX}, moved in
 * two half-steps a frame; the speeds of all balls together are a vector of norm {@value #SPEED}.
 *
 * <p>One deviation from the usual generator: two overlapping balls exchange their speeds along the
 * line of impact only while they approach each other. Exchanging whenever they overlap makes some
 * pairs stick.
 */
final class BouncingBalls implements BuiltinSource {
  static final double BOX = 10;
  static final double RADIUS = 1.2;
  static final double SPEED = 0.5;
  private static final int HALF_STEPS = 2;
  private static final int MOST_SEQUENCES = 100_000;
  private static final int MOST_BALLS = 8;

  @Override
  public Builtin description() {
    return new Builtin(
        "builtin:balls",
        "Bouncing balls",
        "Videos of three balls that bounce off each other and off the walls, 30 x 30 grey pixels.");
  }

  @Override
  public Set<String> options() {
    return Set.of("train", "valid", "test", "frames", "size", "balls", "seed");
  }

  @Override
  public SequenceSet open(SourceAddress address, String source, Progress progress)
      throws DataFormatException {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    counts.put(Split.TRAIN, address.integer("train", 2000, 1, MOST_SEQUENCES));
    counts.put(Split.VALID, address.integer("valid", 100, 0, MOST_SEQUENCES));
    counts.put(Split.TEST, address.integer("test", 200, 0, MOST_SEQUENCES));
    int frames = address.integer("frames", 100, 1, 10_000);
    int size = address.integer("size", 30, 4, 200);
    int balls = address.integer("balls", 3, 1, MOST_BALLS);
    RandomStream random = new RandomStream(seed(address)).child(balls);

    Map<Split, List<Sequence>> splits = new EnumMap<>(Split.class);
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    int done = 0;
    for (Split split : Split.values()) {
      List<Sequence> sequences = new ArrayList<>();
      RandomStream ofSplit = random.child(split.ordinal());
      for (int i = 0; i < counts.get(split); i++) {
        progress.check((double) done++ / total);
        sequences.add(
            new BallSequence(size, frames, balls, video(frames, balls, ofSplit.child(i))));
      }
      splits.put(split, sequences);
    }
    return new SequenceSet(
        description().title(),
        source,
        DataKind.GREY,
        new FrameMeaning.Image(size, size),
        30,
        splits,
        List.of());
  }

  /**
   * The centres of the balls over time.
   *
   * @return x and y of ball i at frame t at {@code 2 (t balls + i)} and the place after it
   */
  static float[] video(int frames, int balls, RandomStream random) {
    double[] place = startPlaces(balls, random);
    double[] speed = startSpeeds(balls, random);
    float[] centres = new float[frames * place.length];
    for (int t = 0; t < frames; t++) {
      for (int k = 0; k < place.length; k++) {
        centres[t * place.length + k] = (float) place[k];
      }
      for (int half = 0; half < HALF_STEPS; half++) {
        move(place, speed, 1.0 / HALF_STEPS);
      }
    }
    return centres;
  }

  /**
   * Places inside the box without overlap: each ball is uniform where there is room beside those
   * placed before it; where that is hard to find, all are placed anew.
   */
  static double[] startPlaces(int balls, RandomStream random) {
    double[] place = new double[2 * balls];
    int placed = 0;
    for (int attempt = 1; placed < balls; attempt++) {
      place[2 * placed] = RADIUS + (BOX - 2 * RADIUS) * random.nextDouble();
      place[2 * placed + 1] = RADIUS + (BOX - 2 * RADIUS) * random.nextDouble();
      if (free(place, placed)) {
        placed++;
      } else if (attempt % 100 == 0) {
        placed = 0;
      }
    }
    return place;
  }

  private static boolean free(double[] place, int ball) {
    for (int other = 0; other < ball; other++) {
      double dx = place[2 * ball] - place[2 * other];
      double dy = place[2 * ball + 1] - place[2 * other + 1];
      if (Math.hypot(dx, dy) < 2 * RADIUS) {
        return false;
      }
    }
    return true;
  }

  /** A direction uniform over the sphere of all balls' speeds together, of norm {@link #SPEED}. */
  static double[] startSpeeds(int balls, RandomStream random) {
    double[] speed = new double[2 * balls];
    double squares = 0;
    for (int k = 0; k < speed.length; k++) {
      speed[k] = random.nextGaussian();
      squares += speed[k] * speed[k];
    }
    for (int k = 0; k < speed.length; k++) {
      speed[k] *= SPEED / Math.sqrt(squares);
    }
    return speed;
  }

  /**
   * Moves every ball for a time and reflects the speeds of those that then touch.
   *
   * @param place x and y of each ball. Modified.
   * @param speed likewise. Modified; its norm stays.
   */
  static void move(double[] place, double[] speed, double time) {
    for (int k = 0; k < place.length; k++) {
      place[k] += time * speed[k];
      if (place[k] < RADIUS) {
        speed[k] = Math.abs(speed[k]);
      } else if (place[k] > BOX - RADIUS) {
        speed[k] = -Math.abs(speed[k]);
      }
    }
    for (int i = 0; i < place.length; i += 2) {
      for (int j = i + 2; j < place.length; j += 2) {
        collide(place, speed, i, j);
      }
    }
  }

  /** Equal masses exchange their speeds along the line of impact n: v += n (n . (v' - v)). */
  private static void collide(double[] place, double[] speed, int i, int j) {
    double nx = place[i] - place[j];
    double ny = place[i + 1] - place[j + 1];
    double distance = Math.hypot(nx, ny);
    if (distance >= 2 * RADIUS || distance == 0) {
      return;
    }
    nx /= distance;
    ny /= distance;
    double closing = nx * (speed[j] - speed[i]) + ny * (speed[j + 1] - speed[i + 1]);
    if (closing > 0) {
      speed[i] += closing * nx;
      speed[i + 1] += closing * ny;
      speed[j] -= closing * nx;
      speed[j + 1] -= closing * ny;
    }
  }
}
