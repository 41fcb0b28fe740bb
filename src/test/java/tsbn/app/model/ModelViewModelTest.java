package tsbn.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.app.support.TestBench;
import tsbn.app.widget.ModelDiagram;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.Likelihood;

class ModelViewModelTest {
  private static final int M = 64;
  private static final int J = 100;

  @TempDir Path folder;
  private TestBench bench;
  private ModelViewModel model;

  @BeforeEach
  void open() {
    bench = new TestBench(folder);
    bench.workbench.open(TestBench.SMALL_BALLS);
    model = new ModelViewModel(bench.context, 1_000_000_000L);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Set<String> symbols() {
    return model.net().diagramProperty().get().links().stream()
        .map(ModelDiagram.Link::symbol)
        .collect(Collectors.toSet());
  }

  /** The controls of a hidden layer, from 1 for the lowest. */
  private LayerViewModel layer(int layer) {
    List<LayerViewModel> rows = model.layers().rows();
    LayerViewModel found = rows.get(rows.size() - layer);
    assertEquals(layer, found.layer());
    return found;
  }

  private List<LayerSpec> hidden() {
    return bench.workbench.designProperty().get().hidden();
  }

  private void select(String symbol) {
    model
        .net()
        .selectedProperty()
        .set(
            model.net().diagramProperty().get().links().stream()
                .filter(link -> link.symbol().equals(symbol))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void countsEveryParameter() {
    // W1, U1: J J; W2, W3, U2, U3: M J; W4: M M; b, c, d and their first-step twins.
    int tsbn = 2 * J * J + 4 * M * J + M * M + 2 * (J + M + J);
    assertEquals(String.format("%,d", tsbn), model.shapeProperty().get().parameters());
    model.become("hmsbn");
    int hmsbn = 2 * J * J + 2 * M * J + 2 * (J + M + J);
    assertEquals(String.format("%,d", hmsbn), model.shapeProperty().get().parameters());
    model.become("sbn");
    int sbn = 2 * M * J + J + M + J;
    assertEquals(String.format("%,d", sbn), model.shapeProperty().get().parameters());
  }

  @Test
  void variantsDrawTheirLinks() {
    assertEquals(Set.of("W1", "W2", "W3", "W4"), symbols());
    model.net().recognitionProperty().set(true);
    assertEquals(Set.of("U1", "U2", "U3"), symbols());
    model.become("hmsbn");
    assertEquals(Set.of("U1", "U2"), symbols());
    model.net().recognitionProperty().set(false);
    assertEquals(Set.of("W1", "W2"), symbols());
    model.become("sbn");
    assertEquals(Set.of("W2"), symbols());
    assertFalse(model.temporalProperty().get());
    model.become("tsbn");
    assertEquals(1, bench.workbench.designProperty().get().order(), "an order of 0 becomes 1");
  }

  @Test
  void switchesAreTheLinks() {
    model.visibleFromVisibleProperty().set(false);
    assertEquals(Set.of("W1", "W2", "W3"), symbols());
    layer(1).lagsBelowProperty().set(false);
    assertEquals("HMSBN", model.shapeProperty().get().variant());
    model.become("tsbn");
    assertTrue(model.visibleFromVisibleProperty().get());
    assertTrue(layer(1).lagsBelowProperty().get());
  }

  @Test
  void unitsAndOrderReachTheWorkbench() {
    layer(1).units().textProperty().set("12");
    layer(1).units().commit();
    model.order().textProperty().set("3");
    model.order().commit();
    ModelDesign design = bench.workbench.designProperty().get();
    assertEquals(12, design.hidden().get(0).units());
    assertEquals(3, design.order());
    assertEquals("TSBN, order 3", model.shapeProperty().get().title());
    model.changeOrder(-1);
    assertEquals(2, bench.workbench.designProperty().get().order());
  }

  @Test
  void theOrderStopsAtItsEnds() {
    model.changeOrder(-1);
    model.changeOrder(-1);
    assertEquals(0, bench.workbench.designProperty().get().order());
    assertEquals("", model.order().problemProperty().get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "1.5", "many", "", "100001", "99999999999"})
  void impossibleUnitsAreRefusedAtTheField(String typed) {
    ModelDesign before = bench.workbench.designProperty().get();
    layer(1).units().textProperty().set(typed);
    layer(1).units().commit();
    assertTrue(layer(1).units().problemProperty().get().endsWith("."), "a sentence");
    assertEquals(before, bench.workbench.designProperty().get());
  }

  @Test
  void aModelThatDoesNotFitIntoMemoryIsRefused() {
    layer(1).units().textProperty().set("50,000");
    layer(1).units().commit();
    // 2 J J floats and more in seven copies: RMSprop keeps three.
    assertTrue(
        layer(1).units().problemProperty().get().contains("140"),
        layer(1).units().problemProperty().get());
    assertEquals(J, bench.workbench.designProperty().get().hidden().get(0).units());
  }

  @Test
  void aModelThatTakesMuchOfTheMemoryIsWarnedOf() {
    assertEquals("", model.shapeProperty().get().warning());
    assertTrue(model.shapeProperty().get().memory().contains(" of "));
    model.order().textProperty().set("50");
    model.order().commit();
    assertEquals("", model.shapeProperty().get().warning());
    layer(1).units().textProperty().set("400");
    layer(1).units().commit();
    // 2 J J + 3 M J + M M floats for each of 50 frames, in seven copies: about 560 MB of 1 GB.
    String warning = model.shapeProperty().get().warning();
    assertTrue(warning.endsWith("."), warning);
    assertEquals(50, bench.workbench.designProperty().get().order(), "it is no refusal");
  }

  @Test
  void withoutAnyLinkToThePastItIsAnSbn() {
    layer(1).lagsItselfProperty().set(false);
    assertEquals("TSBN variant", model.shapeProperty().get().variant());
    layer(1).lagsBelowProperty().set(false);
    model.visibleFromVisibleProperty().set(false);
    assertEquals("SBN", model.shapeProperty().get().variant());
  }

  @Test
  void equationsAreThePapers() {
    assertEquals(
        "p(h\u209c = 1 | h\u209c\u208b\u2081, v\u209c\u208b\u2081)"
            + " = \u03c3(W\u2081 h\u209c\u208b\u2081 + W\u2083 v\u209c\u208b\u2081 + b)\n"
            + "p(v\u209c = 1 | h\u209c, v\u209c\u208b\u2081)"
            + " = \u03c3(W\u2082 h\u209c + W\u2084 v\u209c\u208b\u2081 + c)",
        model.net().equationProperty().get());
    model.net().recognitionProperty().set(true);
    assertEquals(
        "q(h\u209c = 1 | v\u209c, h\u209c\u208b\u2081, v\u209c\u208b\u2081) = \u03c3(U\u2082 v\u209c"
            + " + U\u2081 h\u209c\u208b\u2081 + U\u2083 v\u209c\u208b\u2081 + d)",
        model.net().equationProperty().get());
  }

  @Test
  void aClickedArrowTellsItsWeights() {
    select("W3");
    assertTrue(model.net().blockProperty().get().contains("64 \u00d7 100 = 6,400"));
    assertTrue(model.net().equationProperty().get().startsWith("p(h"));
    assertFalse(model.net().equationProperty().get().contains("\n"));
    model.become("hmsbn");
    assertNull(model.net().selectedProperty().get(), "the arrow is gone");
    model.become("tsbn");
    model.changeOrder(1);
    select("W1[2]");
    assertTrue(model.net().blockProperty().get().contains("2 frames back"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sbn", "hmsbn", "tsbn", "dtsbn-s", "dtsbn-d", "dhmsbn-s"})
  void everyVariantIsOneClickFromEveryOther(String variant) {
    for (String before : ModelDesign.variants()) {
      model.become(before);
      model.become(variant);
      assertEquals(variant, model.shapeProperty().get().variant().toLowerCase(Locale.ROOT));
      assertEquals(variant.startsWith("d") ? 2 : 1, hidden().size());
      assertEquals(J, hidden().get(0).units());
    }
  }

  @Test
  void layersAreAddedUntilThereAreEnoughAndRemovedUntilOneIsLeft() {
    while (!model.layers().fullProperty().get()) {
      model.layers().add();
    }
    assertEquals(Architecture.MAX_DEPTH, hidden().size());
    model.layers().add();
    assertTrue(model.layers().problemProperty().get().endsWith("."));
    assertEquals(Architecture.MAX_DEPTH, hidden().size());
    for (int i = 0; i < Architecture.MAX_DEPTH; i++) {
      model.layers().remove(1);
    }
    assertEquals(1, hidden().size());
    assertTrue(layer(1).aloneProperty().get());
  }

  @Test
  void eachLayerIsEditedOnItsOwn() {
    model.become("dtsbn-s");
    layer(2).units().textProperty().set("7");
    layer(2).units().commit();
    layer(1).kind().chosenProperty().set("deterministic");
    layer(1).lagsItselfProperty().set(false);
    layer(2).lagsBelowProperty().set(false);
    assertEquals(
        List.of(
            new LayerSpec(J, LayerSpec.Kind.DETERMINISTIC, false, true),
            new LayerSpec(7, LayerSpec.Kind.STOCHASTIC, true, false)),
        hidden());
    assertTrue(layer(2).topProperty().get());
    assertFalse(layer(1).topProperty().get());
    assertEquals("own past (W\u2084, U\u2084)", layer(1).itselfTextProperty().get());
    assertEquals("past of v (W\u2086, U\u2086)", layer(1).belowTextProperty().get());
    model.layers().remove(2);
    assertTrue(hidden().get(0).stochastic(), "a top layer cannot be deterministic");
  }

  @Test
  void theDrawingShowsWhatUnitsAre() {
    model.become("dtsbn-d");
    assertEquals(
        List.of(
            new ModelDiagram.Layer("v", ModelDiagram.Kind.OBSERVED),
            new ModelDiagram.Layer("h\u2081", ModelDiagram.Kind.DETERMINISTIC),
            new ModelDiagram.Layer("h\u2082", ModelDiagram.Kind.STOCHASTIC)),
        model.net().diagramProperty().get().layers());
    assertEquals(Set.of("W1", "W2", "W4", "W5", "W6", "W7"), symbols());
    String equations = model.net().equationProperty().get();
    assertTrue(
        equations.contains(
            "h\u2081\u209c = max(0, W\u2082 h\u2082\u209c + W\u2084 h\u2081\u209c\u208b\u2081"
                + " + W\u2086 v\u209c\u208b\u2081 + b\u2081)"),
        equations);
  }

  @Test
  void onlyLikelihoodsThatFitAreOffered() {
    assertEquals(
        List.of("automatic (Bernoulli)", "Bernoulli", "Normal"), model.likelihood().titles());
    model.likelihood().chosenProperty().set("Normal");
    assertEquals(Likelihood.NORMAL, bench.workbench.architectureProperty().get().likelihood());
    assertEquals(Set.of("W1", "W2, W2'", "W3", "W4, W4'"), symbols());
    String equations = model.net().equationProperty().get();
    assertTrue(equations.contains("log \u03c3\u209c = W\u2082' h\u209c"), equations);
    select("W4, W4'");
    assertTrue(model.net().blockProperty().get().contains("each"));
    model.become("hmsbn");
    assertEquals(Likelihood.NORMAL, bench.workbench.designProperty().get().likelihood());
  }

  @Test
  void aStepIsTimedAMomentAfterTheLastChange() {
    String waiting = model.cost().stepTimeProperty().get();
    model.refresh();
    assertEquals(waiting, model.cost().stepTimeProperty().get());
    for (int i = 0; i < 10; i++) {
      model.refresh();
    }
    assertTrue(
        model.cost().stepTimeProperty().get().startsWith("about "),
        model.cost().stepTimeProperty().get());
    layer(1).lagsItselfProperty().set(false);
    assertEquals(waiting, model.cost().stepTimeProperty().get());
  }
}
