package tsbn.app.support;

import java.util.function.IntFunction;
import tsbn.data.text.Years;

/** What frames are called that are years. */
public final class YearNames {
  private YearNames() {}

  /**
   * The years of frames; behind the last one the years go on.
   *
   * @return null where frames are no years
   */
  public static IntFunction<String> of(Years years) {
    return years.isEmpty()
        ? null
        : frame ->
            String.valueOf(
                frame < years.count() ? years.at(frame) : years.last() + 1 + frame - years.count());
  }
}
