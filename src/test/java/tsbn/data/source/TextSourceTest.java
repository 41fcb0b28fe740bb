package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.text.Years;
import tsbn.support.RealData;

class TextSourceTest {
  private static final String PLAIN =
      "?min-total=0&min-year=0&stop-words=none&min-length=1&future=0&held-out=0";

  @TempDir Path folder;

  private static SequenceSet open(Object source) throws DataFormatException {
    return DataSources.open(source.toString(), Progress.NONE);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text, StandardCharsets.UTF_8);
  }

  private Path write(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private static List<String> words(SequenceSet set) {
    return ((FrameMeaning.Words) set.meaning()).words();
  }

  private static Years years(SequenceSet set, Split split) {
    return set.label(split, 0).years();
  }

  /** Year by year, each word with its count: {@code 1900 war 2|1902 peace 1}. */
  private static String told(SequenceSet set, Split split) {
    StringBuilder text = new StringBuilder();
    FMatrixRMaj counts = set.get(split).get(0).toMatrix();
    for (int t = 0; t < counts.numRows; t++) {
      text.append(t == 0 ? "" : "|").append(years(set, split).at(t));
      for (int m = 0; m < counts.numCols; m++) {
        if (counts.get(t, m) > 0) {
          text.append(" " + words(set).get(m) + " " + (int) counts.get(t, m));
        }
      }
    }
    return text.toString();
  }

  private void refused(Object source, String... parts) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> open(source));
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
    assertTrue(e.getMessage().endsWith(".") && !e.getMessage().contains("\n"), e.getMessage());
  }

  @Test
  void textsOfAYearAreOneDocumentWhateverTheirEncoding() throws Exception {
    folder = Files.createDirectory(folder.resolve("texts"));
    write("1900_speech.txt", "War! War and caf\u00e9s.");
    write("1900b_message.TXT", "war caf\u00e9s", Charset.forName("windows-1252"));
    write("address of 1902.txt", "\uFEFFpeace", StandardCharsets.UTF_8);
    write("1903.txt", "Peace, war", StandardCharsets.UTF_16);
    write("notes.txt", "not dated");
    write("1904.pdf", "not a text");
    SequenceSet set = open(folder + PLAIN);
    assertEquals(
        "1900 and 1 caf\u00e9s 2 war 3|1902 peace 1|1903 peace 1 war 1", told(set, Split.TRAIN));
    assertEquals(DataKind.COUNTS, set.kind());
    assertEquals(
        List.of(
            "1 texts without a year of four digits in their names are left out.",
            "1 years between 1900 and 1903 have no text and stay missing."),
        set.warnings());
    assertTrue(DataSources.holdsData(folder));
    assertEquals(told(set, Split.TRAIN), told(open(set.source()), Split.TRAIN));
    assertEquals(told(set, Split.TRAIN), told(open(folder.getParent() + PLAIN), Split.TRAIN));
    Files.write(folder.resolve("1905.txt"), new byte[] {'a', 0, 'b'});
    assertEquals("Left out: 1905.txt is not a text file.", open(folder + PLAIN).warnings().get(0));
  }

  @Test
  void tablesAreReadByTheirColumns() throws Exception {
    String expected = "1900 peace 1 war 5|1901 war 2";
    assertEquals(
        expected,
        told(
            open(write("a.csv", "1900,war,3\n1900,War,2\r\n1901,war,2\n1900,peace,1\n") + PLAIN),
            Split.TRAIN));
    assertEquals(
        expected,
        told(
            open(
                write(
                        "b.tsv",
                        "id\tCount\tWord\tYear\n1\t5\twar\t1900\n\n2\t2\twar\t1901\n3\t1\tpeace\t1900\n")
                    + PLAIN),
            Split.TRAIN));
    assertEquals(
        "1900 a, b 1 say \"no\" 1|1901 x 1",
        told(
            open(
                write(
                        "c.csv",
                        "year;word;count\n1900;\"a, b\";1\n1900;\"say \"\"no\"\"\";1\n1901;x;1\n")
                    + PLAIN),
            Split.TRAIN));
  }

  @Test
  void ldaCIsReadWithItsSlicesAndVocabulary() throws Exception {
    Path counts = write("news-mult.dat", "2 0:1 2:3\n1 0:1\n0\n1 1:4\n");
    write("news-seq.dat", "3\n2\n1\n1\n");
    write("news-vocab.dat", "war\npeace\nland\n");
    assertEquals(
        "1881 land 3 war 2|1883 peace 4", told(open(counts + PLAIN + "&first=1881"), Split.TRAIN));
    Path other = write("slices.txt", "2\n3\n1\n");
    Path words = write("words.txt", "a\nb\nc\n");
    SequenceSet set = open(counts + PLAIN + "&slices=slices.txt&vocabulary=words.txt");
    assertEquals("1 a 2 c 3|2 b 4", told(set, Split.TRAIN));
    assertTrue(set.source().contains("slices=" + other) && set.source().contains("=" + words));
    assertEquals(told(set, Split.TRAIN), told(open(set.source()), Split.TRAIN));
    Files.delete(folder.resolve("news-vocab.dat"));
    refused(counts, "news.vocab", "?vocabulary=FILE");
    refused(counts + "?slices=none.txt", "none.txt", "no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv|1900,war|a.csv, line 1: there are 2 cells",
        "a.csv|1900,war,3~x,war,3|a.csv, line 2: the year must be",
        "a.csv|1900,war,-3|the count must be a whole number from 0",
        "a.csv|1900,war,99999999999|the count",
        "a.csv|1900,,3|is not a word",
        "a.csv|time,term,n~1,2,3|needs the columns year, word and count",
        "a.csv|year,word~1900,war|no column \"count\"",
        "a.csv|1900,war,10000000~1900,war,1|more than",
        "b-mult.dat|1 0:1~1 7:1|b-mult.dat, line 2: the number of a word",
        "b-mult.dat|2 0:1~1 0:1|line 1: it says that there are 2",
        "b-mult.dat|1 0-1~1 0:1|not of the form word:count",
        "b-mult.dat|1 0:1|fewer documents than b-seq.dat says",
        "b-mult.dat|1 0:1~1 0:1~1 0:1|more documents than b-seq.dat says"
      })
  void whatIsWrongIsSaidWithItsLine(String name, String text, String part) throws Exception {
    write("b-seq.dat", "2\n1\n1\n");
    write("b-vocab.dat", "war\npeace\n");
    refused(write(name, text.replace('~', '\n')), part, name.substring(0, 1));
  }

  @Test
  void optionsSayWhatIsKept() throws Exception {
    StringBuilder table = new StringBuilder();
    for (int year = 1900; year < 1910; year++) {
      table.append(year + ",War,8\n" + year + ",the,50\n" + year + ",ox,9\n" + year + ",1900,9\n");
    }
    String file = write("t.csv", table + "1905,peace,30\n1906,peace,3\n1900,rare,19\n").toString();
    write("mine.txt", "war # and no other");
    assertEquals(List.of("peace", "war"), words(open(file)));
    assertEquals(
        List.of("1900", "ox", "peace", "war"), words(open(file + "?min-length=1&numbers=keep")));
    assertEquals(List.of("War", "peace"), words(open(file + "?lower-case=false")));
    assertEquals(List.of("peace", "the", "war"), words(open(file + "?keep=the")));
    assertEquals(List.of("peace", "the"), words(open(file + "?stop-words=mine.txt")));
    assertEquals(
        List.of("peace", "rare", "the", "war"),
        words(open(file + "?stop-words=none&min-total=19")));
    assertEquals(List.of("peace", "the"), words(open(file + "?stop-words=none&min-year=9")));
    assertEquals(1903, years(open(file + "?from=1903&to=1908&min-year=4"), Split.TEST).first());
    refused(file + "?stop=war", "one word is left of 6");
    refused(file + "?from=1908&future=1&min-total=0&stop-words=none", "2 years", "too few");
    refused(file + "?colour=red", "no option \"colour\"");
    refused(file + "?held-out=1", "held-out");
    TextData data = TextData.open(file, Progress.NONE);
    assertEquals(4, data.selection(file + "?min-length=1&numbers=keep").words().size());
    assertEquals(words(open(file + "?keep=the")), words(data.set(file + "?keep=the")));
    assertThrows(DataFormatException.class, () -> data.set(file + "?first=3"));
  }

  @Test
  void heldOutTokensAndTheFutureAreTheTestSequence() throws Exception {
    SequenceSet whole = open("builtin:speeches?held-out=0&future=0");
    SequenceSet set = open("builtin:speeches");
    assertTrue(whole.get(Split.TEST).isEmpty());
    FMatrixRMaj all = whole.get(Split.TRAIN).get(0).toMatrix();
    FMatrixRMaj train = set.get(Split.TRAIN).get(0).toMatrix();
    FMatrixRMaj test = set.get(Split.TEST).get(0).toMatrix();
    assertEquals(all.numRows, test.numRows);
    assertEquals(all.numRows - 1, train.numRows);
    assertEquals(years(whole, Split.TRAIN), years(set, Split.TEST));
    for (int t = 0; t < all.numRows; t++) {
      double held = 0;
      double total = 0;
      for (int m = 0; m < all.numCols; m++) {
        float learned = t < train.numRows ? train.get(t, m) : 0;
        assertEquals(all.get(t, m), learned + test.get(t, m));
        held += test.get(t, m);
        total += all.get(t, m);
      }
      assertEquals(t < train.numRows ? Math.round(0.2 * total) : total, held);
    }
    FMatrixRMaj longer = open("builtin:speeches?future=3").get(Split.TEST).get(0).toMatrix();
    assertArrayEquals(
        java.util.Arrays.copyOf(test.data, 100 * test.numCols),
        java.util.Arrays.copyOf(longer.data, 100 * test.numCols));
    assertFalse(
        java.util.Arrays.equals(
            train.data, open("builtin:speeches?seed=2").get(Split.TRAIN).get(0).toMatrix().data));
  }

  @Test
  void speechesFollowTheirKnownTopics() throws Exception {
    String source = "builtin:speeches?held-out=0&future=0&words=20000";
    SequenceSet set = open(source);
    var topics = DataSources.knownTopics(source).orElseThrow();
    assertEquals(topics.years(), years(set, Split.TRAIN));
    assertEquals(2, topics.years().missing());
    assertEquals(8, topics.names().size());
    FMatrixRMaj counts = set.get(Split.TRAIN).get(0).toMatrix();
    for (int t = 0; t < counts.numRows; t += 10) {
      for (int k = 0; k < 8; k++) {
        double sum = 0;
        for (String word : topics.words().get(k)) {
          int unit = words(set).indexOf(word);
          sum += unit < 0 ? 0 : counts.get(t, unit);
        }
        double share = topics.shares().get(t, k);
        assertEquals(share, sum / 20000, 5 * Math.sqrt(share / 20000) + 0.002);
      }
    }
    assertTrue(DataSources.knownTopics(folder.toString()).isEmpty());
  }

  @Test
  void theStateOfTheUnionHasItsYears() throws Exception {
    Path sotu = RealData.text("sotu");
    SequenceSet set = open(sotu + "?to=2014");
    assertEquals(223, years(set, Split.TEST).count());
    assertEquals(2014, years(set, Split.TEST).last());
    assertEquals(-1, years(set, Split.TEST).frame(1933));
    assertEquals(-1, years(set, Split.TEST).frame(1973));
    assertEquals(3082, set.units());
    assertTrue(words(set).containsAll(List.of("slavery", "soviet", "congress", "railroads")));
  }
}
