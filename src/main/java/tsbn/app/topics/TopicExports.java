package tsbn.app.topics;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tsbn.app.support.AppContext;
import tsbn.app.support.Exports;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.app.support.Messages;
import tsbn.evaluate.Topics;
import tsbn.experiment.TopicTables;
import tsbn.picture.Palette;
import tsbn.picture.Png;
import tsbn.picture.TopicsPicture;
import tsbn.picture.Trajectories;

/** Takes topics away as files; without any it does nothing. */
public final class TopicExports {
  private static final Messages MESSAGES = Messages.of(TopicExports.class);
  private static final FileType MARKDOWN = new FileType("Markdown", "md");

  private final Exports exports;
  private final TopicsViewModel model;

  TopicExports(AppContext context, TopicsViewModel model) {
    this.exports = new Exports(context);
    this.model = model;
  }

  /** The table of topics with their words. */
  public void table() {
    write(
        MESSAGES.get("save.csv"),
        MESSAGES.get("save.csv.name"),
        Exports.CSV,
        tables -> tables::csv);
  }

  /** How strong every topic was in every year. */
  public void trajectories() {
    write(
        MESSAGES.get("save.trajectories"),
        MESSAGES.get("save.trajectories.name"),
        Exports.CSV,
        tables -> tables::trajectories);
  }

  /** The table as Markdown, for a paper or a page. */
  public void markdown() {
    write(
        MESSAGES.get("save.markdown"),
        MESSAGES.get("save.markdown.name"),
        MARKDOWN,
        tables -> tables::markdown);
  }

  /** The curves of the chosen topics, over the overview of all. */
  public void picture(List<Integer> order, boolean dark) {
    Trajectories shown = model.trajectoriesProperty().get();
    if (shown == null) {
      return;
    }
    List<Integer> chosen = List.copyOf(model.chosen());
    List<String> names = chosen.stream().map(model::name).toList();
    exports.save(
        MESSAGES.get("save.png"),
        MESSAGES.get("save.png.name"),
        Exports.PNG,
        (out, progress) ->
            Png.write(new TopicsPicture(shown, Palette.of(dark)).paint(chosen, names, order), out));
  }

  /** What writes a table. */
  private interface Table {
    void write(Writer text) throws IOException;
  }

  private void write(String title, String file, FileType type, Function<TopicTables, Table> table) {
    TopicSheet sheet = model.sheet();
    if (sheet == null) {
      return;
    }
    List<String> names = model.names();
    List<String> below = model.namesBelow();
    Topics.Order order = model.wordOrder();
    exports.save(
        title,
        file,
        type,
        (out, progress) -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          table.apply(tables(sheet, names, below, order)).write(text);
          text.flush();
        });
  }

  private static TopicTables tables(
      TopicSheet sheet, List<String> names, List<String> below, Topics.Order order) {
    List<TopicTables.Row> rows =
        IntStream.range(0, names.size())
            .mapToObj(topic -> row(sheet, topic, below, order))
            .toList();
    return new TopicTables(names, rows, sheet.raw().years(), sheet.raw().strengths());
  }

  private static TopicTables.Row row(
      TopicSheet sheet, int topic, List<String> below, Topics.Order order) {
    TopicSheet.Facts facts = sheet.facts().get(topic);
    List<TopicTables.Word> words =
        sheet.words().get(order).get(topic).stream()
            .map(
                word ->
                    new TopicTables.Word(
                        sheet.meaning().unitName(word.unit()), word.probability(), word.lift()))
            .toList();
    List<TopicTables.Part> parts =
        sheet.topics().parts(topic, TopicSheet.PARTS).stream()
            .map(part -> new TopicTables.Part(below.get(part.topic()), part.weight()))
            .toList();
    return new TopicTables.Row(facts.weight(), facts.peak(), facts.timeScale(), words, parts);
  }
}
