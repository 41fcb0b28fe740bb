package tsbn.app.support;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A value that the user types. While typing, only the problem is updated; the value is taken over
 * on {@link #commit}, so that "100" does not pass by 1 and 10 on its way into a running trainer.
 */
public final class Entry<T> {
  private static final Messages MESSAGES = Messages.of(Entry.class);

  private final Function<String, T> parse;
  private final Function<T, String> print;
  private final Consumer<T> check;
  private final Consumer<T> accept;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private T value;

  /**
   * A value of any type.
   *
   * @param parse throws an IllegalArgumentException with a sentence for the user
   * @param check the same, for a value that can be read but not used
   * @param accept gets every valid value that is committed and differs from the last
   */
  public Entry(
      Function<String, T> parse, Function<T, String> print, Consumer<T> check, Consumer<T> accept) {
    this.parse = parse;
    this.print = print;
    this.check = check;
    this.accept = accept;
    text.addListener((observable, was, is) -> validate());
  }

  /** A whole number; see {@link #Entry}. */
  public static Entry<Integer> ofInt(Consumer<Integer> check, Consumer<Integer> accept) {
    return new Entry<>(
        typed -> parse(typed, Integer::valueOf, "entry.whole"),
        value -> String.format(Locale.ENGLISH, "%,d", value),
        check,
        accept);
  }

  /** A whole number of any size; see {@link #Entry}. */
  public static Entry<Long> ofLong(Consumer<Long> check, Consumer<Long> accept) {
    return new Entry<>(
        typed -> parse(typed, Long::valueOf, "entry.whole"), String::valueOf, check, accept);
  }

  /** A number, {@code 0.001} or {@code 1e-3}; see {@link #Entry}. */
  public static Entry<Double> ofDouble(Consumer<Double> check, Consumer<Double> accept) {
    return new Entry<>(
        typed -> parse(typed, Entry::finite, "entry.number"), Entry::plain, check, accept);
  }

  // Properties

  /** What stands in the field. */
  public StringProperty textProperty() {
    return text;
  }

  /** Why that cannot be used, as a sentence; empty if it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The value last shown or taken over; null before the first. */
  public T value() {
    return value;
  }

  // Commands

  /** Shows a value that came from elsewhere. */
  public void show(T other) {
    value = other;
    text.set(print.apply(other));
    validate();
  }

  /** Takes over what was typed if it can be used; otherwise leaves it there with its problem. */
  public void commit() {
    T typed = validate();
    if (typed != null && !typed.equals(value)) {
      value = typed;
      accept.accept(typed);
    }
  }

  /** Goes back to the last value. */
  public void revert() {
    if (value != null) {
      show(value);
    }
  }

  /** The value typed; null if it cannot be used. */
  private T validate() {
    try {
      T typed = parse.apply(text.get());
      check.accept(typed);
      problem.set("");
      return typed;
    } catch (IllegalArgumentException refused) {
      problem.set(refused.getMessage());
      return null;
    }
  }

  private static <N> N parse(String typed, Function<String, N> read, String problemKey) {
    try {
      // Thousands may be separated as people write them.
      return read.apply(typed.strip().replaceAll("(?<=\\d)[, \u00a0\u202f](?=\\d{3})", ""));
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException(MESSAGES.get(problemKey), unreadable);
    }
  }

  private static Double finite(String typed) {
    double number = Double.parseDouble(typed);
    if (!Double.isFinite(number) || !typed.matches("[-+.\\deE]+")) {
      throw new NumberFormatException(typed);
    }
    return number;
  }

  /** As short as it can be: {@code 0.0001}, {@code 1.0E-5} as {@code 1e-5}. */
  static String plain(Double number) {
    double size = Math.abs(number);
    if (number == 0 || (size >= 1e-4 && size < 1e7)) {
      return new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return number.toString().replace(".0E", "e").replace('E', 'e');
  }
}
