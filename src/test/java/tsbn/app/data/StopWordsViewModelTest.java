package tsbn.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TestBench;
import tsbn.data.FrameMeaning;
import tsbn.data.Split;
import tsbn.data.text.StopWords;

/** Which words of texts are left out, and which years are read. */
class StopWordsViewModelTest {
  @TempDir Path folder;
  private TestBench bench;
  private WordsViewModel words;
  private StopWordsViewModel model;

  @BeforeEach
  void create() throws IOException {
    bench = new TestBench(folder.resolve("settings"));
    words = new DataViewModel(bench.context).words();
    model = words.stopWords();
    Path texts = Files.createDirectories(folder.resolve("texts"));
    for (int year = 1900; year < 1910; year++) {
      Files.writeString(
          texts.resolve(year + ".txt"), "the war and the peace of the people ".repeat(20));
    }
    bench.workbench.open(texts.toString());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> vocabulary() {
    FrameMeaning meaning = bench.workbench.dataProperty().get().meaning();
    return IntStream.range(0, meaning.units()).mapToObj(meaning::unitName).toList();
  }

  private void type(String text) {
    model.allProperty().set(text);
    model.commit();
  }

  @Test
  void theWholeListCanBeReadAndChanged() {
    assertEquals(List.of("peace", "people", "war"), vocabulary());
    assertEquals("", model.allProperty().get(), "nobody has asked for it yet");
    model.openProperty().set(true);
    assertEquals(StopWords.english(), StopWords.parse(model.allProperty().get()));
    assertEquals(StopWords.english().size() + " words", model.countProperty().get());
    type(model.allProperty().get().replace("the,", "") + " war");
    assertEquals("war", model.stopProperty().get());
    assertEquals("the", model.keepProperty().get());
    assertTrue(words.changedProperty().get());
    words.apply();
    assertEquals(List.of("peace", "people", "the"), vocabulary());
    model.keepProperty().set("");
    assertTrue(StopWords.parse(model.allProperty().get()).contains("the"));
    words.restore();
    assertEquals(StopWords.english(), StopWords.parse(model.allProperty().get()));
  }

  @Test
  void anotherTextIsAListOfItsOwn() {
    model.openProperty().set(true);
    type("peace & ? war");
    assertEquals("peace, war", model.stopProperty().get());
    assertEquals("None", model.list().chosenProperty().get());
    assertEquals("2 words", model.countProperty().get());
    type("");
    assertEquals("", model.stopProperty().get());
    words.apply();
    assertTrue(vocabulary().contains("the"));
  }

  @Test
  void aFileTakesThePlaceOfTheList() throws IOException {
    Path file = Files.writeString(folder.resolve("own.txt"), "people\nand # a remark\nof\n");
    bench.dialogs.answer(file);
    model.openFile();
    assertEquals("own.txt", model.list().chosenProperty().get());
    words.apply();
    assertEquals(List.of("peace", "the", "war"), vocabulary());
    model.openProperty().set(true);
    assertEquals("and, of, people", model.allProperty().get());
    Files.delete(file);
    model.stopProperty().set("peace");
    assertFalse(bench.notices.errors().isEmpty(), "the file is gone");
  }

  @Test
  void onlySomeYearsAreRead() {
    words.from().textProperty().set("1903");
    words.from().commit();
    words.to().textProperty().set("1907");
    words.to().commit();
    words.apply();
    assertEquals(
        List.of(1903, 1904, 1905, 1906),
        bench.workbench.dataProperty().get().label(Split.TRAIN, 0).years().of());
    assertEquals(OptionalInt.of(1903), words.from().value());
    words.from().textProperty().set("");
    words.from().commit();
    assertTrue(words.from().value().isEmpty());
    words.to().textProperty().set("soon");
    assertFalse(words.to().problemProperty().get().isEmpty());
  }
}
