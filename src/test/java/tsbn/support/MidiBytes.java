package tsbn.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** MIDI files written by hand, so that tests need no writer. */
public final class MidiBytes {
  private MidiBytes() {}

  /** The bytes that a text says in hexadecimal digits; spaces are for people. */
  public static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  /**
   * A file.
   *
   * @param division two bytes: ticks of a quarter, or frames and ticks of film
   * @param tracks the events of each in hexadecimal digits
   */
  public static byte[] file(int format, int division, String... tracks) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    chunk(
        bytes,
        "MThd",
        ByteBuffer.allocate(6)
            .putShort((short) format)
            .putShort((short) tracks.length)
            .putShort((short) division)
            .array());
    for (String track : tracks) {
      chunk(bytes, "MTrk", hex(track));
    }
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream bytes, String kind, byte[] data) {
    bytes.writeBytes(kind.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    bytes.writeBytes(data);
  }
}
