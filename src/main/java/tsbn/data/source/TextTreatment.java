package tsbn.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FloatSequence;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.text.Counted;
import tsbn.data.text.HeldOutTokens;
import tsbn.data.text.WordSelection;
import tsbn.data.text.Years;
import tsbn.math.RandomStream;

/**
 * Counts of words as a set of two sequences of years (section 9 of the model). The training
 * sequence has the tokens of all years but the last ones that are not held out. The test sequence
 * has all that was held out: of these years the other tokens, and the last years as a whole. So the
 * years of the test sequence that the training sequence has too are held-out tokens, and the later
 * ones are the future.
 */
final class TextTreatment {
  /** Years a second, for a player. */
  private static final double SPEED = 5;

  private final String name;
  private final SourceAddress address;
  private final TextOptions options;

  TextTreatment(String name, SourceAddress address, TextOptions options) {
    this.name = name;
    this.address = address;
    this.options = options;
  }

  SequenceSet apply(Counted counted) throws DataFormatException {
    WordSelection selection = counted.corpus().select(options.words());
    Years years = selection.years();
    int learned = years.count() - options.future();
    requireEnough(selection, learned);
    int units = selection.words().size();
    int tested = options.heldOut() > 0 ? years.count() : options.future();
    FMatrixRMaj train = new FMatrixRMaj(learned, units);
    FMatrixRMaj test = new FMatrixRMaj(tested, units);
    RandomStream random = new RandomStream(options.seed());
    int row = 0;
    for (int t = 0; t < years.count(); t++) {
      int[] counts = selection.counts(t);
      if (t < learned) {
        // A stream for every year: what one year holds out does not change with the others.
        int[] heldOut = HeldOutTokens.draw(counts, options.heldOut(), random.child(years.at(t)));
        copy(counts, train, t);
        counts = heldOut;
      }
      if (t >= learned || options.heldOut() > 0) {
        copy(counts, test, row++);
      }
    }
    Years testYears = years.between(years.count() - tested, years.count());
    return set(counted, selection, years.between(0, learned), train, testYears, test);
  }

  private static void copy(int[] counts, FMatrixRMaj into, int row) {
    for (int i = 0; i < counts.length; i++) {
      into.data[row * into.numCols + i] = counts[i];
    }
  }

  private SequenceSet set(
      Counted counted,
      WordSelection selection,
      Years trainYears,
      FMatrixRMaj train,
      Years testYears,
      FMatrixRMaj test)
      throws DataFormatException {
    Map<Split, List<Sequence>> sequences = new EnumMap<>(Split.class);
    Map<Split, List<SequenceLabel>> labels = new EnumMap<>(Split.class);
    sequences.put(Split.TRAIN, List.of(FloatSequence.of(train)));
    labels.put(Split.TRAIN, List.of(new SequenceLabel(trainYears.text(), "", trainYears)));
    if (test.numRows > 0) {
      String held = options.heldOut() > 0 ? "held out of " : "";
      sequences.put(Split.TEST, List.of(FloatSequence.of(test)));
      labels.put(Split.TEST, List.of(new SequenceLabel(held + testYears.text(), "", testYears)));
    }
    List<String> warnings = new ArrayList<>(counted.warnings());
    Years years = selection.years();
    if (years.missing() > 0) {
      warnings.add(
          "%,d years between %d and %d have no text and stay missing."
              .formatted(years.missing(), years.first(), years.last()));
    }
    return new SequenceSet(
        name,
        source(),
        DataKind.COUNTS,
        new FrameMeaning.Words(selection.words()),
        SPEED,
        sequences,
        warnings,
        labels);
  }

  /** What opens the set again, from any folder. */
  private String source() throws DataFormatException {
    SourceAddress whole = address;
    for (String option : List.of("stop-words", "slices", "vocabulary")) {
      boolean list = Set.of("english", "none").contains(String.valueOf(address.text(option)));
      Path file = list ? null : TextOptions.file(address, option);
      String path = file == null ? "" : file.toAbsolutePath().normalize().toString();
      if (!path.isEmpty() && !path.contains("&")) {
        whole = whole.replacing(option, path);
      }
    }
    String given = whole.optionText();
    return DataSources.absolutePlace(address.place()) + (given.isEmpty() ? "" : "?" + given);
  }

  private void requireEnough(WordSelection selection, int learned) throws DataFormatException {
    int words = selection.words().size();
    if (words < 2) {
      throw new DataFormatException(
          "%s: %s left of %,d; lower ?min-total=%d or ?min-year=%d, or take other stop words."
              .formatted(
                  address.place(),
                  words == 0 ? "no word is" : "one word is",
                  selection.steps().get(0).words(),
                  options.words().minTotal(),
                  options.words().minYear()));
    }
    if (learned < 2) {
      throw new DataFormatException(
          "%s has %,d years with these words, and %,d of them held out leave too few to learn from; two are needed."
              .formatted(address.place(), selection.years().count(), options.future()));
    }
    long values = 2L * selection.years().count() * words;
    if (values > Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 32)) {
      throw new DataFormatException(
          "%s: %,d words in %,d years are more than the memory the program was given can take; raise ?min-total=%d, or start it with a larger -Xmx."
              .formatted(
                  address.place(), words, selection.years().count(), options.words().minTotal()));
    }
  }
}
