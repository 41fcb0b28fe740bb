package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChordsTest {
  private static Optional<String> name(Integer... notes) {
    return Chords.name(List.of(notes));
  }

  @ParameterizedTest
  @CsvSource({
    "C, 60 64 67",
    "C, 64 67 72",
    "C, 48 67 76 84",
    "Am, 57 60 64",
    "Am, 60 64 69",
    "F♯dim, 66 69 72",
    "Eaug, 52 56 60",
    "Gsus4, 55 60 62",
    "G7, 55 59 62 65",
    "Cmaj7, 60 64 67 71",
    "Dm7, 62 65 69 72",
    "Bm7♭5, 59 62 65 69",
    "A♯dim7, 58 61 64 67",
  })
  void chordsAreKnownInAllPositions(String chord, String notes) {
    Integer[] played = Stream.of(notes.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
    assertEquals(Optional.of(chord), name(played));
  }

  @Test
  void otherNotesHaveNoName() {
    assertEquals(Optional.empty(), name());
    assertEquals(Optional.empty(), name(60));
    assertEquals(Optional.empty(), name(60, 67));
    assertEquals(Optional.empty(), name(60, 61, 62));
    assertEquals(Optional.empty(), name(60, 64, 67, 66));
  }
}
