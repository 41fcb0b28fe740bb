package tsbn.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsbn.app.support.DataText;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.SetFacts.SplitFacts;
import tsbn.data.Split;

/** What was found in a data set, in words. */
final class Facts {
  private static final Messages MESSAGES = Messages.of(Facts.class);

  private Facts() {}

  /** A line of the table of facts. */
  record Fact(String label, String value) {}

  static List<Fact> of(SequenceSet data, SetFacts facts) {
    List<Fact> lines = new ArrayList<>();
    lines.add(fact("facts.kind", MESSAGES.get("kind." + data.kind())));
    lines.add(
        fact(
            "facts.frame",
            MESSAGES.format(
                "facts.frame.value",
                DataText.frame(data.meaning()),
                Readable.count(data.units()))));
    for (Map.Entry<Split, SplitFacts> split : facts.splits().entrySet()) {
      lines.add(fact("facts." + split.getKey(), describe(data, split.getValue())));
    }
    lines.add(
        fact(
            "facts.range",
            MESSAGES.format(
                "facts.range.value",
                Readable.significant(facts.min()),
                Readable.significant(facts.max()))));
    if (data.meaning() instanceof FrameMeaning.PianoRoll keys) {
      lines.addAll(ofMusic(keys, data.framesPerSecond(), facts));
    }
    String density = Readable.percent(facts.density());
    lines.add(
        fact(
            "facts.density",
            facts.complete() ? density : MESSAGES.format("facts.density.some", density)));
    return lines;
  }

  private static List<Fact> ofMusic(FrameMeaning.PianoRoll keys, double rate, SetFacts facts) {
    List<Fact> lines = new ArrayList<>();
    boolean value = keys.framesPerWhole() > 0;
    if (value) {
      lines.add(fact("facts.step", NoteNames.of(keys.framesPerWhole())));
    }
    if (keys.framesPerBar() > 0) {
      lines.add(
          fact(
              "facts.bar",
              Readable.count(
                  keys.framesPerBar(),
                  MESSAGES.get("facts.frames.one"),
                  MESSAGES.get("facts.frames.many"))));
    }
    String notes = Readable.count(facts.notes());
    lines.add(
        fact("facts.notes", facts.complete() ? notes : MESSAGES.format("facts.notes.some", notes)));
    double tempo = value ? keys.quartersPerMinute(rate) : rate;
    lines.add(
        fact(
            "facts.tempo",
            MESSAGES.format(
                value ? "facts.tempo.quarters" : "facts.tempo.frames",
                Readable.significant(value ? Math.rint(tempo) : tempo))));
    return lines;
  }

  private static String describe(SequenceSet data, SplitFacts split) {
    return MESSAGES.format(
        "facts.split",
        DataText.sequences(data.meaning(), split.sequences()),
        Readable.count(split.frames()),
        split.minLength() == split.maxLength()
            ? MESSAGES.format("facts.each", Readable.count(split.maxLength()))
            : MESSAGES.format(
                "facts.between",
                Readable.count(split.minLength()),
                Readable.count(split.maxLength())));
  }

  private static Fact fact(String key, String value) {
    return new Fact(MESSAGES.get(key), value);
  }
}
