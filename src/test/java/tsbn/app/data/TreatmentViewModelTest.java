package tsbn.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TestBench;
import tsbn.data.FrameMeaning;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.RootCoding;
import tsbn.picture.JointCurves;
import tsbn.support.RealData;

/** What is done to motions, changed and taken back, and the curves below them. */
class TreatmentViewModelTest {
  @TempDir Path folder;
  private TestBench bench;
  private DataViewModel data;
  private TreatmentViewModel model;

  @BeforeEach
  void open() {
    bench = new TestBench(folder);
    data = new DataViewModel(bench.context);
    model = data.treatment();
    bench.workbench.open("builtin:gait");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private FrameMeaning.Motion motion() {
    return (FrameMeaning.Motion) bench.workbench.dataProperty().get().meaning();
  }

  private MotionCoding coding() {
    return motion().coding();
  }

  @Test
  void aMatrixGetsItsSkeleton() {
    assertFalse(data.bodilessProperty().get());
    String file = RealData.mocap("cmu35WalkJog.mat").toString();
    bench.workbench.open(file + "?standardise=true");
    assertTrue(data.bodilessProperty().get());
    assertFalse(model.anyProperty().get());
    bench.dialogs.answer(RealData.mocap("cmu35").resolve("35.asf"));
    data.chooseSkeleton();
    assertEquals(List.of(), bench.notices.errors());
    assertFalse(data.bodilessProperty().get());
    assertNotNull(data.shownProperty().get().figure());
    bench.workbench.open(RealData.mocap("mit_mocap.mat").toString());
    bench.dialogs.answer(RealData.mocap("cmu35").resolve("35.asf"));
    data.chooseSkeleton();
    assertTrue(bench.notices.errors().get(0).contains("49 columns"), "and the file stays open");
    assertTrue(data.bodilessProperty().get());
  }

  @Test
  void theRecipeIsOneClick() {
    assertFalse(model.recipeProperty().get(), "is for motions as they come from MIT");
    bench.workbench.open(RealData.mocap("motion.mat") + "?fps=15");
    assertTrue(model.recipeProperty().get());
    model.useRecipe();
    assertEquals(List.of(), bench.notices.errors());
    assertFalse(model.recipeProperty().get());
    assertEquals(49, bench.workbench.dataProperty().get().units());
    assertEquals(100, coding().chunk());
  }

  @Test
  void stepsAreSaidAndShown() {
    assertTrue(model.anyProperty().get());
    assertFalse(model.changedProperty().get());
    assertEquals(String.join("\n", coding().steps()), model.stepsProperty().get());
    assertEquals(coding().frameRate(), model.rate().value());
    assertEquals(coding().root() != RootCoding.ABSOLUTE, model.relativeProperty().get());
    bench.workbench.open(TestBench.SMALL_BALLS);
    assertFalse(model.anyProperty().get());
  }

  @Test
  void eachStepOpensTheDataInAnotherWayAndTheDefaultsBringItBack() {
    MotionCoding before = coding();
    data.skip(2);
    model.relativeProperty().set(false);
    assertEquals(RootCoding.ABSOLUTE, coding().root());
    assertEquals(3, data.number().value(), "the same sequence goes on");
    model.standardiseProperty().set(false);
    assertFalse(coding().columns().scales());
    assertEquals(RootCoding.ABSOLUTE, coding().root(), "the other step is kept");
    model.rate().textProperty().set("15");
    model.rate().commit();
    assertEquals(15, coding().frameRate());
    model.chunk().textProperty().set("20");
    model.chunk().commit();
    assertEquals(20, coding().chunk());
    assertTrue(model.changedProperty().get());
    model.chunk().textProperty().set("0");
    model.chunk().commit();
    assertEquals(0, coding().chunk());
    model.restore();
    assertEquals(before, coding());
    assertFalse(model.changedProperty().get());
    assertEquals(List.of(), bench.notices.errors());
  }

  @Test
  void nonsenseIsRefusedAtTheField() {
    model.rate().textProperty().set("0");
    assertFalse(model.rate().problemProperty().get().isEmpty());
    model.chunk().textProperty().set("1");
    assertFalse(model.chunk().problemProperty().get().isEmpty());
  }

  @Test
  void theCurvesAreThoseOfTheJointThatIsChosen() {
    CurvesViewModel curves = data.curves();
    assertNotNull(curves.curvesProperty().get(), "some joint moves");
    int knee = motion().skeleton().indexOf("lknee");
    curves.jointProperty().set(knee);
    assertEquals("lknee", curves.choice().chosenProperty().get());
    JointCurves shown = curves.curvesProperty().get();
    assertTrue(shown.oneScale() && shown.widest() > 20 && shown.widest() < 180);
    data.skip(1);
    assertEquals(knee, curves.jointProperty().get(), "kept for the next sequence");
    int end = motion().skeleton().size() - 1;
    curves.jointProperty().set(end);
    assertEquals(JointCurves.moved(motion(), end), curves.jointProperty().get());
    curves.choice().chosenProperty().set(curves.choice().titles().get(0));
    assertEquals(-1, curves.jointProperty().get());
    assertNull(curves.curvesProperty().get());
    bench.workbench.open(TestBench.SMALL_BALLS);
    assertNull(curves.curvesProperty().get());
  }
}
