package tsbn.data.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.source.text.Counted;
import tsbn.data.text.Corpus;
import tsbn.data.text.KnownTopics;
import tsbn.data.text.Years;
import tsbn.math.RandomStream;

/**
 * A speech a year, made up of words alone: every token is drawn from one of some authored topics
 * ({@link SpeechTopics}), each of which is taken up and dropped again over the years, or from the
 * words that stand in any speech. Which share of a year's words a topic has is known, so that
 * topics that a model finds can be checked. In two years no speech was given.
 */
final class Speeches implements BuiltinSource {
  static final String SOURCE = "builtin:speeches";
  private static final String TITLE = "Speeches";
  private static final Set<String> OPTIONS = TextOptions.names(Set.of("years", "words"));
  private static final int FIRST_YEAR = 1901;

  /** Where, in the course of all years, no speech was given. */
  private static final double[] GAPS = {0.12, 0.36};

  /** Share of a topic's words in a year while it is dropped, and what comes on top of it. */
  private static final double LEAST = 0.003;

  private static final double MORE = 0.06;

  /** Years in which a topic is taken up or dropped, in the course of all years. */
  private static final double EDGE = 0.03;

  @Override
  public Builtin description() {
    return new Builtin(
        SOURCE,
        TITLE,
        "How often each word stands in a speech a year, drawn from eight topics that come and go.");
  }

  @Override
  public Set<String> options() {
    return OPTIONS;
  }

  @Override
  public SequenceSet open(SourceAddress address, String source, Progress progress)
      throws DataFormatException {
    return data(address).set(address);
  }

  /** The speeches, counted. */
  static TextData data(SourceAddress address) throws DataFormatException {
    address.requireOnly(OPTIONS);
    int words = address.integer("words", 3000, 100, 1_000_000);
    KnownTopics topics = topics(address);
    RandomStream random = new RandomStream(stream(address).nextLong()).child(1);
    Corpus.Builder builder = new Corpus.Builder();
    for (int t = 0; t < topics.years().count(); t++) {
      int year = topics.years().at(t);
      builder.addYear(year);
      RandomStream ofYear = random.child(year);
      for (int i = 0; i < words; i++) {
        builder.add(year, token(topics.shares(), t, ofYear));
      }
    }
    return new TextData(TITLE, OPTIONS, new Counted(builder.build(), List.of()));
  }

  /** What a source was drawn from; nothing if it is not of this kind. */
  static Optional<KnownTopics> topics(String source) {
    try {
      SourceAddress address = SourceAddress.of(source);
      return address.place().equals(SOURCE) ? Optional.of(topics(address)) : Optional.empty();
    } catch (DataFormatException notOpened) {
      return Optional.empty();
    }
  }

  private static RandomStream stream(SourceAddress address) throws DataFormatException {
    return new RandomStream(address.whole("seed", 1, 0, Long.MAX_VALUE));
  }

  private static KnownTopics topics(SourceAddress address) throws DataFormatException {
    int span = address.integer("years", 120, 20, 900);
    RandomStream random = stream(address).child(2);
    List<Integer> years = new ArrayList<>();
    for (int i = 0; i < span; i++) {
      int at = i;
      boolean missing = Arrays.stream(GAPS).anyMatch(gap -> at == (int) Math.round(gap * span));
      if (!missing) {
        years.add(FIRST_YEAR + i);
      }
    }
    List<SpeechTopics> all = List.of(SpeechTopics.values());
    FMatrixRMaj shares = new FMatrixRMaj(years.size(), all.size());
    for (int k = 0; k < all.size(); k++) {
      double shift = 0.04 * (random.nextDouble() - 0.5);
      for (int t = 0; t < years.size(); t++) {
        double course = (double) (years.get(t) - FIRST_YEAR) / (span - 1) + shift;
        double noise = Math.exp(0.1 * random.nextGaussian());
        shares.set(t, k, (float) (noise * (LEAST + MORE * all.get(k).strength(course, EDGE))));
      }
    }
    return new KnownTopics(
        all.stream().map(SpeechTopics::title).toList(),
        all.stream().map(SpeechTopics::words).toList(),
        new Years(years),
        shares);
  }

  private static String token(FMatrixRMaj shares, int t, RandomStream random) {
    double left = random.nextDouble();
    for (SpeechTopics topic : SpeechTopics.values()) {
      left -= shares.get(t, topic.ordinal());
      if (left < 0) {
        return drawn(topic.words(), random);
      }
    }
    return drawn(SpeechTopics.ANY_SPEECH, random);
  }

  /** A word, the likelier the earlier it stands: word i with a weight of 1 / (i + 3). */
  private static String drawn(List<String> words, RandomStream random) {
    double total = 0;
    for (int i = 0; i < words.size(); i++) {
      total += 1.0 / (i + 3);
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < words.size(); i++) {
      left -= 1.0 / (i + 3);
      if (left < 0) {
        return words.get(i);
      }
    }
    return words.get(words.size() - 1);
  }
}
