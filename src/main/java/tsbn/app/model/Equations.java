package tsbn.app.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Link;

/** The conditionals of a model as the paper writes them, in letters every font has. */
final class Equations {
  private static final String SUBSCRIPTS =
      "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";
  private static final String T = "\u209c"; // subscript t
  private static final String MINUS = "\u208b"; // subscript minus

  private Equations() {}

  /**
   * {@code p(hₜ = 1 | …) = σ(W₁ hₜ₋₁ + W₃ vₜ₋₁ + b)}: the conditional of a layer.
   *
   * @param recognition whether of q instead of p
   * @param layer 0 for the visible one, which only p has
   */
  static String conditional(Architecture architecture, boolean recognition, int layer) {
    List<Link> links =
        recognition ? architecture.recognitionLinks(layer) : architecture.generativeLinks(layer);
    List<String> given = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    for (Map.Entry<String, List<Link>> family : families(links).entrySet()) {
      List<Link> lags = family.getValue();
      Link first = lags.get(0);
      Link last = lags.get(lags.size() - 1);
      String source = letter(architecture, first.source());
      String weight = symbol(family.getKey());
      if (lags.size() == 1) {
        given.add(at(source, first.lag()));
        terms.add(weight + " " + at(source, first.lag()));
      } else {
        given.add(at(source, first.lag()) + " \u2026 " + at(source, last.lag()));
        terms.add("\u03a3 %s[d] %s(t\u2212d)".formatted(weight, source));
      }
    }
    terms.add(bias(architecture, recognition, layer));
    return "%s(%s = 1%s) = \u03c3(%s)"
        .formatted(
            recognition ? "q" : "p",
            at(letter(architecture, layer), 0),
            given.isEmpty() ? "" : " | " + String.join(", ", given),
            String.join(" + ", terms));
  }

  private static Map<String, List<Link>> families(List<Link> links) {
    Map<String, List<Link>> families = new LinkedHashMap<>();
    for (Link link : links) {
      String family = link.symbol().replaceFirst("\\[.*", "");
      families.computeIfAbsent(family, unseen -> new ArrayList<>()).add(link);
    }
    return families;
  }

  private static String symbol(String name) {
    return name.substring(0, 1) + digits(Integer.parseInt(name.substring(1)));
  }

  private static String bias(Architecture architecture, boolean recognition, int layer) {
    String letter = recognition ? "d" : layer == 0 ? "c" : "b";
    return layer > 0 && architecture.depth() > 1 ? letter + digits(layer) : letter;
  }

  /** {@code v}, {@code h}, or {@code h₂} where there are several hidden layers. */
  static String letter(Architecture architecture, int layer) {
    if (layer == 0) {
      return "v";
    }
    return architecture.depth() == 1 ? "h" : "h" + digits(layer);
  }

  private static String at(String letter, int lag) {
    return letter + T + (lag == 0 ? "" : MINUS + digits(lag));
  }

  private static String digits(int number) {
    StringBuilder text = new StringBuilder();
    String.valueOf(number).chars().forEach(digit -> text.append(SUBSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
