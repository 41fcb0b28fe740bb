package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.music.JsonFile;
import tsbn.data.source.music.NoteLists;
import tsbn.data.source.music.PickleFile;

/** Music as lists of the notes that sound in each frame, in a pickle of Python or in JSON. */
final class NoteListSource {
  private static final String ENDINGS = "(?i)\\.(json|pickle|pkl)$";

  private NoteListSource() {}

  /** Whether the name of a file is that of such lists. */
  static boolean names(Path file) {
    return isJson(file) || name(file).endsWith(".pickle") || name(file).endsWith(".pkl");
  }

  private static boolean isJson(Path file) {
    return name(file).endsWith(".json");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /** Opens a file. */
  static SequenceSet open(Path path, SourceAddress address) throws DataFormatException {
    address.requireOnly(Set.of());
    String file = path.getFileName().toString();
    Object tree = isJson(path) ? JsonFile.read(path) : PickleFile.read(path);
    NoteLists lists = NoteLists.of(file, tree, Piano.KEYS);
    List<String> warnings = new ArrayList<>();
    for (Split split : Split.values()) {
      if (lists.splits().getOrDefault(split, List.of()).isEmpty()) {
        warnings.add("There are no %s sequences.".formatted(split.label()));
      }
    }
    if (!lists.unknown().isEmpty()) {
      warnings.add(
          "What %s holds beside train, valid and test is left out: %s."
              .formatted(file, String.join(", ", lists.unknown().stream().limit(5).toList())));
    }
    Piano.addOutside(warnings, lists.outside());
    return new SequenceSet(
        file.replaceFirst(ENDINGS, ""),
        path.toAbsolutePath().normalize().toString(),
        DataKind.BINARY,
        Piano.KEYS,
        Piano.FRAMES_PER_SECOND,
        lists.splits(),
        warnings);
  }
}
