package tsbn.app.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.evaluate.SpanChange;
import tsbn.evaluate.SpanChange.Change;

/**
 * What a year, or a span of years, was about: four lists.
 *
 * @param title such as {@code 1862}
 * @param titles of the four lists; empty where there is none
 * @param lists of words and topics, at most as many
 */
public record Findings(String title, List<String> titles, List<List<Bar>> lists) {
  private static final Messages MESSAGES = Messages.of(Findings.class);
  private static final int OF_A_YEAR = 14;
  private static final int OF_A_SPAN = 6;

  public Findings {
    titles = List.copyOf(titles);
    lists = lists.stream().map(List::copyOf).toList();
  }

  /** The most frequent words of a year, and its strongest topics. */
  static Findings ofYear(TopicSheet sheet, int year, IntFunction<String> names) {
    int row = sheet.raw().row(year);
    if (row < 0) {
      return new Findings(String.valueOf(year), List.of(), List.of());
    }
    double total = 0;
    for (int i = 0; i < sheet.counts().numCols; i++) {
      total += sheet.counts().get(row, i);
    }
    List<Bar> words = new ArrayList<>();
    double most = 0;
    for (int unit : strongest(sheet.counts().numCols, i -> sheet.counts().get(row, i))) {
      double count = sheet.counts().get(row, unit);
      most = Math.max(most, count);
      if (count > 0) {
        String name = sheet.meaning().unitName(unit);
        words.add(new Bar(name, count / most, Readable.count(Math.round(count)), -1));
      }
    }
    List<Bar> topics = new ArrayList<>();
    for (int topic : strongest(sheet.raw().topics(), k -> sheet.raw().strengths().get(row, k))) {
      double strength = sheet.raw().strengths().get(row, topic);
      topics.add(new Bar(names.apply(topic), strength, Readable.fixed(strength, 2), topic));
    }
    return new Findings(
        MESSAGES.format("year", String.valueOf(year), Readable.count(Math.round(total))),
        List.of(MESSAGES.get("year.words"), MESSAGES.get("year.topics")),
        List.of(words, topics));
  }

  private static List<Integer> strongest(int count, IntFunction<Float> value) {
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> -value.apply(i)))
        .limit(OF_A_YEAR)
        .toList();
  }

  /** What rose and what fell from the earlier half of a span of years to its later half. */
  static Findings ofSpan(TopicSheet sheet, int from, int to, IntFunction<String> names) {
    List<Integer> years = sheet.raw().years();
    int first = (int) years.stream().filter(year -> year < from).count();
    int end = (int) years.stream().filter(year -> year <= to).count();
    String title = MESSAGES.format("span", String.valueOf(from), String.valueOf(to));
    List<Change> topics = SpanChange.ofMeans(sheet.raw().strengths(), first, end);
    List<Change> words = SpanChange.ofShares(sheet.counts(), first, end);
    if (topics.isEmpty()) {
      return new Findings(title, List.of(MESSAGES.get("span.short")), List.of(List.of()));
    }
    return new Findings(
        title,
        List.of(
            MESSAGES.get("span.topics.rose"),
            MESSAGES.get("span.topics.fell"),
            MESSAGES.get("span.words.rose"),
            MESSAGES.get("span.words.fell")),
        List.of(
            topics(topics, true, names),
            topics(topics, false, names),
            words(words, true, sheet),
            words(words, false, sheet)));
  }

  private static List<Bar> topics(List<Change> changes, boolean rose, IntFunction<String> names) {
    return changes.stream()
        .filter(change -> change.rose() == rose && change.before() != change.after())
        .limit(OF_A_SPAN)
        .map(
            change -> {
              double by = change.after() - change.before();
              String value = (rose ? "+" : "") + Readable.fixed(by, 2);
              return new Bar(names.apply(change.unit()), Math.abs(by), value, change.unit());
            })
        .toList();
  }

  private static List<Bar> words(List<Change> changes, boolean rose, TopicSheet sheet) {
    List<Change> some =
        changes.stream()
            .filter(change -> change.rose() == rose && change.before() != change.after())
            .limit(OF_A_SPAN)
            .toList();
    double most =
        some.stream()
            .mapToDouble(change -> Math.abs(change.after() - change.before()))
            .max()
            .orElse(1);
    return some.stream()
        .map(
            change -> {
              double ratio = change.after() / change.before();
              double times = rose ? ratio : 1 / ratio;
              return new Bar(
                  sheet.meaning().unitName(change.unit()),
                  Math.abs(change.after() - change.before()) / most,
                  MESSAGES.format(
                      rose ? "times" : "times.less", Readable.fixed(times, times < 9.95 ? 1 : 0)),
                  -1);
            })
        .toList();
  }
}
