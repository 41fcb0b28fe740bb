package tsbn.app.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Symbols;
import tsbn.data.FrameMeaning;
import tsbn.evaluate.UnitUse;
import tsbn.picture.Chords;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Keyboard;

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
  private static final int KEYS_SHOWN = 5;

  /** A key that a unit turns on half as much as the one it turns on most is part of a chord. */
  private static final double SHARE_OF_STRONGEST = 0.5;

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
    if (dictionary.meaning() instanceof FrameMeaning.PianoRoll piano) {
      float[] weights = DictionaryPicture.row(dictionary.weights(), unit);
      facts.add(fact("fact.notes.on", keys(piano, weights, 1)));
      facts.add(fact("fact.notes.off", keys(piano, weights, -1)));
    }
    if (dictionary.meaning().numbers()) {
      facts.addAll(channels(dictionary, unit));
    }
    return facts;
  }

  /**
   * The keys it turns on and off most, by name, and the chord that they form.
   *
   * @param sign 1 for those it turns on, -1 for those it turns off
   */
  private static String keys(FrameMeaning.PianoRoll piano, float[] weights, int sign) {
    List<Integer> notes = notes(piano, weights, sign);
    String names = notes.stream().map(Keyboard::name).collect(Collectors.joining(" "));
    return Chords.name(notes)
        .map(chord -> MESSAGES.format("fact.chord", names, chord))
        .orElse(names.isEmpty() ? MESSAGES.get("none") : names);
  }

  /** The chord that a unit turns on; nothing for another kind of frame, or where there is none. */
  static Optional<String> chord(FrameMeaning meaning, float[] weights) {
    return meaning instanceof FrameMeaning.PianoRoll piano
        ? Chords.name(notes(piano, weights, 1))
        : Optional.empty();
  }

  private static List<Integer> notes(FrameMeaning.PianoRoll piano, float[] weights, int sign) {
    double strongest = 0;
    for (float weight : weights) {
      strongest = Math.max(strongest, sign * weight);
    }
    double enough = SHARE_OF_STRONGEST * strongest;
    return Arrays.stream(DictionaryPicture.strongest(weights, weights.length))
        .filter(unit -> sign * weights[unit] > 0 && sign * weights[unit] >= enough)
        .limit(KEYS_SHOWN)
        .sorted()
        .mapToObj(unit -> piano.lowestNote() + unit)
        .toList();
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
