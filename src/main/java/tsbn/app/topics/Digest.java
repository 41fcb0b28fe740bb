package tsbn.app.topics;

import java.util.ArrayList;
import java.util.List;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.evaluate.SpanChange;
import tsbn.evaluate.SpanChange.Change;
import tsbn.math.Largest;

/**
 * What a year, or a span of years, was about: four lists. Work for a worker, since the words of all
 * years are compared.
 *
 * @param title such as {@code 1862}
 * @param titles of the four lists; empty where there is none
 * @param lists of words and topics, at most as many
 */
public record Digest(String title, List<String> titles, List<List<Bar>> lists) {
  private static final Messages MESSAGES = Messages.of(Digest.class);
  private static final int OF_A_YEAR = 14;
  private static final int OF_A_SPAN = 6;

  public Digest {
    titles = List.copyOf(titles);
    lists = lists.stream().map(List::copyOf).toList();
  }

  /** The most frequent words of a year, and its strongest topics. */
  static Digest ofYear(TopicSheet sheet, int year, List<String> names) {
    int row = sheet.raw().row(year);
    if (row < 0) {
      return new Digest(String.valueOf(year), List.of(), List.of());
    }
    double total = 0;
    for (int i = 0; i < sheet.counts().numCols; i++) {
      total += sheet.counts().get(row, i);
    }
    List<Bar> words = new ArrayList<>();
    double most = 0;
    for (int unit :
        Largest.of(sheet.counts().numCols, OF_A_YEAR, i -> sheet.counts().get(row, i))) {
      double count = sheet.counts().get(row, unit);
      most = Math.max(most, count);
      if (count > 0) {
        String name = sheet.meaning().unitName(unit);
        words.add(new Bar(name, count / most, Readable.count(Math.round(count)), -1));
      }
    }
    List<Bar> topics = new ArrayList<>();
    for (int topic :
        Largest.of(sheet.raw().topics(), OF_A_YEAR, k -> sheet.raw().strengths().get(row, k))) {
      double strength = sheet.raw().strengths().get(row, topic);
      topics.add(new Bar(names.get(topic), strength, Readable.fixed(strength, 2), topic));
    }
    return new Digest(
        MESSAGES.format("year", String.valueOf(year), Readable.count(Math.round(total))),
        List.of(MESSAGES.get("year.words"), MESSAGES.get("year.topics")),
        List.of(words, topics));
  }

  /** What rose and what fell from the earlier half of a span of years to its later half. */
  static Digest ofSpan(TopicSheet sheet, int from, int to, List<String> names) {
    List<Integer> years = sheet.raw().years();
    int first = (int) years.stream().filter(year -> year < from).count();
    int end = (int) years.stream().filter(year -> year <= to).count();
    String title = MESSAGES.format("span", String.valueOf(from), String.valueOf(to));
    List<Change> topics = SpanChange.ofMeans(sheet.raw().strengths(), first, end);
    List<Change> words = SpanChange.ofShares(sheet.counts(), first, end);
    if (topics.isEmpty()) {
      return new Digest(title, List.of(MESSAGES.get("span.short")), List.of(List.of()));
    }
    return new Digest(
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

  private static List<Bar> topics(List<Change> changes, boolean rose, List<String> names) {
    return changes.stream()
        .filter(change -> change.rose() == rose && change.before() != change.after())
        .limit(OF_A_SPAN)
        .map(
            change -> {
              double by = change.after() - change.before();
              String value = (rose ? "+" : "") + Readable.fixed(by, 2);
              return new Bar(names.get(change.unit()), Math.abs(by), value, change.unit());
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
