package tsbn.app.topics;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A topic in the table. It stays the same row while the model learns and its values change. */
public final class TopicRow {
  private final int topic;
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty words = new SimpleStringProperty(this, "words", "");
  private final StringProperty numbers = new SimpleStringProperty(this, "numbers", "");
  private final StringProperty parts = new SimpleStringProperty(this, "parts", "");
  private final StringProperty partsInNumbers =
      new SimpleStringProperty(this, "partsInNumbers", "");
  private final DoubleProperty weight = new SimpleDoubleProperty(this, "weight");
  private final IntegerProperty peak = new SimpleIntegerProperty(this, "peak");
  private final DoubleProperty timeScale = new SimpleDoubleProperty(this, "timeScale");
  private final DoubleProperty share = new SimpleDoubleProperty(this, "share");
  private final IntegerProperty colour = new SimpleIntegerProperty(this, "colour", -1);

  TopicRow(int topic) {
    this.topic = topic;
  }

  /** Which unit of the layer, from 0. */
  public int topic() {
    return topic;
  }

  /** What it is called. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Its strongest words. */
  public StringProperty wordsProperty() {
    return words;
  }

  /** Its strongest words with share and lift, a line each. */
  public StringProperty numbersProperty() {
    return numbers;
  }

  /** The topics of the layer below that it has most to do with; empty in the first layer. */
  public StringProperty partsProperty() {
    return parts;
  }

  /** Those with the weights, a line each. */
  public StringProperty partsInNumbersProperty() {
    return partsInNumbers;
  }

  /** Its mean strength over the years, 0 to 1. */
  public DoubleProperty weightProperty() {
    return weight;
  }

  /** The year in which it was strongest. */
  public IntegerProperty peakProperty() {
    return peak;
  }

  /** How long it lasts, in years; NaN where that is not known. */
  public DoubleProperty timeScaleProperty() {
    return timeScale;
  }

  /** The share in it of the word that was looked for. */
  public DoubleProperty shareProperty() {
    return share;
  }

  /** Which of the series' colours it has; -1 where it is not chosen. */
  public IntegerProperty colourProperty() {
    return colour;
  }
}
