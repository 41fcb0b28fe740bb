package tsbn.app.widget;

/** The style sheet of all widgets, in the theme's colours. */
final class WidgetStyle {
  private static final String SHEET = WidgetStyle.class.getResource("widget.css").toExternalForm();

  private WidgetStyle() {}

  static String sheet() {
    return SHEET;
  }
}
