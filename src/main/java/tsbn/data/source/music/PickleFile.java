package tsbn.data.source.music;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsbn.data.DataFormatException;

/**
 * A pickle of Python, protocols 0 to 5, of dictionaries, lists, tuples, texts and numbers. A pickle
 * is a program for a stack; of its instructions only those are known here that make such values, so
 * that no file can have anything else made, let alone run.
 *
 * <p>The library for pickles, net.razorvine:pickle, makes objects of classes that a file names, and
 * takes as much memory as a file claims a text to be long, before it looks whether it is there:
 * seven bytes can ask for two gigabytes. This reader's memory is bounded by the file's size.
 */
public final class PickleFile {
  private static final int NEWEST = 5;
  private static final int LONGEST_NUMBER = 7;

  private final FileBytes in;
  private final List<Object> stack = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  /** Where the instruction is that is being done. */
  private int at;

  private PickleFile(FileBytes in) {
    this.in = in;
  }

  /**
   * Reads a file.
   *
   * @return a {@link Map}, {@link List}, {@link String}, {@link Long} or {@link Double}, which hold
   *     others; a list may be held more than once, and even by itself
   * @throws DataFormatException with one sentence that names file and byte
   */
  public static Object read(Path path) throws DataFormatException {
    return read(FileBytes.read(path));
  }

  static Object read(FileBytes in) throws DataFormatException {
    return new PickleFile(in).run();
  }

  private Object run() throws DataFormatException {
    while (true) {
      at = in.position();
      int instruction = in.next();
      if (instruction == '.') {
        return pop();
      }
      if (!number(instruction) && !text(instruction) && !holder(instruction)) {
        keep(instruction);
      }
    }
  }

  private boolean number(int instruction) throws DataFormatException {
    switch (instruction) {
      case 'K' -> push(in.littleEndian(1));
      case 'M' -> push(in.littleEndian(2));
      case 'J' -> push((long) (int) in.littleEndian(4));
      case 'I' -> push(wholeAndNoTruth(in.line()));
      case 'L' -> push(whole(in.line()));
      case 0x8A -> push(signed(in.next()));
      case 'F' -> push(real(in.line()));
      case 'G' -> push(Double.longBitsToDouble(in.bigEndian(8)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean text(int instruction) throws DataFormatException {
    switch (instruction) {
      case 'S' -> push(in.line().replaceAll("^['\"]|['\"]$", ""));
      case 'V' -> push(in.line());
      case 'U', 'C', 0x8C -> push(text(1, instruction == 0x8C));
      case 'T', 'B', 'X' -> push(text(4, instruction == 'X'));
      default -> {
        return false;
      }
    }
    return true;
  }

  private String text(int bytesOfLength, boolean unicode) throws DataFormatException {
    String text = in.text(in.littleEndian(bytesOfLength));
    return unicode
        ? new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : text;
  }

  private boolean holder(int instruction) throws DataFormatException {
    switch (instruction) {
      case ']', ')' -> push(new ArrayList<>(0));
      case 'l', 't' -> push(fromMark());
      case 0x85, 0x86, 0x87 -> push(last(instruction - 0x84));
      case '}' -> push(new LinkedHashMap<>());
      case 'd' -> {
        List<Object> items = fromMark();
        push(new LinkedHashMap<>());
        putAll(items);
      }
      case 'a' -> {
        Object item = pop();
        list().add(item);
      }
      case 'e' -> {
        List<Object> items = fromMark();
        list().addAll(items);
      }
      case 's' -> putAll(last(2));
      case 'u' -> putAll(fromMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void keep(int instruction) throws DataFormatException {
    switch (instruction) {
      case '(' -> marks.push(stack.size());
      case '0' -> pop();
      case '1' -> fromMark();
      case '2' -> push(top());
      case 'p' -> memo.put((int) whole(in.line()), top());
      case 'q' -> memo.put(in.next(), top());
      case 'r' -> memo.put((int) in.littleEndian(4), top());
      case 0x94 -> memo.put(memo.size(), top());
      case 'g' -> recall((int) whole(in.line()));
      case 'h' -> recall(in.next());
      case 'j' -> recall((int) in.littleEndian(4));
      case 0x80 -> {
        int protocol = in.next();
        if (protocol > NEWEST) {
          throw in.wrong(at, "pickles of protocol %d are not known".formatted(protocol));
        }
      }
      case 0x95 -> in.skip(8); // how long a frame of the file is, which nobody needs to know
      default -> throw refused(instruction);
    }
  }

  private DataFormatException refused(int instruction) throws DataFormatException {
    if (at == 0 && instruction != 'c') {
      return in.wrongFile("is not a pickle of lists of notes");
    }
    String what =
        switch (instruction) {
          case 'c', 'i' -> "the class " + FileBytes.shown(in.line() + "." + in.line());
          case 0x93 -> {
            Object name = pop();
            yield "the class " + FileBytes.shown(pop() + "." + name);
          }
          case 'N' -> "None";
          case 0x88, 0x89, 'I' -> "True or False";
          default -> "what only the instruction %02X makes".formatted(instruction);
        };
    return in.wrong(
        at,
        "the pickle holds %s; only dictionaries, lists, tuples, texts and numbers are read"
            .formatted(what));
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() throws DataFormatException {
    Object top = top();
    stack.remove(stack.size() - 1);
    return top;
  }

  /** The last value, which must be behind the last mark. */
  private Object top() throws DataFormatException {
    int mark = marks.isEmpty() ? 0 : marks.peek();
    if (stack.size() <= mark) {
      throw damaged("there is no value here");
    }
    return stack.get(stack.size() - 1);
  }

  private List<Object> last(int count) throws DataFormatException {
    int mark = marks.isEmpty() ? 0 : marks.peek();
    if (stack.size() - mark < count) {
      throw damaged("there should be %d values here".formatted(count));
    }
    return cut(stack.size() - count);
  }

  private List<Object> fromMark() throws DataFormatException {
    if (marks.isEmpty()) {
      throw damaged("there is no mark here");
    }
    return cut(marks.pop());
  }

  private List<Object> cut(int from) {
    List<Object> end = stack.subList(from, stack.size());
    List<Object> values = new ArrayList<>(end);
    end.clear();
    return values;
  }

  @SuppressWarnings("unchecked") // every list here is one of objects
  private List<Object> list() throws DataFormatException {
    if (top() instanceof List<?> list) {
      return (List<Object>) list;
    }
    throw damaged("there is no list here");
  }

  @SuppressWarnings("unchecked") // every map here is one of objects
  private void putAll(List<Object> keysAndValues) throws DataFormatException {
    if (!(top() instanceof Map<?, ?> map) || keysAndValues.size() % 2 != 0) {
      throw damaged("there is no dictionary here");
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      Object key = keysAndValues.get(i);
      // A list as a key would be hashed, and one that holds itself never comes to an end.
      if (!(key instanceof String) && !(key instanceof Number)) {
        throw damaged("a key of a dictionary is neither a text nor a number");
      }
      ((Map<Object, Object>) map).put(key, keysAndValues.get(i + 1));
    }
  }

  private void recall(int index) throws DataFormatException {
    Object value = memo.get(index);
    if (value == null) {
      throw damaged("nothing was kept under the number " + index);
    }
    push(value);
  }

  /** The oldest pickles write True and False as 01 and 00. */
  private long wholeAndNoTruth(String text) throws DataFormatException {
    if (text.equals("01") || text.equals("00")) {
      throw refused('I');
    }
    return whole(text);
  }

  private long whole(String text) throws DataFormatException {
    String digits = text.endsWith("L") ? text.substring(0, text.length() - 1) : text;
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw damaged("\"%s\" is no whole number that can be used".formatted(FileBytes.shown(text)));
    }
  }

  private double real(String text) throws DataFormatException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw damaged("\"%s\" is not a number".formatted(FileBytes.shown(text)));
    }
  }

  /** A whole number with a sign in so many bytes, the lowest first. */
  private long signed(int bytes) throws DataFormatException {
    if (bytes > LONGEST_NUMBER) {
      throw damaged("a whole number of %d bytes cannot be used".formatted(bytes));
    }
    long value = in.littleEndian(bytes);
    int unused = 64 - 8 * bytes;
    return bytes == 0 ? 0 : value << unused >> unused;
  }

  private DataFormatException damaged(String what) {
    return in.wrong(at, "the pickle is damaged: " + what);
  }
}
