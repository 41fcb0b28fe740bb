package tsbn.app.shell;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import tsbn.app.compare.CompareView;
import tsbn.app.compare.CompareViewModel;
import tsbn.app.data.DataView;
import tsbn.app.data.DataViewModel;
import tsbn.app.dictionary.DictionaryView;
import tsbn.app.dictionary.DictionaryViewModel;
import tsbn.app.generate.GenerateView;
import tsbn.app.generate.GenerateViewModel;
import tsbn.app.model.ModelView;
import tsbn.app.model.ModelViewModel;
import tsbn.app.predict.PredictPage;
import tsbn.app.start.StartView;
import tsbn.app.start.StartViewModel;
import tsbn.app.support.AppContext;
import tsbn.app.support.Page;
import tsbn.app.topics.TopicsView;
import tsbn.app.topics.TopicsViewModel;
import tsbn.app.train.TrainView;
import tsbn.app.train.TrainViewModel;
import tsbn.data.DataKind;

/**
 * The pages in the order of the rail. A page is one line here, and its title and tip in the
 * messages.
 */
public enum PageId {
  START(
      "mdi2h-home-outline",
      (context, go) ->
          new StartView(
              new StartViewModel(
                  context, () -> go.accept(toTraining()), () -> go.accept(toData())))),
  DATA("mdi2t-table", (context, go) -> new DataView(new DataViewModel(context))),
  MODEL("mdi2g-graph-outline", (context, go) -> new ModelView(new ModelViewModel(context))),
  TRAIN(
      "mdi2c-chart-bell-curve-cumulative",
      (context, go) -> new TrainView(new TrainViewModel(context))),
  DICTIONARY(
      "mdi2v-view-grid-outline",
      (context, go) -> new DictionaryView(new DictionaryViewModel(context))),
  TOPICS(
      "mdi2f-format-list-bulleted", (context, go) -> new TopicsView(new TopicsViewModel(context))),
  PREDICT("mdi2c-crystal-ball", (context, go) -> new PredictPage(context)),
  GENERATE("mdi2p-play-outline", (context, go) -> new GenerateView(new GenerateViewModel(context))),
  COMPARE("mdi2s-scale-balance", (context, go) -> new CompareView(new CompareViewModel(context)));

  private final String icon;
  private final BiFunction<AppContext, Consumer<PageId>, Page> factory;

  PageId(String icon, BiFunction<AppContext, Consumer<PageId>, Page> factory) {
    this.icon = icon;
    this.factory = factory;
  }

  private static PageId toTraining() {
    return TRAIN;
  }

  private static PageId toData() {
    return DATA;
  }

  /** The literal of the rail's icon. */
  String icon() {
    return icon;
  }

  /**
   * Whether the page has anything to say of such data.
   *
   * @param kind null where nothing is open
   */
  public boolean suits(DataKind kind) {
    return this != TOPICS || kind == DataKind.COUNTS;
  }

  /**
   * Builds the page.
   *
   * @param go shows another page
   */
  Page create(AppContext context, Consumer<PageId> go) {
    return factory.apply(context, go);
  }
}
