package tsbn.app.predict;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import tsbn.app.support.AppContext;
import tsbn.app.support.Page;
import tsbn.app.support.Run;
import tsbn.app.support.Shown;
import tsbn.data.FrameMeaning;

/** What the model expects: of held-out words where the run is one of words, of frames otherwise. */
public final class PredictPage implements Page {
  private final PredictView frames;
  private final HeldOutView words;
  private final StackPane root;
  private Page current;
  private boolean shown;

  public PredictPage(AppContext context) {
    frames = new PredictView(new PredictViewModel(context));
    words = new HeldOutView(new HeldOutViewModel(context));
    root = new StackPane(frames.root(), words.root());
    current = frames;
    context.workbench().runProperty().subscribe(this::choose);
  }

  private void choose(Run run) {
    Page next = run != null && run.about().meaning() instanceof FrameMeaning.Words ? words : frames;
    Shown.when(next == frames, frames.root());
    Shown.when(next == words, words.root());
    if (next != current && shown) {
      current.hidden();
      next.shown();
    }
    current = next;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  @Override
  public boolean showsRun() {
    return true;
  }

  @Override
  public boolean hasPicture() {
    return current.hasPicture();
  }

  @Override
  public void exportPicture() {
    current.exportPicture();
  }

  @Override
  public void shown() {
    shown = true;
    current.shown();
  }

  @Override
  public void refresh() {
    current.refresh();
  }

  @Override
  public void hidden() {
    shown = false;
    current.hidden();
  }
}
