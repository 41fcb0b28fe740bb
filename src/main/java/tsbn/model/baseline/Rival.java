package tsbn.model.baseline;

import tsbn.model.Predictor;

/** Predictions that need no training. */
public enum Rival {
  /** The next frame is the last one. */
  REPEAT("repeat", "the last frame again") {
    @Override
    void predict(float[] last, float[] before, int seen, float[] out) {
      System.arraycopy(last, 0, out, 0, out.length);
    }
  },
  /** The next frame goes on from the last two in a straight line; after one frame, repeats it. */
  LINEAR("linear", "straight on from the last two frames") {
    @Override
    void predict(float[] last, float[] before, int seen, float[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = seen < 2 ? last[i] : 2 * last[i] - before[i];
      }
    }
  };

  private final String label;
  private final String description;

  Rival(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** What it predicts, in a few words. */
  public String description() {
    return description;
  }

  abstract void predict(float[] last, float[] before, int seen, float[] out);

  /** A fresh predictor of frames of that many units; before the first frame it says zeros. */
  public Predictor predictor(int units) {
    return new Predictor() {
      private float[] last = new float[units];
      private float[] before = new float[units];
      private int seen;

      @Override
      public void mean(float[] out) {
        predict(last, before, seen, out);
      }

      @Override
      public void observe(float[] frame) {
        float[] oldest = before;
        before = last;
        last = oldest;
        System.arraycopy(frame, 0, last, 0, units);
        seen++;
      }
    };
  }
}
