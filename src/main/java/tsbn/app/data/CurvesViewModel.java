package tsbn.app.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Choice;
import tsbn.app.support.Clip;
import tsbn.app.support.Messages;
import tsbn.data.FrameMeaning;
import tsbn.data.motion.Joint;
import tsbn.data.motion.Skeleton;
import tsbn.picture.JointCurves;

/** Which joint's curves stand below a motion. */
public final class CurvesViewModel {
  private static final Messages MESSAGES = Messages.of(CurvesViewModel.class);
  private static final int ALL = -1;

  private final Choice<Integer> choice = new Choice<>(this::title, this::choose);
  private final IntegerProperty joint = new SimpleIntegerProperty(ALL);
  private final ReadOnlyObjectWrapper<JointCurves> curves = new ReadOnlyObjectWrapper<>();
  private Clip clip;
  private FrameMeaning.Motion motion;

  CurvesViewModel() {
    joint.addListener((observable, was, is) -> choose(is.intValue()));
  }

  // Properties

  /** The joints that move, and all channels together. */
  public Choice<?> choice() {
    return choice;
  }

  /** The chosen joint; -1 for all channels. */
  public IntegerProperty jointProperty() {
    return joint;
  }

  /** What moves the chosen joint; null where that is not asked for. */
  public ReadOnlyObjectProperty<JointCurves> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  // Commands

  /** Another sequence is shown; null for none. */
  void show(Clip shown) {
    clip = shown;
    Skeleton before = motion == null ? null : motion.skeleton();
    motion = shown != null && shown.meaning() instanceof FrameMeaning.Motion is ? is : null;
    if (motion == null) {
      curves.set(null);
      return;
    }
    List<Integer> joints = new ArrayList<>(List.of(ALL));
    for (int j = 0; j < motion.skeleton().size(); j++) {
      if (!JointCurves.units(motion, j).isEmpty()) {
        joints.add(j);
      }
    }
    int wanted = motion.skeleton().equals(before) ? joint.get() : liveliest(joints);
    choice.show(joints, joints.contains(wanted) ? wanted : ALL);
    joint.set(joints.contains(wanted) ? wanted : ALL);
    draw();
  }

  // How

  private String title(Integer which) {
    return which == ALL || motion == null
        ? MESSAGES.get("curves.all")
        : motion.skeleton().joints().get(which).name().substring(prefix().length());
  }

  /** What all names begin with up to a separator, such as {@code mixamorig:}. */
  private String prefix() {
    List<String> names = motion.skeleton().joints().stream().map(Joint::name).toList();
    String first = names.get(0);
    int length = first.length();
    for (String name : names) {
      length = Math.min(length, name.length() - 1);
      while (length > 0 && !name.startsWith(first.substring(0, length))) {
        length--;
      }
    }
    while (length > 0 && Character.isLetterOrDigit(first.charAt(length - 1))) {
      length--;
    }
    return first.substring(0, Math.max(0, length));
  }

  private void choose(int wanted) {
    if (motion == null) {
      return;
    }
    int moved = wanted == ALL ? ALL : JointCurves.moved(motion, wanted);
    if (moved != wanted && moved != ALL) {
      joint.set(moved); // which comes back here
      return;
    }
    joint.set(moved);
    choice.show(moved);
    draw();
  }

  private void draw() {
    curves.set(joint.get() == ALL ? null : JointCurves.of(motion, clip.frames(), joint.get()));
  }

  /** The joint of which some angle swings furthest in the data. */
  private int liveliest(List<Integer> joints) {
    int found = ALL;
    double furthest = 0;
    FMatrixRMaj ends = new FMatrixRMaj(2, motion.units());
    System.arraycopy(clip.range().low(), 0, ends.data, 0, ends.numCols);
    System.arraycopy(clip.range().high(), 0, ends.data, ends.numCols, ends.numCols);
    for (int j : joints.subList(1, joints.size())) {
      JointCurves swings = JointCurves.of(motion, ends, j);
      double swing = swings.oneScale() ? swings.widest() : 0;
      if (swing > furthest) {
        furthest = swing;
        found = j;
      }
    }
    return found;
  }
}
