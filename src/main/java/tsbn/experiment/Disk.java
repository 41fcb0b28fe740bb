package tsbn.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The way that every byte of a run takes to a file; a test puts a full disk in its place. */
@FunctionalInterface
interface Disk {
  /** What the system offers. */
  Disk REAL = (file, bytes) -> file.write(bytes);

  /** Writes at the file's position at least one of the bytes that remain, and says how many. */
  int write(FileChannel file, ByteBuffer bytes) throws IOException;

  /** Writes all bytes that remain. */
  default void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      write(file, bytes);
    }
  }

  /** A stream to a file; closing it leaves the file open. */
  default OutputStream stream(FileChannel file) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        writeAll(file, ByteBuffer.wrap(bytes, from, count));
      }
    };
  }
}
