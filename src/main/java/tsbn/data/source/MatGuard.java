package tsbn.data.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks the structure of one unpacked variable of a MATLAB file: every size it claims fits what is
 * there, and it is a full numeric matrix, an array of cells that each hold one, or, where that is
 * asked for, a struct. An element is a tag of type and size followed by that many bytes, padded to
 * eight; a matrix is an element made of elements: flags, dimensions, name, then values or cells
 * (MATLAB's "MAT-File Format").
 */
final class MatGuard {
  static final int MATRIX = 14;
  static final int COMPRESSED = 15;
  private static final int INT8 = 1;
  private static final int INT32 = 5;
  private static final int UINT32 = 6;
  private static final int UTF8 = 16;

  private static final int CELL = 1;
  private static final int STRUCT = 2;
  private static final int DOUBLE = 6;
  private static final int UINT64 = 15;
  private static final int CHAR = 4;
  private static final int COMPLEX = 0x0800;

  /** How deep structs may hold each other. */
  private static final int DEEPEST = 4;

  /** Names of the classes 1 to 17, for sentences. */
  private static final List<String> CLASSES =
      List.of(
          "cell",
          "struct",
          "object",
          "char",
          "sparse",
          "double",
          "single",
          "int8",
          "uint8",
          "int16",
          "uint16",
          "int32",
          "uint32",
          "int64",
          "uint64",
          "function",
          "object");

  /** Bytes a value of the storage types 1 to 13 has; 0 for a type that is not a number's. */
  private static final int[] VALUE_BYTES = {0, 1, 1, 2, 2, 4, 4, 4, 0, 8, 0, 0, 8, 8};

  /** What is wrong, as the rest of a sentence that begins with the variable. */
  static final class Damage extends Exception {
    private static final long serialVersionUID = 1L;

    Damage(String predicate) {
      super(predicate);
    }
  }

  /** The head of a variable; {@code kind} is its class number, with the complex flag apart. */
  record Head(String name, int kind, boolean complex, List<Integer> dimensions) {

    String shape() {
      String sides = dimensions.stream().map(String::valueOf).collect(Collectors.joining(" x "));
      String name = kind >= 1 && kind <= CLASSES.size() ? CLASSES.get(kind - 1) : "unknown";
      return sides.isEmpty() ? name : name + " " + sides;
    }

    /** Number of values or cells. */
    long count() {
      // Each factor is below 2^31; the product saturates rather than wraps.
      long count = 1;
      for (int side : dimensions) {
        count = side == 0 ? 0 : count > Integer.MAX_VALUE ? count : count * side;
      }
      return count;
    }
  }

  private final ByteBuffer bytes;

  private MatGuard(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Reads the head of a variable of which perhaps only the beginning is there. */
  static Head head(ByteBuffer bytes) throws Damage {
    MatGuard guard = new MatGuard(bytes);
    guard.require(8);
    if (bytes.getInt() != MATRIX) {
      throw new Damage("is not an array");
    }
    bytes.getInt();
    return guard.head();
  }

  /** Checks a whole variable of numbers, or of cells of numbers. */
  static void check(ByteBuffer bytes) throws Damage {
    new MatGuard(bytes).matrix("", true, 0);
  }

  /** Checks a whole variable, which may also be a struct of structs, texts and numbers. */
  static void checkStruct(ByteBuffer bytes) throws Damage {
    new MatGuard(bytes).matrix("", false, DEEPEST);
  }

  private void matrix(String place, boolean mayBeCells, int structs) throws Damage {
    require(8);
    int type = bytes.getInt();
    long size = Integer.toUnsignedLong(bytes.getInt());
    if (type != MATRIX || size > bytes.remaining()) {
      throw new Damage("has wrong sizes" + place);
    }
    if (size == 0) {
      // What an empty cell is stored as.
      return;
    }
    int end = bytes.position() + (int) size;
    Head head = head();
    if (head.kind() == CELL && mayBeCells) {
      cells(head);
    } else if (head.kind() == STRUCT && structs > 0) {
      fields(head, place, structs - 1);
    } else if ((head.kind() >= DOUBLE && head.kind() <= UINT64)
        || (head.kind() == CHAR && structs > 0)) {
      values(head, place);
    } else {
      throw new Damage(
          "holds a %s%s where a matrix of numbers is expected".formatted(head.shape(), place));
    }
    if (bytes.position() != end) {
      throw new Damage("has wrong sizes" + place);
    }
  }

  private Head head() throws Damage {
    ByteBuffer flags = element(UINT32);
    if (flags.remaining() != 8) {
      throw new Damage("has no flags");
    }
    int word = flags.getInt();
    int kind = word & 0xFF;
    if (kind == CLASSES.size()) {
      // The one class without dimensions, of which nothing but the name is of interest.
      return new Head(text(element(INT8)), kind, false, List.of());
    }
    ByteBuffer sides = element(INT32);
    List<Integer> dimensions = new ArrayList<>();
    while (sides.remaining() >= 4) {
      dimensions.add(sides.getInt());
    }
    if (dimensions.size() < 2 || dimensions.stream().anyMatch(side -> side < 0)) {
      throw new Damage("has no valid dimensions");
    }
    return new Head(text(element(INT8)), kind, (word & COMPLEX) != 0, dimensions);
  }

  private void cells(Head head) throws Damage {
    if (head.count() > bytes.remaining() / 8) {
      throw new Damage(
          "claims to have %,d cells, more than fit into the file".formatted(head.count()));
    }
    for (int cell = 1; cell <= head.count(); cell++) {
      matrix(" in cell " + cell, false, 0);
    }
  }

  /** The length of a name, the names, then for each element a matrix by field. */
  private void fields(Head head, String place, int structs) throws Damage {
    ByteBuffer length = element(INT32);
    int each = length.remaining() == 4 ? length.getInt() : 0;
    int names = element(INT8).remaining();
    if (each < 1 || each > 64 || names % each != 0) {
      throw new Damage("has fields without names" + place);
    }
    int fields = names / each;
    if (fields > 0 && head.count() > bytes.remaining() / 8 / fields) {
      throw new Damage(
          "claims to have %,d elements, more than fit into the file".formatted(head.count()));
    }
    for (long i = 0; i < head.count() * fields; i++) {
      matrix(" in a field", false, structs);
    }
  }

  private void values(Head head, String place) throws Damage {
    if (head.complex()) {
      throw new Damage("holds complex numbers" + place);
    }
    require(4);
    int word = bytes.getInt(bytes.position());
    int type = word >>> 16 == 0 ? word : word & 0xFFFF;
    int width = width(type, head.kind());
    if (width == 0) {
      throw new Damage("has values of an unknown type" + place);
    }
    int stored = element(type).remaining();
    if (stored != head.count() * width) {
      throw new Damage(
          "claims to be %s%s and holds %,d values".formatted(head.shape(), place, stored / width));
    }
  }

  /** Bytes of a stored value; 0 for what cannot be stored in an array of that class. */
  private static int width(int type, int kind) {
    if (kind == CHAR && type >= UTF8 && type <= UTF8 + 2) {
      return 1 << (type - UTF8);
    }
    return type > 0 && type < VALUE_BYTES.length ? VALUE_BYTES[type] : 0;
  }

  /** The contents of the next element, which must have that type. */
  private ByteBuffer element(int expected) throws Damage {
    require(8);
    int word = bytes.getInt();
    boolean small = word >>> 16 != 0;
    int type = small ? word & 0xFFFF : word;
    long size = small ? word >>> 16 : Integer.toUnsignedLong(bytes.getInt());
    if (type != expected || (small && size > 4)) {
      throw new Damage("has parts in a wrong order");
    }
    require(size);
    ByteBuffer contents = bytes.slice(bytes.position(), (int) size).order(bytes.order());
    long padded = small ? 4 : (size + 7) / 8 * 8;
    require(padded);
    bytes.position(bytes.position() + (int) padded);
    return contents;
  }

  private void require(long count) throws Damage {
    if (count > bytes.remaining()) {
      throw new Damage("ends too early");
    }
  }

  private static String text(ByteBuffer contents) {
    return StandardCharsets.ISO_8859_1
        .decode(contents)
        .toString()
        .replace("\0", "")
        .replaceAll("\\p{Cntrl}", "?");
  }
}
