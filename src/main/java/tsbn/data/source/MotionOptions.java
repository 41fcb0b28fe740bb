package tsbn.data.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Skeleton;

/**
 * What a user can ask of a motion before a model sees it.
 *
 * @param fps frames a second; 0 where it is not said
 * @param continuous whether full turns are taken out of angles that jump
 * @param root what is seen of the root; null where it is not said
 * @param drop whether constant channels are dropped
 * @param scale whether channels are standardised
 * @param overAll whether that follows from all frames, not from the training frames alone
 * @param chunk frames of the pieces that sequences are cut in; 0 for whole sequences
 * @param join whether sequences are put behind each other before they are cut
 * @param division what is held out
 */
record MotionOptions(
    double fps,
    boolean continuous,
    RootCoding root,
    boolean drop,
    boolean scale,
    boolean overAll,
    int chunk,
    boolean join,
    Division division) {
  /** What a model sees a second where nothing else is said and more were recorded. */
  static final double USUAL_FPS = 30;

  private static final Set<String> TREATMENT =
      Set.of("fps", "angles", "root", "standardise", "constant", "chunk");

  /** Names of the options of the treatment, and those of a source besides. */
  static Set<String> names(Set<String> besides) {
    Set<String> names = new HashSet<>(TREATMENT);
    names.addAll(besides);
    return names;
  }

  /** Names of the options of motions that are not divided into splits, and those besides. */
  static Set<String> allNames(Set<String> besides) {
    Set<String> names = names(besides);
    names.addAll(Division.OPTIONS);
    names.add("recipe");
    return names;
  }

  static MotionOptions of(SourceAddress address) throws DataFormatException {
    if (address.choice("recipe", null, List.of("mit")) != null) {
      for (String name : allNames(Set.of())) {
        if (!name.equals("recipe") && address.text(name) != null) {
          throw new DataFormatException(
              "%s: the option recipe says all that %s would say.".formatted(address.place(), name));
        }
      }
      Division last = new Division("0", Division.SHARE, 1);
      return new MotionOptions(0, false, null, true, true, true, 100, true, last);
    }
    String root = address.choice("root", null, List.of("relative", "absolute"));
    return new MotionOptions(
        address.number("fps", 1, MotionCoding.MOST_FRAMES_PER_SECOND),
        address
            .choice("angles", "continuous", List.of("continuous", "recorded"))
            .equals("continuous"),
        root == null ? null : root.equals("relative") ? RootCoding.RELATIVE : RootCoding.ABSOLUTE,
        address.choice("constant", "drop", List.of("drop", "keep")).equals("drop"),
        address.choice("standardise", "true", List.of("true", "false")).equals("true"),
        false,
        address.integer("chunk", 0, 2, 1_000_000),
        false,
        Division.of(address));
  }

  /** Whether it is a recipe, which leaves rate and root as they are recorded. */
  boolean recipe() {
    return overAll;
  }

  /** What a model sees a second of a motion of so many frames a second. */
  double rate(double recorded) {
    if (fps > 0) {
      return Math.abs(fps - recorded) < 1e-3 * recorded ? recorded : fps;
    }
    return recipe() || recorded <= USUAL_FPS ? recorded : USUAL_FPS;
  }

  /** What a model sees of the root of a skeleton where nothing is recorded of it but its place. */
  RootCoding root(Skeleton skeleton) {
    if (root != null) {
      return root;
    }
    return !recipe() && MotionCodec.rootCanBeRelative(skeleton)
        ? RootCoding.RELATIVE
        : RootCoding.ABSOLUTE;
  }
}
