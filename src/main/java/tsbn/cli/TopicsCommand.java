package tsbn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.data.text.KnownTopics;
import tsbn.data.text.Years;
import tsbn.evaluate.TopicMatch;
import tsbn.evaluate.Topics;
import tsbn.experiment.SavedRun;
import tsbn.experiment.TopicLabels;
import tsbn.math.RandomStream;

/** {@code tsbn topics}: the topics of a run on words over years, and when they are on. */
@Command(
    name = "topics",
    description = "Says which words the topics of a run are about, and in which years they are on.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TopicsCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 100_000;
  private static final int MOST_WORDS = 1000;
  private static final int PARTS = 6;
  private final Console console;

  @Mixin private RunWithData arguments;

  @Option(names = "--layer", paramLabel = "L", description = "The hidden layer (default 1).")
  private int layer = 1;

  @Option(names = "--words", paramLabel = "N", description = "Words of a topic (default 10).")
  private int words = 10;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description = "probability, lift (default), or information (p times the log of the lift).")
  private Topics.Order order = Topics.Order.LIFT;

  @Option(
      names = "--samples",
      paramLabel = "S",
      description = "Hidden samples averaged (default 50).")
  private int samples = 50;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What every random number follows from (default 1).")
  private long seed = 1;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  TopicsCommand(Console console) {
    this.console = console;
  }

  /** Years from one to another, without those that are missing. */
  private record Span(int from, int to) {
    @Override
    public String toString() {
      return from == to ? "" + from : from + "-" + to;
    }
  }

  /**
   * One topic: what the user calls it (null for nothing), its words, the years in which it is on
   * with a chance above one half, and the topics of the layer below that it switches on or off.
   */
  private record Topic(
      int unit,
      String name,
      List<String> words,
      List<Span> years,
      List<Double> trajectory,
      List<Part> parts) {}

  /** A topic of the layer below, and by how much its log-odds rise. */
  private record Part(int unit, double weight) {}

  /** A topic of the data that was found again. */
  private record Found(String known, int unit, double correlation) {}

  /** The result as {@code --json} prints it. */
  private record Result(int layer, List<Integer> years, List<Topic> topics, List<Found> known) {}

  @Override
  public Integer call() throws DataFormatException, BadArguments {
    BadArguments.requireRange("samples", samples, MOST_SAMPLES);
    BadArguments.requireRange("words", words, MOST_WORDS);
    SavedRun run = arguments.run();
    BadArguments.requireRange("layer", layer, run.experiment().architecture().depth());
    SequenceSet set = arguments.open(run, console);
    Years years = set.label(Split.TRAIN, 0).years();
    if (!(set.meaning() instanceof FrameMeaning.Words) || years.isEmpty()) {
      throw new BadArguments("Topics are of runs on words over years.");
    }
    Sequence counts = set.get(Split.TRAIN).get(0);
    Topics topics = topics(run, counts);
    TopicLabels labels = TopicLabels.read(arguments.folder());
    List<Topic> all = new ArrayList<>();
    for (int k = 0; k < topics.count(); k++) {
      List<Double> trajectory = new ArrayList<>();
      for (double value : topics.trajectory(k)) {
        trajectory.add(value);
      }
      List<Part> parts =
          topics.parts(k, PARTS).stream()
              .map(part -> new Part(part.topic() + 1, part.weight()))
              .toList();
      String name = labels.name(layer, k).orElse(null);
      all.add(
          new Topic(
              k + 1, name, names(set, topics, k), spans(trajectory, years), trajectory, parts));
    }
    Result result = new Result(layer, years.of(), all, found(set, topics));
    if (json) {
      console.json(result);
    } else {
      print(result);
    }
    return 0;
  }

  private Topics topics(SavedRun run, Sequence counts) throws BadArguments {
    try {
      return Topics.of(
          run.model(), layer, counts, samples, new RandomStream(seed), console.progress("topics"));
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage(), e);
    }
  }

  private List<String> names(SequenceSet set, Topics topics, int topic) {
    return topics.words(topic, order, words).stream()
        .map(word -> set.meaning().unitName(word.unit()))
        .toList();
  }

  private static List<Span> spans(List<Double> trajectory, Years years) {
    List<Span> spans = new ArrayList<>();
    int from = -1;
    for (int t = 0; t <= trajectory.size(); t++) {
      boolean on = t < trajectory.size() && trajectory.get(t) > 0.5;
      if (on && from < 0) {
        from = t;
      } else if (!on && from >= 0) {
        spans.add(new Span(years.at(from), years.at(t - 1)));
        from = -1;
      }
    }
    return spans;
  }

  private static List<Found> found(SequenceSet set, Topics topics) {
    Optional<KnownTopics> known = DataSources.knownTopics(set.source());
    return known.isEmpty()
        ? List.of()
        : TopicMatch.of(
                topics.trajectories(), known.get().shares(set.label(Split.TRAIN, 0).years()))
            .stream()
            .map(
                match ->
                    new Found(
                        known.get().names().get(match.known()),
                        match.found() + 1,
                        match.correlation()))
            .toList();
  }

  private void print(Result result) {
    for (Topic topic : result.topics()) {
      List<String> spans = topic.years().stream().map(Span::toString).toList();
      console.print(
          "%4d  %s%s  (%s)",
          topic.unit(),
          topic.name() == null ? "" : topic.name() + ": ",
          String.join(" ", topic.words()),
          spans.isEmpty() ? "never on" : String.join(", ", spans));
      if (!topic.parts().isEmpty()) {
        console.print(
            "      made of the topics of layer %d: %s",
            layer - 1,
            topic.parts().stream()
                .map(part -> String.format(Locale.ROOT, "%d (%+.2f)", part.unit(), part.weight()))
                .collect(Collectors.joining(", ")));
      }
    }
    for (Found found : result.known()) {
      console.print(
          "      %s is topic %d, with a correlation of %.3f over the years",
          found.known(), found.unit(), found.correlation());
    }
  }
}
