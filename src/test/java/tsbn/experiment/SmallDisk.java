package tsbn.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;

/** A disk on which only so many more bytes have room. */
final class SmallDisk implements Disk {
  private volatile long room = Long.MAX_VALUE;
  private volatile Supplier<IOException> refusal = () -> new IOException("No space left on device");

  /** From now on so many bytes have room, and none when they are written. */
  void leave(long bytes) {
    room = bytes;
  }

  /** What it says when there is no room. */
  void refuseWith(Supplier<IOException> failure) {
    refusal = failure;
  }

  @Override
  public int write(FileChannel file, ByteBuffer bytes) throws IOException {
    if (room == 0) {
      throw refusal.get();
    }
    int count = (int) Math.min(room, bytes.remaining());
    ByteBuffer some = bytes.slice().limit(count);
    int written = file.write(some);
    bytes.position(bytes.position() + written);
    room -= room == Long.MAX_VALUE ? 0 : written;
    return written;
  }
}
