package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLabelsTest {
  @TempDir Path folder;

  @Test
  void namesComeBack() throws IOException {
    assertEquals(TopicLabels.NONE, TopicLabels.read(folder));
    TopicLabels labels =
        TopicLabels.NONE.with(1, 0, " War ").with(2, 4, "\"Money\" \u00fc").with(1, 3, "gone");
    TopicLabels fewer = labels.with(1, 3, " ");
    fewer.write(folder);
    TopicLabels read = TopicLabels.read(folder);
    assertEquals(fewer, read);
    assertEquals(Optional.of("War"), read.name(1, 0));
    assertEquals(Optional.of("\"Money\" \u00fc"), read.name(2, 4));
    assertEquals(Optional.empty(), read.name(1, 3));
    assertEquals(Optional.of("gone"), labels.name(1, 3));
    assertEquals(Optional.empty(), read.name(3, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"1\": 3}",
        "{\"one\": {}, \"1\": {\"a\": \"b\"}}",
        "{\"1\": {\"1\": {}}}"
      })
  void nonsenseIsIgnored(String text) throws IOException {
    Files.writeString(folder.resolve(TopicLabels.FILE), text);
    assertEquals(TopicLabels.NONE, TopicLabels.read(folder));
  }
}
