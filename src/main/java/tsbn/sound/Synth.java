package tsbn.sound;

/** Something that sounds notes as soon as it is told to. */
public interface Synth extends AutoCloseable {

  /** Seconds from a command until it is heard. */
  double latency();

  /** Begins a note: 60 is the middle C. */
  void noteOn(int note);

  /** Ends a note. */
  void noteOff(int note);

  /** Notes that begin from now on are of that instrument. */
  void instrument(Instrument instrument);

  /**
   * How loud everything is.
   *
   * @param share from 0 to 1
   */
  void volume(double share);

  @Override
  void close();
}
