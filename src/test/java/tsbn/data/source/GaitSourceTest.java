package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.RecodedMotion;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.Notation;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Standardisation;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;
import tsbn.data.source.gait.Gait;
import tsbn.data.source.gait.GaitBody;
import tsbn.data.source.gait.GaitMotion;
import tsbn.math.RandomStream;

/** A believable walk and run: what one would see in a figure, measured. */
class GaitSourceTest {
  private static final Skeleton BODY = GaitBody.skeleton();
  private static final int FRAMES = 300;
  private static final double RATE = 60;
  private static final List<String> CHANNELS =
      IntStream.range(0, BODY.channels()).mapToObj(BODY::channelName).toList();
  private static final List<String> FEET = List.of("ltoes", "rtoes");

  /** Places of the joints of ten seconds, in centimetres: T x 3 J. */
  private static FMatrixRMaj places(DMatrixRMaj motion) {
    return new MotionCodec(BODY, MotionCoding.none(BODY, RATE))
        .positions(MotionCodec.narrow(motion));
  }

  private static DMatrixRMaj straight(Gait gait) {
    return GaitMotion.make(time -> gait, time -> 0, 0.3, 0, FRAMES, RATE, new RandomStream(1));
  }

  private static double get(FMatrixRMaj places, int t, String joint, int axis) {
    return places.get(t, 3 * BODY.indexOf(joint) + axis);
  }

  private static double channel(DMatrixRMaj motion, int t, String name) {
    return motion.get(t, CHANNELS.indexOf(name));
  }

  @Test
  void theSetCanBeTrainedOnAtOnce() throws DataFormatException {
    SequenceSet set = open("builtin:gait");
    assertEquals(60, set.get(Split.TRAIN).size());
    assertEquals(10, set.get(Split.VALID).size());
    assertEquals(10, set.get(Split.TEST).size());
    assertEquals(150, set.get(Split.TEST).get(9).frames());
    assertEquals(DataKind.REAL, set.kind());
    assertEquals(30, set.framesPerSecond());
    Set<String> styles = new HashSet<>();
    set.labels().get(Split.TRAIN).forEach(label -> styles.add(label.style()));
    assertEquals(Set.of("walk", "run", "walk, run, walk"), styles);
    FrameMeaning.Motion meaning = (FrameMeaning.Motion) set.meaning();
    assertEquals(21, meaning.skeleton().jointCount());
    assertEquals("hips ahead", meaning.unitName(0));
    assertEquals(set.meaning(), open(set.source()).meaning());
  }

  @Test
  void theLeanOfAWalkIsConstant() throws DataFormatException {
    SequenceSet walks = open("builtin:gait?style=walk");
    FrameMeaning.Motion motion = (FrameMeaning.Motion) walks.meaning();
    assertEquals(38, walks.units());
    assertFalse(motion.coding().columns().kept().contains(4), "differs by 1e-4 degrees");
    assertEquals(1.2, motion.coding().columns().constants().get(4), 1e-3);
    assertEquals(39, open("builtin:gait").units(), "a run leans more than a walk");
  }

  @Test
  void motionsFollowFromTheSeedAndNotFromTheSizesOfTheSplits() throws DataFormatException {
    String raw = "&standardise=false&constant=keep";
    SequenceSet small = open("builtin:gait?train=2&valid=1&test=1&seed=5" + raw);
    SequenceSet large = open("builtin:gait?train=4&valid=3&test=2&seed=5" + raw);
    for (Split split : Split.values()) {
      assertArrayEquals(
          small.get(split).get(0).toMatrix().data, large.get(split).get(0).toMatrix().data);
    }
  }

  @Test
  void aRunSeesOtherMotionsInItsOwnCoding() throws DataFormatException {
    SequenceSet own = open("builtin:gait?train=4&valid=0&test=1");
    SequenceSet other =
        open("builtin:gait?train=4&valid=0&test=1&root=absolute&standardise=false&constant=keep");
    SequenceSet seen = RecodedMotion.of(other, own.meaning());
    assertEquals(own.meaning(), seen.meaning());
    assertEquals(other.labels(), seen.labels());
    for (Split split : List.of(Split.TRAIN, Split.TEST)) {
      assertArrayEquals(
          own.get(split).get(0).toMatrix().data, seen.get(split).get(0).toMatrix().data, 2e-3f);
    }
    assertSame(own, RecodedMotion.of(own, own.meaning()));
    assertSame(own, RecodedMotion.of(own, new FrameMeaning.Channels(own.units())));
    SequenceSet balls = open("builtin:balls?train=1&valid=0&test=0&frames=2");
    assertSame(balls, RecodedMotion.of(balls, own.meaning()));
    FrameMeaning.Motion point =
        new FrameMeaning.Motion(
            new Skeleton(
                Notation.BIOVISION,
                List.of(Joint.of("point", -1, Vector3.ZERO, Channel.TX)),
                Up.Y,
                0),
            new MotionCoding(30, 30, true, RootCoding.ABSOLUTE, Standardisation.none(1), 0));
    DataFormatException e =
        assertThrows(DataFormatException.class, () -> RecodedMotion.of(own, point));
    assertEquals(
        "Walk and run moves a body with other joints than the run was trained on.", e.getMessage());
  }

  private static SequenceSet open(String source) throws DataFormatException {
    return DataSources.open(source, Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"walk", "run", "walk, run, walk"})
  void feetStandOnTheFloorAndDoNotSlide(String style) {
    for (int seed = 0; seed < 20; seed++) {
      DMatrixRMaj motion = GaitSource.motion(style, FRAMES, RATE, new RandomStream(seed));
      FMatrixRMaj places = places(motion);
      int stood = 0;
      double slid = 0;
      for (int t = 0; t < FRAMES; t++) {
        for (String foot : FEET) {
          double ball = get(places, t, foot, 1);
          assertTrue(ball > 1 && get(places, t, foot + " end", 1) > -1, "foot at " + ball);
          if (t > 0 && ball < 2.01 && get(places, t - 1, foot, 1) < 2.01) {
            stood++;
            slid +=
                Math.hypot(
                    get(places, t, foot, 0) - get(places, t - 1, foot, 0),
                    get(places, t, foot, 2) - get(places, t - 1, foot, 2));
          }
        }
      }
      // Of the way that the body goes meanwhile, which is 2 to 6 cm a frame.
      assertTrue(stood > FRAMES / 4, style + " stood for " + stood);
      assertTrue(slid / stood < 0.15, style + " slid " + slid / stood);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"walk", "run", "walk, run, walk"})
  void kneesBendBackwardsAndNothingJumps(String style) {
    for (int seed = 0; seed < 20; seed++) {
      DMatrixRMaj motion = GaitSource.motion(style, FRAMES, RATE, new RandomStream(seed));
      for (int t = 0; t < FRAMES; t++) {
        for (String side : List.of("l", "r")) {
          double knee = channel(motion, t, side + "knee rx");
          assertTrue(knee > 0 && knee < 130, "knee " + knee);
          assertTrue(channel(motion, t, side + "elbow rx") < 0);
        }
        for (int c = 6; t > 0 && c < motion.numCols; c++) {
          double jump = Math.abs(motion.get(t, c) - motion.get(t - 1, c));
          assertTrue(jump < 25, CHANNELS.get(c) + " jumps by " + jump + " in a " + style);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, 130, 160})
  void aWalkHasItsStridesItsBounceAndSwingingArms(double speed) {
    Gait gait = Gait.walk(speed);
    DMatrixRMaj motion = straight(gait);
    FMatrixRMaj places = places(motion);
    double seconds = FRAMES / RATE;
    double way = get(places, FRAMES - 1, "hips", 2) - get(places, 0, "hips", 2);
    assertEquals(speed, way * RATE / (FRAMES - 1), 0.02 * speed);
    assertEquals(gait.strides() * seconds, rounds(places, "lankle", "rankle", 2), 1);
    assertEquals(2 * gait.strides() * seconds, peaks(motion), 1.01);
    int against = 0;
    for (int t = 0; t < FRAMES; t++) {
      double feet = get(places, t, "lankle", 2) - get(places, t, "rankle", 2);
      double hands = get(places, t, "lwrist", 2) - get(places, t, "rwrist", 2);
      against += feet * hands < 0 ? 1 : 0;
      assertTrue(
          Math.min(get(places, t, "ltoes", 1), get(places, t, "rtoes", 1)) < 2.5, "a walk flies");
    }
    assertTrue(against > 0.8 * FRAMES, "arms against legs in " + against);
  }

  @Test
  void aRunFliesWithBentElbows() {
    Gait gait = Gait.run(300);
    DMatrixRMaj motion = straight(gait);
    FMatrixRMaj places = places(motion);
    int flies = 0;
    for (int t = 0; t < FRAMES; t++) {
      double lower = Math.min(get(places, t, "ltoes", 1), get(places, t, "rtoes", 1));
      flies += lower > 3 ? 1 : 0;
      assertTrue(channel(motion, t, "lelbow rx") < -55);
    }
    assertTrue(flies > 0.12 * FRAMES, "in the air for " + flies);
    assertEquals(2 * gait.strides() * FRAMES / RATE, peaks(motion), 1.01);
  }

  /** How often the hips are at the top. */
  private static int peaks(DMatrixRMaj motion) {
    double mean = 0;
    for (int t = 0; t < FRAMES; t++) {
      mean += motion.get(t, 1) / FRAMES;
    }
    int found = 0;
    for (int t = 1; t < FRAMES; t++) {
      found += motion.get(t - 1, 1) <= mean && motion.get(t, 1) > mean ? 1 : 0;
    }
    return found;
  }

  /** How often one joint overtakes another. */
  private static int rounds(FMatrixRMaj places, String one, String other, int axis) {
    int found = 0;
    for (int t = 1; t < FRAMES; t++) {
      boolean before = get(places, t - 1, one, axis) > get(places, t - 1, other, axis);
      found += !before && get(places, t, one, axis) > get(places, t, other, axis) ? 1 : 0;
    }
    return found;
  }

  @Test
  void motionsThatChangeDoBoth() {
    DMatrixRMaj motion = GaitSource.motion("walk, run, walk", FRAMES, RATE, new RandomStream(2));
    FMatrixRMaj places = places(motion);
    double begins = way(places, 0, 40);
    double middle = way(places, 140, 180);
    double ends = way(places, 260, 299);
    assertTrue(
        middle > 1.5 * begins && middle > 1.5 * ends,
        "speeds " + begins + ", " + middle + ", " + ends);
  }

  private static double way(FMatrixRMaj places, int from, int to) {
    return Math.hypot(
            get(places, to, "hips", 0) - get(places, from, "hips", 0),
            get(places, to, "hips", 2) - get(places, from, "hips", 2))
        / (to - from);
  }
}
