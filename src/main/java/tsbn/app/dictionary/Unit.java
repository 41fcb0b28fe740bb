package tsbn.app.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Symbols;
import tsbn.data.FrameMeaning;
import tsbn.evaluate.UnitUse;
import tsbn.picture.DictionaryPicture;

/**
 * One hidden unit looked at closely.
 *
 * @param title {@code Unit 17}, counted from 1
 * @param meaning what the weights' units stand for
 * @param weights what it draws, M values; not to be modified
 * @param limit the size of weight that gets the full colour
 * @param facts what is known of it, in order
 * @param past what every hidden unit of the frame before adds to it; empty without such links
 * @param pastTitle {@code From past hidden (W₁)}; empty without such links
 */
public record Unit(
    String title,
    FrameMeaning meaning,
    float[] weights,
    float limit,
    List<Fact> facts,
    float[] past,
    String pastTitle) {
  private static final Messages MESSAGES = Messages.of(Unit.class);
  private static final int EXCITED_SHOWN = 3;
  private static final int CHANNELS_SHOWN = 5;

  /** A label and its value. */
  public record Fact(String label, String value) {}

  /**
   * Describes a unit.
   *
   * @param use how q uses the units; null while nobody has measured it
   * @param limit the size of weight that gets the full colour
   */
  static Unit of(Dictionary dictionary, UnitUse use, int unit, float limit) {
    boolean remembers = dictionary.past() != null;
    return new Unit(
        MESSAGES.format("unit", unit + 1),
        dictionary.meaning(),
        DictionaryPicture.row(dictionary.weights(), unit),
        limit,
        facts(dictionary, use, unit),
        remembers ? dictionary.fromPast(unit) : new float[0],
        remembers ? MESSAGES.format("past", Symbols.written(dictionary.pastSymbol())) : "");
  }

  private static List<Fact> facts(Dictionary dictionary, UnitUse use, int unit) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("fact.norm", Readable.significant(dictionary.norm(unit))));
    if (use == null || use.shareOn().length != dictionary.units()) {
      String why = MESSAGES.get(dictionary.measurable() ? "measuring" : "unmeasurable");
      facts.add(fact("fact.on", why));
      facts.add(fact("fact.stay", why));
    } else {
      String share = Readable.percent(use.shareOn()[unit]);
      String stay = Readable.fixed(use.stay()[unit], 1);
      facts.add(fact("fact.on", MESSAGES.format("fact.on.value", share)));
      facts.add(fact("fact.stay", MESSAGES.format("fact.stay.value", stay)));
    }
    if (dictionary.past() != null) {
      String excited =
          Arrays.stream(dictionary.excites(unit, EXCITED_SHOWN))
              .mapToObj(other -> Integer.toString(other + 1))
              .collect(Collectors.joining(", "));
      facts.add(
          fact(
              "fact.excites",
              excited.isEmpty()
                  ? MESSAGES.get("none")
                  : MESSAGES.format("fact.excites.value", excited)));
    }
    if (dictionary.meaning().numbers()) {
      facts.addAll(channels(dictionary, unit));
    }
    return facts;
  }

  /** The channels it moves most, by name: {@code lfemur rx +0.8}. */
  private static List<Fact> channels(Dictionary dictionary, int unit) {
    float[] weights = DictionaryPicture.row(dictionary.weights(), unit);
    return Arrays.stream(DictionaryPicture.strongest(weights, CHANNELS_SHOWN))
        .mapToObj(
            channel ->
                new Fact(
                    dictionary.meaning().unitName(channel),
                    (weights[channel] > 0 ? "+" : "") + Readable.significant(weights[channel])))
        .toList();
  }

  private static Fact fact(String label, String value) {
    return new Fact(MESSAGES.get(label), value);
  }
}
