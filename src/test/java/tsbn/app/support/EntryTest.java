package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
  private final List<Object> accepted = new ArrayList<>();

  private static void atMostTen(int value) {
    if (value > 10) {
      throw new IllegalArgumentException("At most ten.");
    }
  }

  @Test
  void nothingIsTakenOverWhileTyping() {
    Entry<Integer> entry = Entry.ofInt(EntryTest::atMostTen, accepted::add);
    entry.show(5);
    entry.textProperty().set("7");
    assertEquals(List.of(), accepted);
    entry.commit();
    entry.commit();
    assertEquals(List.of(7), accepted);
  }

  @Test
  void whatCannotBeUsedIsRefusedWithItsSentence() {
    Entry<Integer> entry = Entry.ofInt(EntryTest::atMostTen, accepted::add);
    entry.show(5);
    entry.textProperty().set("11");
    assertEquals("At most ten.", entry.problemProperty().get());
    entry.commit();
    assertEquals(List.of(), accepted);
    entry.revert();
    assertEquals("5", entry.textProperty().get());
    assertEquals("", entry.problemProperty().get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "1.5", "1e3", "99999999999", "NaN", "1,00", "--1"})
  void theseAreNoWholeNumbers(String typed) {
    Entry<Integer> entry = Entry.ofInt(value -> {}, accepted::add);
    entry.show(1);
    entry.textProperty().set(typed);
    assertNotEquals("", entry.problemProperty().get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "NaN", "Infinity", "1e999", "0x1p3", "1d", "0,5"})
  void theseAreNoNumbers(String typed) {
    Entry<Double> entry = Entry.ofDouble(value -> {}, accepted::add);
    entry.show(1.0);
    entry.textProperty().set(typed);
    assertNotEquals("", entry.problemProperty().get());
  }

  @ParameterizedTest
  @CsvSource({"0.001, 0.001", "1e-3, 0.001", " 2 , 2", "1E-5, 1e-5", "1e-7, 1e-7"})
  void numbersAreReadAndShown(String typed, String shown) {
    Entry<Double> entry = Entry.ofDouble(value -> {}, accepted::add);
    entry.textProperty().set(typed);
    entry.commit();
    entry.revert();
    assertEquals(shown, entry.textProperty().get());
  }

  @Test
  void thousandsMayBeSeparated() {
    Entry<Integer> entry = Entry.ofInt(value -> {}, accepted::add);
    entry.textProperty().set("20 000");
    entry.commit();
    entry.revert();
    assertEquals(List.of(20_000), accepted);
    assertEquals("20,000", entry.textProperty().get());
  }
}
