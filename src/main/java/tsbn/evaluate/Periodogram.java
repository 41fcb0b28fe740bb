package tsbn.evaluate;

import org.ejml.data.FMatrixRMaj;

/** Power over frequency of every unit of a sequence, under a Hann window, its mean taken out. */
final class Periodogram {
  private final double[] frequencies;
  private final double[][] power;
  private final double[] energy;

  private Periodogram(double[] frequencies, double[][] power, double[] energy) {
    this.frequencies = frequencies;
    this.power = power;
    this.energy = energy;
  }

  /**
   * Of a sequence.
   *
   * @param frames T x M. Not modified.
   * @param periods how many periods of the lowest frequency fit into the sequence
   * @param fine frequencies in 1 / T; at least 1
   */
  static Periodogram of(FMatrixRMaj frames, int periods, int fine) {
    int length = frames.numRows;
    int units = frames.numCols;
    double[] windowed = new double[length * units];
    double[] energy = new double[units];
    for (int i = 0; i < units; i++) {
      double mean = 0;
      for (int t = 0; t < length; t++) {
        mean += frames.get(t, i) / length;
      }
      for (int t = 0; t < length; t++) {
        double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (t + 0.5) / length);
        double value = window * (frames.get(t, i) - mean);
        windowed[t * units + i] = value;
        energy[i] += value * value;
      }
    }
    int count = Math.max(0, (length / 2 - periods) * fine); // up to half a period a frame
    double[] frequencies = new double[count];
    double[][] power = new double[count][];
    for (int k = 0; k < count; k++) {
      frequencies[k] = (periods + (double) k / fine) / length;
      power[k] = power(windowed, units, frequencies[k]);
    }
    return new Periodogram(frequencies, power, energy);
  }

  private static double[] power(double[] windowed, int units, double frequency) {
    double[] cosines = new double[units];
    double[] sines = new double[units];
    int length = windowed.length / units;
    for (int t = 0; t < length; t++) {
      double cosine = Math.cos(2 * Math.PI * frequency * t);
      double sine = Math.sin(2 * Math.PI * frequency * t);
      for (int i = 0; i < units; i++) {
        cosines[i] += cosine * windowed[t * units + i];
        sines[i] += sine * windowed[t * units + i];
      }
    }
    double[] power = new double[units];
    for (int i = 0; i < units; i++) {
      power[i] = (cosines[i] * cosines[i] + sines[i] * sines[i]) / length;
    }
    return power;
  }

  /** The largest power of a unit; 0 where the sequence is too short. */
  double peak(int unit) {
    int at = at(unit);
    return at < 0 ? 0 : power[at][unit];
  }

  /** The sum of squares of a unit under the window. */
  double energy(int unit) {
    return energy[unit];
  }

  /** Where a unit has its largest power, in periods a frame; NaN where it has none. */
  double frequency(int unit) {
    int at = at(unit);
    return at < 0 || !(power[at][unit] > 0) ? Double.NaN : frequencies[at];
  }

  private int at(int unit) {
    int at = -1;
    for (int k = 0; k < power.length; k++) {
      if (at < 0 || power[k][unit] > power[at][unit]) {
        at = k;
      }
    }
    return at;
  }
}
