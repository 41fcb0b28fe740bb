package tsbn.app.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsbn.app.support.Symbols;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.Link;

/** The conditionals of a model as the paper writes them, in letters every font has. */
final class Equations {
  private static final String T = "\u209c"; // subscript t
  private static final String MINUS = "\u208b"; // subscript minus

  private Equations() {}

  /**
   * {@code p(hₜ = 1 | …) = σ(W₁ hₜ₋₁ + W₃ vₜ₋₁ + b)}: the conditional of a layer, one line a
   * formula.
   *
   * @param recognition whether of q instead of p
   * @param layer 0 for the visible one, which only p has
   */
  static String conditional(Architecture architecture, boolean recognition, int layer) {
    String now = at(letter(architecture, layer), 0);
    if (layer == 0) {
      return frame(architecture, now);
    }
    List<Link> links =
        recognition ? architecture.recognitionLinks(layer) : architecture.generativeLinks(layer);
    String sum = sum(architecture, links, (recognition ? "d" : "b") + number(architecture, layer));
    return architecture.stochastic(layer)
        ? "%s(%s = 1%s) = \u03c3(%s)"
            .formatted(recognition ? "q" : "p", now, given(architecture, links), sum)
        : "%s = max(0, %s)".formatted(now, sum);
  }

  private static String frame(Architecture architecture, String now) {
    List<Link> links = architecture.visibleLinks(0);
    String given = given(architecture, links);
    String first = sum(architecture, links, "c");
    if (architecture.likelihood() == Likelihood.BERNOULLI) {
      return "p(%s = 1%s) = \u03c3(%s)".formatted(now, given, first);
    }
    if (architecture.likelihood() == Likelihood.MULTINOMIAL) {
      return "p(%s%s) = Mult(%s; N%s, softmax(%s))".formatted(now, given, now, T, first);
    }
    String second = sum(architecture, architecture.visibleLinks(1), "c'");
    return "p(%s%s) = N(%s; \u03bc%s, \u03c3%s\u00b2)\n  \u03bc%s = %s\n  log \u03c3%s = %s"
        .formatted(now, given, now, T, T, T, first, T, second);
  }

  /** {@code | hₜ₋₁, vₜ₋₁}; empty where nothing is given. */
  private static String given(Architecture architecture, List<Link> links) {
    List<String> given = new ArrayList<>();
    for (List<Link> lags : families(links).values()) {
      Link first = lags.get(0);
      Link last = lags.get(lags.size() - 1);
      String source = letter(architecture, first.source());
      given.add(
          lags.size() == 1
              ? at(source, first.lag())
              : at(source, first.lag()) + " \u2026 " + at(source, last.lag()));
    }
    return given.isEmpty() ? "" : " | " + String.join(", ", given);
  }

  /** {@code W₁ hₜ₋₁ + W₃ vₜ₋₁ + b}: the natural parameter. */
  private static String sum(Architecture architecture, List<Link> links, String bias) {
    List<String> terms = new ArrayList<>();
    for (Map.Entry<String, List<Link>> family : families(links).entrySet()) {
      Link first = family.getValue().get(0);
      String source = letter(architecture, first.source());
      String weight = Symbols.written(family.getKey());
      terms.add(
          family.getValue().size() == 1
              ? weight + " " + at(source, first.lag())
              : "\u03a3 %s[d] %s(t\u2212d)".formatted(weight, source));
    }
    terms.add(bias);
    return String.join(" + ", terms);
  }

  private static Map<String, List<Link>> families(List<Link> links) {
    Map<String, List<Link>> families = new LinkedHashMap<>();
    for (Link link : links) {
      String family = link.symbol().replaceFirst("\\[.*", "");
      families.computeIfAbsent(family, unseen -> new ArrayList<>()).add(link);
    }
    return families;
  }

  /** {@code v}, {@code h}, or {@code h₂} where there are several hidden layers. */
  static String letter(Architecture architecture, int layer) {
    return layer == 0 ? "v" : "h" + number(architecture, layer);
  }

  private static String number(Architecture architecture, int layer) {
    return architecture.depth() == 1 ? "" : Symbols.written(String.valueOf(layer));
  }

  private static String at(String letter, int lag) {
    return letter + T + (lag == 0 ? "" : MINUS + Symbols.written(String.valueOf(lag)));
  }
}
