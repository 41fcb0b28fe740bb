package tsbn.app.generate;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import tsbn.app.support.Fxml;
import tsbn.app.support.Shown;

/** The list of what was made before. */
final class TakesPanel {
  private static final int MOST_ROWS = 6;
  private static final double ROW = 34;

  private final GenerateViewModel model;
  private final Parent root;
  @FXML private ListView<Takes.Take> list;

  TakesPanel(GenerateViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
    list.setItems(model.takes().list());
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new Row());
    model.takes().list().subscribe(this::resize);
    resize();
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            take -> {
              if (take != null) {
                model.show(take);
              }
            });
    model.dreamProperty().subscribe(this::select);
  }

  Parent root() {
    return root;
  }

  private void resize() {
    int rows = list.getItems().size();
    Shown.when(rows > 1, root); // one alone is what the page shows anyway
    double height = ROW * Math.min(MOST_ROWS, rows) + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
  }

  /** Marks what the page shows. */
  private void select(Dream shown) {
    for (Takes.Take take : list.getItems()) {
      if (take.dream() == shown) {
        list.getSelectionModel().select(take);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private final class Row extends ListCell<Takes.Take> {
    private final TakeRow content = new TakeRow(model.takes());

    private Row() {
      setPrefWidth(0); // as wide as the list, however long a title is
    }

    @Override
    protected void updateItem(Takes.Take take, boolean nothing) {
      super.updateItem(take, nothing);
      content.show(nothing ? null : take);
      setGraphic(nothing ? null : content.root());
    }
  }
}
