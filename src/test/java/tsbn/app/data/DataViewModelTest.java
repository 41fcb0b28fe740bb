package tsbn.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TestBench;
import tsbn.data.Split;

class DataViewModelTest {
  @TempDir Path folder;
  private TestBench bench;
  private DataViewModel model;

  @BeforeEach
  void create() {
    bench = new TestBench(folder);
    model = new DataViewModel(bench.context);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void withoutDataThereIsTheGallery() {
    assertNull(model.shownProperty().get());
    assertEquals(
        List.of("builtin:balls", "builtin:chorales", "builtin:gait", "builtin:speeches"),
        model.gallery().stream().map(DataViewModel.GalleryItem::source).toList());
    model.skip(1);
    model.number().textProperty().set("1");
    model.number().commit();
    assertNull(model.shownProperty().get());
  }

  @Test
  void recentFilesJoinTheGallery() {
    bench.remembered.opened("/music/songs.mat");
    DataViewModel.GalleryItem last = model.gallery().get(4);
    assertEquals("songs.mat", last.title());
    assertEquals("/music", last.description());
  }

  @Test
  void tellsWhatWasFound() {
    bench.workbench.open(TestBench.SMALL_BALLS);
    String facts = model.facts().toString();
    assertTrue(facts.contains("8\u00d78, 64 units"), facts);
    assertTrue(facts.contains("4 videos\n24 frames, 6 each"), facts);
    assertTrue(facts.contains("1 video\n6 frames"), facts);
    assertEquals(List.of(Split.TRAIN, Split.VALID, Split.TEST), model.splits());
    assertEquals("", model.warningsProperty().get());
  }

  @Test
  void playsAnySequenceOfAnySplit() {
    bench.workbench.open(TestBench.SMALL_BALLS);
    assertEquals("video 1", model.titleProperty().get());
    assertEquals(6, model.shownProperty().get().frames().numRows);
    model.skip(-1);
    assertEquals("video 4", model.titleProperty().get(), "around at the ends");
    model.number().textProperty().set("3");
    model.number().commit();
    assertEquals("video 3", model.titleProperty().get());
    float[] expected = bench.workbench.dataProperty().get().get(Split.TRAIN).get(2).toMatrix().data;
    assertEquals(expected[70], model.shownProperty().get().frames().data[70]);
    model.splitProperty().set(Split.TEST);
    assertEquals("video 1", model.titleProperty().get());
    model.number().textProperty().set("2");
    model.number().commit();
    assertTrue(model.number().problemProperty().get().contains("only one sequence"));
    assertEquals("video 1", model.titleProperty().get());
  }

  @Test
  void otherDataStartsAtItsFirstSequence() {
    bench.workbench.open(TestBench.SMALL_BALLS);
    model.skip(2);
    bench.workbench.open("builtin:chorales");
    assertEquals("piece 1", model.titleProperty().get());
    assertEquals(88, model.shownProperty().get().frames().numCols);
  }

  @Test
  void aFileIsAskedForAndOpened() {
    bench.dialogs.answer(folder.resolve("missing.mat"));
    model.openFile();
    assertEquals(1, bench.notices.errors().size());
    model.openFile(); // the dialog is cancelled
    assertEquals(1, bench.notices.errors().size());
  }
}
