package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.data.text.KnownTopics;
import tsbn.evaluate.HeldOutWords;
import tsbn.evaluate.TopicMatch;
import tsbn.evaluate.Topics;
import tsbn.evaluate.WordCounting;
import tsbn.evaluate.WordScores;
import tsbn.learn.Learner;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;

/** The preset for speeches by rule finds the topics that the speeches were drawn from. */
class TopicRecoveryTest {

  @Test
  void knownTopicsAndTheirTrajectoriesAreFoundAgain() throws Exception {
    Preset preset = Presets.find("quick-speeches").orElseThrow();
    SequenceSet set = DataSources.open(preset.data(), Progress.NONE);
    Experiment experiment =
        new Experiment(
            set.source(), preset.design().on(set.units(), set.kind()), preset.settings());
    TemporalSbn model = experiment.newModel();
    Learner learner = new Learner(model, set.get(Split.TRAIN), List.of(), experiment.settings());
    while (learner.iteration() < experiment.settings().iterations()) {
      learner.step();
    }

    KnownTopics known = DataSources.knownTopics(set.source()).orElseThrow();
    Sequence train = set.get(Split.TRAIN).get(0);
    Topics topics = Topics.of(model, 1, train, 20, new RandomStream(1), Progress.NONE);
    List<TopicMatch> matches =
        TopicMatch.of(topics.trajectories(), known.shares(set.label(Split.TRAIN, 0).years()));
    List<String> found = new ArrayList<>();
    for (TopicMatch match : matches) {
      if (match.correlation() > 0.8) {
        found.add(known.names().get(match.known()));
        int best = topics.words(match.found(), Topics.Order.INFORMATION, 1).get(0).unit();
        String word = ((FrameMeaning.Words) set.meaning()).words().get(best);
        assertTrue(
            known.words().get(match.known()).contains(word),
            word + " is not of " + found.get(found.size() - 1));
      }
    }
    assertTrue(found.size() >= 6, "only " + found + " of " + matches);

    HeldOutWords words = HeldOutWords.of(set).orElseThrow();
    FMatrixRMaj shares = words.shares(model, 20, new RandomStream(2), Progress.NONE);
    WordScores scores = words.score(shares);
    WordScores counted = words.score(WordCounting.ALL_YEARS.shares(words));
    assertTrue(scores.perplexity() < 0.85 * counted.perplexity());
    assertTrue(scores.futurePerplexity() < 0.85 * counted.futurePerplexity());
    assertTrue(scores.meanPrecision() > counted.meanPrecision() + 0.03);
  }
}
