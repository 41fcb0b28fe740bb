package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import tsbn.data.text.Years;

class YearNamesTest {
  @Test
  void yearsGoOnBehindTheLast() {
    IntFunction<String> names = YearNames.of(new Years(List.of(1790, 1791, 1793)));
    assertEquals("1793", names.apply(2));
    assertEquals("1794", names.apply(3));
    assertEquals("1796", names.apply(5));
    assertNull(YearNames.of(Years.NONE));
  }
}
