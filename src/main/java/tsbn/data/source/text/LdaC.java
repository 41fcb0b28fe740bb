package tsbn.data.source.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tsbn.data.DataFormatException;
import tsbn.data.text.Corpus;
import tsbn.data.text.Tokeniser;

/**
 * Counts in the form of LDA-C with time slices, as dynamic topic models read them. Three files:
 *
 * <ul>
 *   <li>the documents, {@code NAME-mult.dat}, {@code NAME.dat} or {@code NAME.ldac}: in each line
 *       the number of different words, then {@code word:count} for each, words numbered from 0;
 *   <li>the time slices, {@code NAME-seq.dat}, {@code NAME.seq} or {@code seq.dat} beside it: the
 *       number of slices, then how many documents each has, in the order of the documents. The
 *       documents of a slice are one;
 *   <li>the vocabulary, {@code NAME-vocab.dat}, {@code NAME.vocab}, {@code vocab.dat} or {@code
 *       vocab.txt} beside it: a word in each line.
 * </ul>
 */
public final class LdaC {
  private static final int MOST_SLICES = 1_000_000;

  private final PlainText documents;
  private final PlainText slices;
  private final List<String> words;
  private final Corpus.Builder builder = new Corpus.Builder();

  private LdaC(PlainText documents, PlainText slices, List<String> words) {
    this.documents = documents;
    this.slices = slices;
    this.words = words;
  }

  /**
   * Reads the three files.
   *
   * @param slices file of the time slices; null to look for it
   * @param vocabulary file of the words; null to look for it
   * @param firstYear the year of the first slice; each further one is a year later
   */
  public static Counted read(Path documents, Path slices, Path vocabulary, int firstYear)
      throws DataFormatException {
    PlainText counts = PlainText.read(documents);
    PlainText times =
        PlainText.read(slices == null ? beside(documents, "slices", slices(documents)) : slices);
    PlainText list =
        PlainText.read(
            vocabulary == null
                ? beside(documents, "vocabulary", vocabularies(documents))
                : vocabulary);
    return new Counted(new LdaC(counts, times, words(list)).read(firstYear), List.of());
  }

  /** The files of time slices and words that lie beside documents, as far as they do. */
  public static List<Path> beside(Path documents) {
    return Stream.of(slices(documents), vocabularies(documents))
        .flatMap(names -> found(documents, names).limit(1))
        .toList();
  }

  private static String name(Path documents) {
    return String.valueOf(documents.getFileName()).replaceFirst("(?i)(-mult\\.dat|\\.[^.]*)$", "");
  }

  private static List<String> slices(Path documents) {
    String name = name(documents);
    return List.of(name + "-seq.dat", name + ".seq", "seq.dat");
  }

  private static List<String> vocabularies(Path documents) {
    String name = name(documents);
    return List.of(name + "-vocab.dat", name + ".vocab", "vocab.dat", "vocab.txt");
  }

  private static Stream<Path> found(Path documents, List<String> names) {
    return names.stream().map(documents::resolveSibling).filter(Files::isRegularFile);
  }

  private static Path beside(Path documents, String option, List<String> names)
      throws DataFormatException {
    return found(documents, names)
        .findFirst()
        .orElseThrow(
            () ->
                new DataFormatException(
                    "%s is LDA-C, and beside it there is none of %s; put one there or name it with ?%s=FILE."
                        .formatted(documents.getFileName(), String.join(", ", names), option)));
  }

  private static List<String> words(PlainText list) throws DataFormatException {
    long most = Runtime.getRuntime().maxMemory() / 512;
    List<String> words = new ArrayList<>();
    for (String word = list.nextLine(); word != null; word = list.nextLine()) {
      if (word.length() > Tokeniser.LONGEST) {
        throw list.wrong("\"%s\" is not a word".formatted(PlainText.shown(word)));
      }
      words.add(word);
      if (words.size() > most) {
        throw PlainText.tooLarge(list.file());
      }
    }
    return words;
  }

  private Corpus read(int firstYear) throws DataFormatException {
    String line = slices.nextLine();
    if (line == null) {
      throw slices.wrongFile("is empty");
    }
    int count = slices.whole(line, "the number of time slices", 1, MOST_SLICES);
    for (int slice = 0; slice < count; slice++) {
      line = slices.nextLine();
      if (line == null) {
        throw slices.wrongFile(
            "says that there are %,d time slices and has %,d".formatted(count, slice));
      }
      int texts = slices.whole(line, "the number of documents", 0, Integer.MAX_VALUE);
      for (int i = 0; i < texts; i++) {
        addDocument(firstYear + slice);
      }
      if (builder.full()) {
        throw PlainText.tooLarge(documents.file());
      }
    }
    if (documents.nextLine() != null) {
      throw documents.wrong("there are more documents than %s says".formatted(slices.file()));
    }
    return builder.build();
  }

  private void addDocument(int year) throws DataFormatException {
    String line = documents.nextLine();
    if (line == null) {
      throw documents.wrongFile("has fewer documents than %s says".formatted(slices.file()));
    }
    builder.addYear(year);
    String[] cells = line.split("\\s+");
    int different =
        documents.whole(cells[0], "the number of different words", 0, Integer.MAX_VALUE);
    if (different != cells.length - 1) {
      throw documents.wrong(
          "it says that there are %,d different words and has %,d"
              .formatted(different, cells.length - 1));
    }
    for (int i = 1; i < cells.length; i++) {
      int colon = cells[i].indexOf(':');
      if (colon < 0) {
        throw documents.wrong(
            "\"%s\" is not of the form word:count".formatted(PlainText.shown(cells[i])));
      }
      int word =
          documents.whole(
              cells[i].substring(0, colon), "the number of a word", 0, words.size() - 1);
      int count =
          documents.whole(cells[i].substring(colon + 1), "the count", 0, Corpus.Builder.MOST);
      if (!builder.add(year, words.get(word), count)) {
        throw documents.wrong(
            "\"%s\" stands there more than %,d times"
                .formatted(words.get(word), Corpus.Builder.MOST));
      }
    }
  }
}
