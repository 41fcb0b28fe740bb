package tsbn.evaluate;

import java.util.Comparator;
import tsbn.model.sbn.Likelihood;

/**
 * What a column of a table holds. Two log-likelihoods stand in one column only if they are of the
 * same kind and of frames of the same distribution: a density and a probability are no rivals.
 *
 * @param metric what is measured
 * @param kind what sort of number it is; null unless the metric is of a log-likelihood
 * @param frames the distribution of a frame; null in the same case
 */
public record Column(Metric metric, LogLikelihood.Kind kind, Likelihood frames)
    implements Comparable<Column> {
  private static final Comparator<Column> ORDER =
      Comparator.comparing(Column::metric)
          .thenComparing(Column::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Column::frames, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Column {
    if (metric.ofLikelihood() != (kind != null) || metric.ofLikelihood() != (frames != null)) {
      throw new IllegalArgumentException(
          "A log-likelihood, and nothing else, has a kind and a distribution.");
    }
  }

  /** A column of something other than a log-likelihood. */
  public static Column of(Metric metric) {
    return new Column(metric, null, null);
  }

  /** Its heading: for a log-likelihood the kind. */
  public String title() {
    if (kind == null) {
      return metric.title();
    }
    return switch (kind) {
      case EXACT -> "exact likelihood";
      case LOWER_BOUND -> "lower bound";
      case PARTICLE_FILTER -> "particle estimate";
      case IMPORTANCE_SAMPLING -> "importance estimate";
    };
  }

  /** By metric, then by kind. */
  @Override
  public int compareTo(Column other) {
    return ORDER.compare(this, other);
  }
}
