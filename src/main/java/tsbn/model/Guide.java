package tsbn.model;

import org.ejml.data.FMatrixRMaj;

/** What leads a simulation away from what the model made up by itself. */
@FunctionalInterface
public interface Guide {
  /** Leaves everything to the model. */
  Guide NONE = (t, frames) -> false;

  /**
   * May change the frame just made, before later ones see it.
   *
   * @param t its row, from 0
   * @param frames steps x visible, of which rows 0 .. t are made. Row t may be modified.
   * @return whether it was changed; its hidden states are then inferred from it
   */
  boolean lead(int t, FMatrixRMaj frames);
}
