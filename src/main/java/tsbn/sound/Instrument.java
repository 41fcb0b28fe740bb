package tsbn.sound;

/** Instruments of General MIDI that suit music of several voices. */
public enum Instrument {
  PIANO(0),
  ELECTRIC_PIANO(4),
  HARPSICHORD(6),
  MUSIC_BOX(10),
  MARIMBA(12),
  CHURCH_ORGAN(19),
  ACCORDION(21),
  GUITAR(24),
  STRINGS(48),
  CHOIR(52),
  BRASS(61),
  FLUTE(73);

  private final int program;

  Instrument(int program) {
    this.program = program;
  }

  /** The program of General MIDI, counted from 0. */
  public int program() {
    return program;
  }
}
