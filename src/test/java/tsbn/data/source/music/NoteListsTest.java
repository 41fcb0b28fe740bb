package tsbn.data.source.music;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning.PianoRoll;
import tsbn.data.Split;

/** Lists of notes in pickles and in JSON. */
class NoteListsTest {
  private static final PianoRoll KEYS = new PianoRoll(21, 88);

  /** What Python makes of {@code {'train': [[(60, 64), ()]], 'valid': [[(61,)]], 'test': []}}. */
  static final List<String> PICKLES =
      List.of(
          "(dp0\nVtrain\np1\n(lp2\n(lp3\n(I60\nI64\ntp4\na(taasVvalid\np5\n(lp6\n(lp7\n(I61\ntp8\n"
              + "aasVtest\np9\n(lp10\ns.",
          "}q\0(X\5\0\0\0trainq\1]q\2]q\3((K<K@tq\4)eaX\5\0\0\0validq\5]q\6]q\7(K=tq\10aa"
              + "X\4\0\0\0testq\t]q\nu.",
          "\u0080\2}q\0(X\5\0\0\0trainq\1]q\2]q\3(K<K@\u0086q\4)eaX\5\0\0\0validq\5]q\6]q\7"
              + "K=\u0085q\10aaX\4\0\0\0testq\t]q\nu.",
          "\u0080\3}q\0(X\5\0\0\0trainq\1]q\2]q\3(K<K@\u0086q\4)eaX\5\0\0\0validq\5]q\6]q\7"
              + "K=\u0085q\10aaX\4\0\0\0testq\t]q\nu.",
          "\u0080\4\u00956\0\0\0\0\0\0\0}\u0094(\u008c\5train\u0094]\u0094]\u0094(K<K@\u0086\u0094"
              + ")ea\u008c\5valid\u0094]\u0094]\u0094K=\u0085\u0094aa\u008c\4test\u0094]\u0094u.");

  private static FileBytes bytes(String name, String text) throws DataFormatException {
    return FileBytes.of(name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Object pickle(String text) throws DataFormatException {
    return PickleFile.read(bytes("x.pickle", text));
  }

  private static Object json(String text) throws DataFormatException {
    return JsonFile.read(bytes("x.json", text));
  }

  private static final Map<String, Object> TREE =
      Map.of(
          "train", List.of(List.of(List.of(60L, 64L), List.of())),
          "valid", List.of(List.of(List.of(61L))),
          "test", List.of());

  @Test
  void everyProtocolGivesTheSame() throws Exception {
    for (String text : PICKLES) {
      assertEquals(TREE, pickle(text));
    }
    assertEquals(
        TREE, json("{\"train\": [[[60, 64], []]],\r\n \"valid\": [[[61]]], \"test\": []}"));
  }

  @Test
  void numbersAndTextsAreReadInAllForms() throws Exception {
    assertEquals(300L, pickle("M\54\1."));
    assertEquals(-2L, pickle("J\u00fe\u00ff\u00ff\u00ff."));
    assertEquals(7L, pickle("L7L\n."));
    assertEquals(-1L, pickle("\u008a\1\u00ff."));
    assertEquals(128L, pickle("\u008a\2\u0080\0."));
    assertEquals(0L, pickle("\u008a\0."));
    assertEquals(60.5, pickle("F60.5\n."));
    assertEquals(60.0, pickle("G\100\116\0\0\0\0\0\0."));
    assertEquals("train", pickle("S'train'\np0\n."));
    assertEquals("train", pickle("U\5train."));
    assertEquals("train", pickle("T\5\0\0\0train."));
    assertEquals("train", pickle("C\5train."));
    assertEquals("\u00e4", pickle("X\2\0\0\0\u00c3\u00a4."));
    assertEquals(List.of(List.of(1L, 2L, 3L)), pickle("](K\1K\2K\3\u0087e."));
    assertEquals(List.of(1L, 1L), pickle("(K\1" + "2l."));
    assertEquals(List.of(5L), pickle("K\5q\7" + "0]h\7a."));
    assertEquals(List.of(5L), pickle("K\5r\7\0\0\0" + "0]j\7\0\0\0a."));
    assertEquals(1L, pickle("K\1(K\2K\3" + "1."));
    assertEquals(List.of(60L, 60.0, -1L, 1e300), json("[60, 6e1, -1, 1e300]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cos\\nsystem\\n(S'rm'\\ntR.              | byte 0: the pickle holds the class os.system;
          \\x80\\x04\\x8c\\x02os\\x8c\\x06system\\x93. | byte 14: the pickle holds the class os.system;
          (ios\\nsystem\\n.                         | byte 1: the pickle holds the class os.system;
          ](NK\\x01e.                               | byte 2: the pickle holds None;
          ]\\x88a.                                  | byte 1: the pickle holds True or False;
          (lI01\\na.                               | byte 2: the pickle holds True or False;
          ]R.                                       | byte 1: the pickle holds what only the instruction 52 makes;
          """)
  void nothingButListsAndNumbersIsMade(String text, String sentence) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> pickle(unescaped(text)));
    assertEquals(
        "x.pickle, " + sentence + " only dictionaries, lists, tuples, texts and numbers are read.",
        e.getMessage());
  }

  private static String unescaped(String text) {
    return java.util.regex.Pattern.compile("\\\\x(..)")
        .matcher(text.strip().replace("\\n", "\n"))
        .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]K\\x01",
        "]K",
        "a.",
        "]a.",
        "]t.",
        "(.",
        "]h\\x01.",
        "K\\x01K\\x02a.",
        "]]]s.",
        "}]]s.",
        "}K\\x01s.",
        "Iabc\\n.",
        "Fabc\\n.",
        "I99999999999999999999\\n.",
        "\\x8a\\x08aaaaaaaa.",
        "I1",
        "]\\x80\\x09.",
        "K\\x01(\\x85.",
        "X\\xff\\xff\\xff\\x7fab.",
        "X\\xff\\xff\\xff\\xffab.",
        "]\\x8b\\xff\\xff\\xff\\x7f.",
        "K\\x01\\x86.",
        "(K\\x01u.",
        "hello",
        "."
      })
  void damagedPicklesAreRefused(String text) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> pickle(unescaped(text)));
    assertTrue(e.getMessage().startsWith("x.pickle"), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"train": [       | x.json, line 1, column 12: this is not JSON, or the file is damaged.
          {'train': []}     | x.json, line 1, column 3: this is not JSON, or the file is damaged.
          [NaN]             | x.json, line 1, column 2: this is not JSON, or the file is damaged.
          [1] [2]           | x.json, line 1, column 6: this is not JSON, or the file is damaged.
          [null]            | x.json, line 1, column 6: only objects, arrays, texts and numbers are read.
          {"a": 1, "a": 2}  | x.json, line 1, column 13: "a" is there twice.
          [[[[[[[[[[1]]]]]]]]]] | x.json, line 1, column 11: lists of notes are not as deep as this.
          hello             | x.json, line 1, column 1: this is not JSON, or the file is damaged.
          """)
  void damagedJsonIsRefusedWithItsPlace(String text, String sentence) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> json(text));
    assertEquals(sentence, e.getMessage());
  }

  @Test
  void framesAreKeys() throws Exception {
    NoteLists lists =
        NoteLists.of(
            "x",
            json("{\"train\": [[[21, 108.0, 60, 60], [], [20, 109, 127, 0]]], \"a\": 1}"),
            KEYS);
    float[] values = lists.splits().get(Split.TRAIN).get(0).toMatrix().data;
    float[] wanted = new float[3 * 88];
    wanted[0] = 1;
    wanted[87] = 1;
    wanted[39] = 1;
    assertArrayEquals(wanted, values);
    assertEquals(4, lists.outside());
    assertEquals(List.of("a"), lists.unknown());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"train": 5}                  | x, train: there should be a list of sequences.
          {"train": [[[60]], 5]}        | x, train, sequence 2: there should be a list of frames.
          {"train": [[[60]], []]}       | x, train, sequence 2: there are no frames.
          {"train": [[[60], 61]]}       | x, train, sequence 1, frame 2: there should be a list of MIDI notes.
          {"train": [[[60], [61, 128]]]} | x, train, sequence 1, frame 2: 128 is no MIDI note, a whole number from 0 to 127.
          {"train": [[[60.5]]]}         | x, train, sequence 1, frame 1: 60.5 is no MIDI note, a whole number from 0 to 127.
          {"train": [[["60"]]]}         | x, train, sequence 1, frame 1: a value is no MIDI note, a whole number from 0 to 127.
          {"train": [], "test": [[[1]]]} | x has no sequences under the name train; it should hold train, valid and test, each a list of sequences of frames of MIDI notes.
          [[[60]]]                      | x has no sequences under the name train; it should hold train, valid and test, each a list of sequences of frames of MIDI notes.
          """)
  void whatIsNotMusicIsRefusedWithItsPlace(String text, String sentence) throws Exception {
    Object tree = json(text);
    DataFormatException e =
        assertThrows(DataFormatException.class, () -> NoteLists.of("x", tree, KEYS));
    assertEquals(sentence, e.getMessage());
  }

  @Test
  @Timeout(60)
  void listsThatHoldEachOtherEndInASentence() throws Exception {
    // A list that holds itself, and one that is named a million times.
    Object self = pickle("}U\5train]q\0h\0as.");
    assertThrows(DataFormatException.class, () -> NoteLists.of("x", self, KEYS));
    List<Object> frame = new ArrayList<>();
    frame.add(60L);
    List<Object> sequence = new ArrayList<>();
    List<Object> sequences = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      sequence.add(frame);
      sequences.add(sequence);
    }
    DataFormatException e =
        assertThrows(
            DataFormatException.class, () -> NoteLists.of("x", Map.of("train", sequences), KEYS));
    assertTrue(e.getMessage().contains("more frames than the memory"), e.getMessage());
  }
}
