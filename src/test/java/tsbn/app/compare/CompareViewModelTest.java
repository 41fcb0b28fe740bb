package tsbn.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.compare.CompareExports.Form;
import tsbn.app.compare.CompareSheet.Line;
import tsbn.app.support.TinyWorkbench;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Evaluation;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Experiment;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

class CompareViewModelTest {
  private static final String SONGS = "builtin:chorales?train=4&valid=2&test=2";

  @TempDir Path folder;
  private TinyWorkbench app;
  private CompareViewModel model;

  @BeforeEach
  void open() {
    app = new TinyWorkbench(folder, TinyWorkbench.BALLS);
    model = new CompareViewModel(app.context());
    model.samples().textProperty().set("2");
    model.samples().commit();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private TemporalSbn save(String name, String source) throws Exception {
    SequenceSet set = DataSources.open(source, Progress.NONE);
    Experiment experiment =
        new Experiment(
            set.source(),
            Architecture.tsbn(set.units(), 4, 1),
            TrainingSettings.paper().change().seed(3).build());
    TemporalSbn made = experiment.newModel();
    RunFolder.save(
        folder.resolve("runs").resolve(name),
        new SavedRun(experiment, DataSummary.of(set), List.of(), made));
    return made;
  }

  private void add(Path place) {
    app.dialogs().answer(place);
    model.add();
  }

  private List<Line> lines() {
    return model.sheetProperty().get().rows();
  }

  private List<String> names() {
    return lines().stream().map(Line::name).toList();
  }

  @Test
  void withoutARunItSaysWhatToDo() {
    assertFalse(model.anyProperty().get());
    assertTrue(model.emptyProperty().get().contains("press Train"));
    model.evaluate();
    model.cancel();
    model.exports().save();
    assertEquals("", model.exports().text(Form.CSV));
    assertEquals(List.of(), app.notices().errors());
  }

  @Test
  void runsAreMeasuredAsTheEvaluatorsDo() throws Exception {
    TemporalSbn one = save("one", TinyWorkbench.BALLS);
    add(folder.resolve("runs").resolve("one"));
    assertEquals(List.of("one"), names());
    assertTrue(model.possibleProperty().get());
    model.evaluate();
    assertEquals(List.of("one", "repeat", "linear"), names());
    double bound =
        Evaluation.bound(
                one,
                app.workbench().dataProperty().get().get(Split.TEST),
                2,
                new RandomStream(1).child(0),
                Progress.NONE)
            .perSequence();
    String csv = model.exports().text(Form.CSV);
    assertTrue(csv.contains("," + bound + ","), csv);
    assertFalse(model.possibleProperty().get(), "all is measured");
  }

  @Test
  void thePresentRunIsMeasuredAnewOnceItHasTrainedOn() {
    app.step();
    assertEquals(List.of("This run"), names());
    model.evaluate();
    app.await("it is measured", () -> names().size() == 3);
    assertFalse(model.possibleProperty().get());
    String first = lines().get(0).cells().get(0).text();
    app.step();
    model.evaluate();
    app.await("it is measured again", () -> lines().get(0).iterations().equals("2"));
    assertFalse(first.isEmpty());
    app.workbench().open(SONGS);
    assertTrue(lines().stream().allMatch(line -> line.kind().equals("run")));
  }

  @Test
  void anotherNumberOfSamplesMeasuresAnew() throws Exception {
    save("one", TinyWorkbench.BALLS);
    add(folder.resolve("runs"));
    model.evaluate();
    model.splitProperty().set(Split.VALID);
    assertEquals(List.of("one"), names());
    model.evaluate();
    assertTrue(model.sheetProperty().get().notes().contains("3 valid sequences"));
    model.samples().textProperty().set("0");
    model.evaluate();
    assertEquals(1, app.notices().errors().size());
  }

  @Test
  void aRunOfOtherFramesSaysSoInItsRow() throws Exception {
    save("balls", TinyWorkbench.BALLS);
    save("songs", SONGS);
    add(folder.resolve("runs"));
    model.evaluate();
    assertEquals(List.of("balls", "songs", "repeat", "linear"), names());
    assertFalse(lines().get(0).cells().get(0).text().isEmpty());
    assertEquals("", lines().get(1).cells().get(0).text());
    assertTrue(model.sheetProperty().get().notes().contains("Songs: "));
    model.remove(0);
    assertEquals("songs", names().get(0));
    assertEquals(0, lines().get(0).entry());
  }

  @Test
  void settingsThatAreNotThoseOfTheFirstRunAreMarked() throws Exception {
    save("one", TinyWorkbench.BALLS);
    app.step();
    add(folder.resolve("runs"));
    CompareSheet.SettingLine seed =
        model.sheetProperty().get().settings().stream()
            .filter(line -> line.name().equals("seed"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("1", "3"), seed.values());
    assertTrue(seed.differs() && seed.other(1) && !seed.other(0));
  }

  @Test
  void aFolderWithoutARunIsASentence() throws IOException {
    add(Files.createDirectories(folder.resolve("empty")));
    assertEquals(1, app.notices().errors().size());
    assertTrue(app.notices().errors().get(0).contains("There is no run in"));
  }

  @Test
  void theEndingSaysAsWhatATableIsSaved() throws Exception {
    save("one", TinyWorkbench.BALLS);
    add(folder.resolve("runs"));
    for (String name : List.of("t.md", "t.tex", "t.csv")) {
      app.dialogs().answer(folder.resolve(name));
      model.exports().save();
    }
    assertTrue(Files.readString(folder.resolve("t.md")).startsWith("|  | model"));
    assertTrue(Files.readString(folder.resolve("t.tex")).startsWith("\\begin{tabular}"));
    assertTrue(Files.readString(folder.resolve("t.csv")).startsWith("kind,name,model"));
  }
}
