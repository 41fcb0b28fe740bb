package tsbn.app.widget;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import tsbn.picture.CurveSeries;

/** Which colour is which curve. */
public final class CurveLegend extends HBox {
  private static final double WIDTH = 18;
  private static final double HEIGHT = 3;

  private final ObservableList<CurveSeries> series = FXCollections.observableArrayList();

  public CurveLegend() {
    getStyleClass().add("curve-legend");
    setMouseTransparent(true);
    series.addListener(
        (ListChangeListener<CurveSeries>)
            change -> getChildren().setAll(series.stream().map(CurveLegend::entry).toList()));
  }

  /** The curves to name, in this order. */
  public ObservableList<CurveSeries> getSeries() {
    return series;
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }

  private static Node entry(CurveSeries one) {
    Swatch swatch = new Swatch(WIDTH, HEIGHT);
    swatch.setColour(one.colour());
    return new Label(one.curve().name(), swatch);
  }
}
