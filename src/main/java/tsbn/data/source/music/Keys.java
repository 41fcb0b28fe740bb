package tsbn.data.source.music;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsbn.data.music.Note;

/**
 * Makes notes of messages in the order of time. A release ends the oldest note of its pitch that
 * sounds on its channel and track, so that notes of one pitch may overlap. While the sustain pedal
 * of a channel is down, notes that are released on it sound on until the pedal goes up or their key
 * is struck again. A note that is never released ends with the file.
 */
final class Keys {
  static final int RELEASE = 0x8;
  static final int STRIKE = 0x9;
  static final int CONTROL = 0xB;

  private static final int CHANNELS = 16;
  private static final int SUSTAIN = 64;
  private static final int ALL_SOUND_OFF = 120;
  private static final int RESET_CONTROLS = 121;
  private static final int ALL_NOTES_OFF = 123;

  private final boolean sustain;
  private final List<Note> notes = new ArrayList<>();
  private final List<Channel> channels = new ArrayList<>();

  Keys(boolean sustain) {
    this.sustain = sustain;
    for (int i = 0; i < CHANNELS; i++) {
      channels.add(new Channel(i));
    }
  }

  void take(MidiEvents.ChannelEvent event) {
    Channel channel = channels.get(event.status() & 0xF);
    int key = event.track() * (Note.HIGHEST + 1) + event.data1();
    switch (event.status() >> 4) {
      case STRIKE -> {
        // Struck with no force, a key is released.
        if (event.data2() > 0) {
          channel.strike(key, event.tick());
        } else {
          channel.release(key, event.tick());
        }
      }
      case RELEASE -> channel.release(key, event.tick());
      default -> channel.control(event);
    }
  }

  /**
   * Ends what sounds.
   *
   * @return how many notes were never released
   */
  int end(long tick) {
    int unreleased = 0;
    for (Channel channel : channels) {
      unreleased += channel.sounding.values().stream().mapToInt(Deque::size).sum();
      channel.silence(tick);
    }
    return unreleased;
  }

  /** The notes that have ended. */
  List<Note> notes() {
    return notes;
  }

  /** What sounds on a channel: when the notes of each key of a track began. */
  private final class Channel {
    private final int number;
    private final Map<Integer, Deque<Long>> sounding = new HashMap<>();

    /** By pitch, when the notes began that only the pedal holds. */
    private final Map<Integer, List<Long>> held = new HashMap<>();

    private boolean pedal;

    private Channel(int number) {
      this.number = number;
    }

    private void strike(int key, long tick) {
      List<Long> before = held.remove(pitch(key));
      if (before != null) {
        before.forEach(start -> add(pitch(key), start, tick));
      }
      sounding.computeIfAbsent(key, one -> new ArrayDeque<>(2)).add(tick);
    }

    private void release(int key, long tick) {
      Deque<Long> starts = sounding.get(key);
      if (starts == null) {
        return;
      }
      letGo(pitch(key), starts.remove(), tick);
      if (starts.isEmpty()) {
        sounding.remove(key);
      }
    }

    private void letGo(int pitch, long start, long tick) {
      if (pedal) {
        held.computeIfAbsent(pitch, one -> new ArrayList<>()).add(start);
      } else {
        add(pitch, start, tick);
      }
    }

    private void control(MidiEvents.ChannelEvent event) {
      switch (event.data1()) {
        case SUSTAIN -> pedal(event.data2() >= 64, event.tick());
        case RESET_CONTROLS -> pedal(false, event.tick());
        case ALL_SOUND_OFF -> silence(event.tick());
        case ALL_NOTES_OFF -> {
          sounding.forEach(
              (key, starts) -> starts.forEach(start -> letGo(pitch(key), start, event.tick())));
          sounding.clear();
        }
        default -> {}
      }
    }

    private void pedal(boolean down, long tick) {
      pedal = down && sustain;
      if (!pedal) {
        held.forEach((pitch, starts) -> starts.forEach(start -> add(pitch, start, tick)));
        held.clear();
      }
    }

    private void silence(long tick) {
      sounding.forEach((key, starts) -> starts.forEach(start -> add(pitch(key), start, tick)));
      held.forEach((pitch, starts) -> starts.forEach(start -> add(pitch, start, tick)));
      sounding.clear();
      held.clear();
    }

    private void add(int pitch, long start, long end) {
      notes.add(new Note(pitch, start, end, number));
    }

    private static int pitch(int key) {
      return key % (Note.HIGHEST + 1);
    }
  }
}
