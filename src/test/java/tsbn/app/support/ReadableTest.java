package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReadableTest {
  @Test
  void aNegativeZeroHasNoSign() {
    assertEquals("0", Readable.fixed(-0.3, 0));
    assertEquals("\u22120.3", Readable.fixed(-0.3, 1));
  }

  @Test
  void numbersReadWell() {
    assertEquals("15,120", Readable.count(15120));
    assertEquals("1 video", Readable.count(1, "video", "videos"));
    assertEquals("2,000 videos", Readable.count(2000, "video", "videos"));
    assertEquals("\u221269.1", Readable.fixed(-69.08, 1));
    assertEquals("\u2013", Readable.fixed(Double.NaN, 1));
    assertEquals("0.0843", Readable.significant(0.08431));
    assertEquals("3.02", Readable.significant(3.021));
    assertEquals("0", Readable.significant(0));
    assertEquals("1.2e-05", Readable.significant(1.2e-5));
    assertEquals("48 %", Readable.percent(0.483));
    assertEquals("4.5 %", Readable.percent(0.045));
    assertEquals("0:07", Readable.duration(7));
    assertEquals("2:15", Readable.duration(135.4));
    assertEquals("1:02:15", Readable.duration(3735));
    assertEquals("\u2013", Readable.duration(Double.NaN));
    assertEquals("412 MB", Readable.bytes(412e6));
    assertEquals("1.3 GB", Readable.bytes(1.3e9));
  }
}
