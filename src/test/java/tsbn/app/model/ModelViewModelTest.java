package tsbn.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
    model.hiddenFromVisibleProperty().set(false);
    assertEquals("HMSBN", model.shapeProperty().get().variant());
    model.become("tsbn");
    assertTrue(model.visibleFromVisibleProperty().get());
    assertTrue(model.hiddenFromVisibleProperty().get());
  }

  @Test
  void unitsAndOrderReachTheWorkbench() {
    model.units().textProperty().set("12");
    model.units().commit();
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
    model.units().textProperty().set(typed);
    model.units().commit();
    assertTrue(model.units().problemProperty().get().endsWith("."), "a sentence");
    assertEquals(before, bench.workbench.designProperty().get());
  }

  @Test
  void aModelThatDoesNotFitIntoMemoryIsRefused() {
    model.units().textProperty().set("50,000");
    model.units().commit();
    // 2 J J floats and more in seven copies: RMSprop keeps three.
    assertTrue(
        model.units().problemProperty().get().contains("140"),
        model.units().problemProperty().get());
    assertEquals(J, bench.workbench.designProperty().get().hidden().get(0).units());
  }

  @Test
  void aModelThatTakesMuchOfTheMemoryIsWarnedOf() {
    assertEquals("", model.shapeProperty().get().warning());
    assertTrue(model.shapeProperty().get().memory().contains(" of "));
    model.order().textProperty().set("50");
    model.order().commit();
    assertEquals("", model.shapeProperty().get().warning());
    model.units().textProperty().set("400");
    model.units().commit();
    // 2 J J + 3 M J + M M floats for each of 50 frames, in seven copies: about 560 MB of 1 GB.
    String warning = model.shapeProperty().get().warning();
    assertTrue(warning.endsWith("."), warning);
    assertEquals(50, bench.workbench.designProperty().get().order(), "it is no refusal");
  }

  @Test
  void withoutAnyLinkToThePastItIsAnSbn() {
    model.hiddenFromHiddenProperty().set(false);
    assertEquals("TSBN variant", model.shapeProperty().get().variant());
    model.hiddenFromVisibleProperty().set(false);
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
}
