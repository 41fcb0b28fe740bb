package tsbn.data.motion;

/** How the rotations of a joint are put together. */
public enum Notation {
  /**
   * Acclaim: a joint has axes of its own, C, and what is named first turns first: with the channels
   * rx ry rz its rotation is {@code C Rz Ry Rx C'}.
   */
  ACCLAIM,
  /**
   * Biovision: what is named last turns first: with the channels rx ry rz it is {@code Rx Ry Rz}.
   */
  BIOVISION,
  /** Exponential maps: three channels are the axis of the rotation times its angle in radians. */
  EXPONENTIAL
}
