package tsbn.app.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;

/** What a take is called: all that was chosen for it, so that two that differ are told apart. */
final class TakeText {
  private static final Messages MESSAGES = Messages.of(TakeText.class);

  private TakeText() {}

  /**
   * {@code seed 44, 4 bars, T 0.9, iteration 1,504}.
   *
   * @param primer in words
   * @param tempo in words; empty for that of the data
   */
  static String of(DreamRequest request, String primer, String tempo) {
    List<String> parts = new ArrayList<>();
    parts.add(MESSAGES.format("take.seed", Long.toString(request.seed())));
    parts.add(primer);
    if (request.temperature() != 1) {
      parts.add(MESSAGES.format("take.temperature", plain(request.temperature())));
    }
    if (!tempo.isEmpty()) {
      parts.add(tempo);
    }
    parts.add(MESSAGES.format("take.iteration", Readable.count(request.snapshot().iteration())));
    return String.join(", ", parts);
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
