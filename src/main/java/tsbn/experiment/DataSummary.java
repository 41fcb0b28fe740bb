package tsbn.experiment;

import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;

/**
 * What a run remembers of its data, so that what it generates can be shown without the data.
 *
 * @param name for people
 * @param kind what the values are
 * @param meaning what the units stand for
 * @param framesPerSecond how fast a player shows it
 */
public record DataSummary(
    String name, DataKind kind, FrameMeaning meaning, double framesPerSecond) {

  public DataSummary {
    if (!(framesPerSecond > 0 && framesPerSecond <= 1000)) {
      throw new IllegalArgumentException("A video needs from 0 to 1000 frames a second.");
    }
  }

  public static DataSummary of(SequenceSet set) {
    return new DataSummary(set.name(), set.kind(), set.meaning(), set.framesPerSecond());
  }
}
