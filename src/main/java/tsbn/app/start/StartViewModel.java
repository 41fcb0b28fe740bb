package tsbn.app.start;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Clip;
import tsbn.app.support.DataText;
import tsbn.app.support.Messages;
import tsbn.app.support.Openable;
import tsbn.app.support.Readable;
import tsbn.app.support.RunLibrary;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;

/** Examples and recent files. */
public final class StartViewModel {
  private static final Messages MESSAGES = Messages.of(StartViewModel.class);

  /** Presets of this kind take seconds and bring their own data. */
  private static final String QUICK = "quick-";

  private final AppContext context;
  private final Runnable toTraining;
  private final Runnable toData;
  private final List<Example> examples;
  private final ReadOnlyStringWrapper cutOff = new ReadOnlyStringWrapper("");
  private boolean dismissed;

  /** A preset to choose. */
  public static class Offer {
    private final Preset preset;

    private Offer(Preset preset) {
      this.preset = preset;
    }

    /** Its name on the command line, such as {@code quick-balls}. */
    public final String name() {
      return preset.name();
    }

    public final String title() {
      return preset.title();
    }

    public final String description() {
      return preset.description();
    }
  }

  /** A preset with a moving picture of its data. */
  public static final class Example extends Offer {
    private final ReadOnlyObjectWrapper<Clip> preview = new ReadOnlyObjectWrapper<>();

    private Example(Preset preset) {
      super(preset);
    }

    /** A sequence of its data; null until it is there. */
    public ReadOnlyObjectProperty<Clip> previewProperty() {
      return preview.getReadOnlyProperty();
    }
  }

  /**
   * @param toTraining shows the page to train on
   * @param toData shows the page of the open data
   */
  public StartViewModel(AppContext context, Runnable toTraining, Runnable toData) {
    this.context = context;
    this.toTraining = toTraining;
    this.toData = toData;
    this.examples =
        Presets.all().stream()
            .filter(preset -> preset.name().startsWith(QUICK))
            .map(Example::new)
            .toList();
    examples.forEach(this::preview);
    library().items().addListener((Observable change) -> look());
    context.workbench().runProperty().addListener((observable, was, is) -> look());
  }

  private RunLibrary library() {
    return context.workbench().library();
  }

  private void look() {
    cutOff.set(
        dismissed
            ? ""
            : library()
                .cutOff()
                .map(
                    run ->
                        MESSAGES.format(
                            "cut.off",
                            run.titleProperty().get(),
                            run.dataName(),
                            Readable.count(run.iteration())))
                .orElse(""));
  }

  // Properties

  public List<Example> examples() {
    return examples;
  }

  /** The presets that are no examples. */
  public List<Offer> presets() {
    return Presets.all().stream()
        .filter(preset -> !preset.name().startsWith(QUICK))
        .map(Offer::new)
        .toList();
  }

  /** Paths, the latest first. */
  public ObservableList<String> recentFiles() {
    return context.remembered().recentFiles();
  }

  /** A sentence on the last run that was cut off; empty where there is none. */
  public ReadOnlyStringProperty cutOffProperty() {
    return cutOff.getReadOnlyProperty();
  }

  // Commands

  /** Opens the run that was cut off. */
  public void goOn() {
    library().cutOff().ifPresent(library()::open);
    notNow();
    toTraining.run();
  }

  /** Asks no more whether to go on with it. */
  public void notNow() {
    dismissed = true;
    look();
  }

  /** Takes over a preset's model and settings, and opens its data if it names any. */
  public void apply(Offer offer) {
    SequenceSet open = context.workbench().dataProperty().get();
    context.workbench().applyPreset(offer.preset);
    if (offer.preset.data() == null && open != null) {
      context.notices().info(MESSAGES.format("preset.kept", offer.title(), open.name()));
    }
    toTraining.run();
  }

  /** Asks for a file and opens it, and goes where it is shown. */
  public void openFile() {
    context.openFile().ifPresent(this::leave);
  }

  /** Opens a recent file; one that is gone is dropped from the list, with a sentence. */
  public void openRecent(String file) {
    context.workbench().open(file);
    leave(Openable.of(file));
  }

  private void leave(Openable what) {
    (what.trains() ? toTraining : toData).run();
  }

  private void preview(Example example) {
    context
        .tasks()
        .start(
            MESSAGES.format("preview", example.title()),
            progress -> firstClip(example, progress),
            example.preview::set,
            sentence -> {}); // without a preview the example still opens
  }

  private static Clip firstClip(Offer offer, Progress progress) throws Exception {
    SequenceSet data = DataSources.open(offer.preset.data(), progress);
    return Clip.of(data, data.get(Split.TRAIN).get(0));
  }

  /** The last part of a path, without the options behind it. */
  public static String fileName(String file) {
    return DataText.file(file);
  }
}
