package tsbn.app.predict;

import java.util.List;
import tsbn.evaluate.UnitScores;

/**
 * How well one sequence was predicted.
 *
 * @param index of the sequence in its split, from 0
 * @param name such as {@code video 12}
 * @param frames its length T
 * @param errors mean squared distance over frames 2..T: the model's, then each rival's; NaN where
 *     there is one frame only
 * @param scores how well the model foretold which units are on; null where they are not binary
 */
public record ErrorRow(int index, String name, int frames, List<Double> errors, UnitScores scores) {
  public ErrorRow {
    errors = List.copyOf(errors);
  }
}
