package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  /** Of such lists. */
  static final List<String> ENDINGS = List.of("json", "pickle", "pkl");

  private NoteListSource() {}

  /** Whether the name of a file is that of such lists. */
  static boolean names(Path file) {
    return FolderFiles.ends(file, ENDINGS);
  }

  /** Opens a file. */
  static SequenceSet open(Path path, SourceAddress address) throws DataFormatException {
    address.requireOnly(Set.of());
    String file = path.getFileName().toString();
    Object tree =
        FolderFiles.ends(path, List.of("json")) ? JsonFile.read(path) : PickleFile.read(path);
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
        FolderFiles.title(path),
        path.toAbsolutePath().normalize().toString(),
        DataKind.BINARY,
        Piano.KEYS,
        Piano.FRAMES_PER_SECOND,
        lists.splits(),
        warnings);
  }
}
