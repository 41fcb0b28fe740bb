package tsbn.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.source.text.Counted;
import tsbn.data.source.text.LdaC;
import tsbn.data.source.text.TextFolder;
import tsbn.data.source.text.WordTable;
import tsbn.data.text.WordSelection;

/**
 * Texts over time, read once: a folder of texts, a table of year, word and count, LDA-C with time
 * slices, or made up. Words are counted as they are written, so that every option of what is kept
 * can be changed afterwards without reading anything again.
 */
public final class TextData {
  private static final List<String> TABLES = List.of("csv", "tsv");
  static final List<String> LDA_C = List.of("dat", "ldac");
  private static final Set<String> LDA_C_OPTIONS = Set.of("slices", "vocabulary", "first");

  private final String name;
  private final Set<String> options;
  private final Counted counted;

  /**
   * Texts that were read.
   *
   * @param name for people
   * @param options names of the options that they understand
   */
  TextData(String name, Set<String> options, Counted counted) {
    this.name = name;
    this.options = options;
    this.counted = counted;
  }

  /** Whether the name of a file is that of a table or of LDA-C. */
  static boolean names(Path file) {
    return FolderFiles.ends(file, TABLES) || FolderFiles.ends(file, LDA_C);
  }

  /** Whether a folder has texts with years in their names, or one folder with such texts. */
  static boolean areIn(Path folder) {
    return TextFolder.find(folder) != null;
  }

  /** Endings of the files with counts over time. */
  static List<String> endings() {
    return List.of("csv", "tsv", "dat", "ldac");
  }

  /**
   * Reads texts.
   *
   * @param source what opens a set of them, as {@link SequenceSet#source()} of one says; of its
   *     options only those that say where the files are matter here
   * @throws DataFormatException with one sentence if that is not possible, or it is something else
   */
  public static TextData open(String source, Progress progress) throws DataFormatException {
    SourceAddress address = SourceAddress.of(source);
    if (Speeches.SOURCE.equals(address.place())) {
      return Speeches.data(address);
    }
    Path place = Path.of(address.place());
    if (!areIn(place) && !(Files.isRegularFile(place) && names(place))) {
      throw new DataFormatException("%s does not hold texts.".formatted(address.place()));
    }
    return read(place, address, progress);
  }

  /**
   * The words that a source leaves out because its options say so, in lower case.
   *
   * @throws DataFormatException with one sentence if there is no such list
   */
  public static Set<String> stopWords(String source) throws DataFormatException {
    return TextOptions.stopWords(SourceAddress.of(source));
  }

  /** Reads files. */
  static TextData read(Path place, SourceAddress address, Progress progress)
      throws DataFormatException {
    boolean ldaC = FolderFiles.ends(place, LDA_C) && !Files.isDirectory(place);
    Set<String> options = TextOptions.names(ldaC ? LDA_C_OPTIONS : Set.of());
    address.requireOnly(options);
    Path whole = place.toAbsolutePath().normalize();
    Counted counted =
        Files.isDirectory(place)
            ? TextFolder.read(TextFolder.find(place), progress)
            : ldaC
                ? LdaC.read(
                    place,
                    TextOptions.file(address, "slices"),
                    TextOptions.file(address, "vocabulary"),
                    address.integer("first", 1, -999_999, 999_999))
                : WordTable.read(place);
    String file = String.valueOf(whole.getFileName());
    return new TextData(
        Files.isDirectory(place) ? file : FolderFiles.title(whole), options, counted);
  }

  /**
   * The set that options make of the texts.
   *
   * @param source the place that was read, with any options behind a question mark
   * @throws DataFormatException with one sentence if an option is refused, or leaves too little
   */
  public SequenceSet set(String source) throws DataFormatException {
    return set(SourceAddress.of(source));
  }

  SequenceSet set(SourceAddress address) throws DataFormatException {
    address.requireOnly(options);
    return new TextTreatment(name, address, TextOptions.of(address)).apply(counted);
  }

  /**
   * The words and years that options keep, and how many each setting takes away; far quicker than
   * the set.
   *
   * @param source as for {@link #set}
   */
  public WordSelection selection(String source) throws DataFormatException {
    SourceAddress address = SourceAddress.of(source);
    address.requireOnly(options);
    return counted.corpus().select(TextOptions.of(address).words());
  }
}
