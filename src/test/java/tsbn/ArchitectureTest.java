package tsbn;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The arrows between the rooms, and what may not stand in which. Each rule says why it is there.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tsbn");

  @Test
  void arrowsBetweenRoomsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("tsbn..")
        .layer("math")
        .definedBy("tsbn.math..")
        .layer("data")
        .definedBy("tsbn.data..")
        .layer("picture")
        .definedBy("tsbn.picture..")
        .layer("sound")
        .definedBy("tsbn.sound..")
        .layer("model")
        .definedBy("tsbn.model..")
        .layer("evaluate")
        .definedBy("tsbn.evaluate..")
        .layer("learn")
        .definedBy("tsbn.learn..")
        .layer("experiment")
        .definedBy("tsbn.experiment..")
        .layer("cli")
        .definedBy("tsbn.cli..")
        .layer("app")
        .definedBy("tsbn.app..")
        .layer("launcher")
        .definedBy("tsbn")
        .whereLayer("launcher")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("app")
        .mayOnlyBeAccessedByLayers("launcher")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("launcher")
        .whereLayer("experiment")
        .mayOnlyBeAccessedByLayers("cli", "app")
        .whereLayer("learn")
        .mayOnlyBeAccessedByLayers("experiment", "cli", "app")
        .whereLayer("evaluate")
        .mayOnlyBeAccessedByLayers("learn", "experiment", "cli", "app")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("evaluate", "learn", "experiment", "cli", "app")
        .whereLayer("picture")
        .mayOnlyBeAccessedByLayers("experiment", "cli", "app")
        .whereLayer("sound")
        .mayOnlyBeAccessedByLayers("experiment", "cli", "app")
        .whereLayer("data")
        .mayOnlyBeAccessedByLayers(
            "picture", "sound", "model", "evaluate", "learn", "experiment", "cli", "app")
        .because("a newcomer reads the rooms in this order, and cli and app never meet")
        .check(CLASSES);
  }

  @Test
  void noCycles() {
    slices()
        .matching("tsbn.(**)")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other are one package")
        .check(CLASSES);
  }

  @Test
  void onlyTheAppKnowsJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackages("tsbn.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..")
        .because("the same program runs without a window")
        .check(CLASSES);
  }

  @Test
  void viewModelsHaveNoControls() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.fxml..", "javafx.stage..")
        .because("view models are tested without a screen")
        .check(CLASSES);
  }

  @Test
  void viewsTalkToTheirViewModelsOnly() {
    noClasses()
        .that()
        .resideInAPackage("tsbn.app..")
        .and()
        .haveSimpleNameEndingWith("View")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "tsbn.model..",
            "tsbn.learn..",
            "tsbn.evaluate..",
            "tsbn.experiment..",
            "tsbn.data.source..")
        .because("a view shows what its view model says and knows nothing else")
        .check(CLASSES);
  }

  @Test
  void pagesDoNotKnowEachOther() {
    for (String page :
        List.of(
            "data",
            "model",
            "train",
            "dictionary",
            "topics",
            "predict",
            "generate",
            "compare",
            "start")) {
      noClasses()
          .that()
          .resideInAPackage("tsbn.app." + page + "..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("tsbn.app..")
                  .and(
                      describe(
                          "of another page",
                          (JavaClass c) ->
                              !c.getPackageName().startsWith("tsbn.app." + page)
                                  && !c.getPackageName().startsWith("tsbn.app.support")
                                  && !c.getPackageName().startsWith("tsbn.app.widget"))))
          .because("a page can be changed or removed without looking at the others")
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void threadsAreMadeInTwoPlaces() {
    noClasses()
        .that()
        .resideOutsideOfPackages("tsbn.app.support..", "tsbn.learn..", "tsbn.math..", "tsbn.cli..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.concurrent\\.(Executors|ThreadPoolExecutor)")
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
        .because("who may touch what is decided once: the trainer's thread and the app's tasks")
        .check(CLASSES);
  }

  @Test
  void theModelReadsNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage("tsbn.math..", "tsbn.model..", "tsbn.evaluate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("tsbn.data.source..")
        .because("the mathematics works on sequences, wherever they come from")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("tsbn.learn..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tsbn.data.source..")
        .because("learning works on sequences, wherever they come from")
        .check(CLASSES);
  }

  @Test
  void randomNumbersComeFromOneKindOfStream() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Random|SplittableRandom|random\\..*|concurrent\\.ThreadLocalRandom)")
        .orShould()
        .callMethod(Math.class, "random")
        .because("a seed fixes everything")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tsbn.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("the window speaks through its status bar and the log")
        .check(CLASSES);
  }

  @Test
  void awtIsForImagesAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javax.swing..")
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("java.awt..")
                .and(
                    describe(
                        "other than image",
                        (JavaClass c) -> !c.getPackageName().startsWith("java.awt.image"))))
        .because("a second toolkit would start threads and need fonts")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("tsbn.picture..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .because("pictures are written in one room")
        .check(CLASSES);
  }

  @Test
  void noClassIsNamedLikeACatchAll() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .because("a name that says nothing gathers everything")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws Exception {
    Path root = Path.of("src/main/java/tsbn");
    try (Stream<Path> folders = Files.walk(root).filter(Files::isDirectory)) {
      List<Path> silent =
          folders
              .filter(ArchitectureTest::holdsClasses)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertTrue(silent.isEmpty(), "without package-info: " + silent);
    }
  }

  private static boolean holdsClasses(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
