package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class TopicTablesTest {
  private static final TopicTables TABLES =
      new TopicTables(
          List.of("war \u00b7 army", "a \"new\" | deal"),
          List.of(
              new TopicTables.Row(
                  0.25,
                  1917,
                  3.25,
                  List.of(word("war", 0.02, 8), word("army", 0.01, 4.5)),
                  List.of()),
              new TopicTables.Row(0.5, 1935, Double.NaN, List.of(word("jobs", 0.5, 1)), List.of())),
          List.of(1917, 1935),
          new FMatrixRMaj(new float[][] {{1, 0}, {0.5f, 1}}));

  private static TopicTables.Word word(String text, double probability, double lift) {
    return new TopicTables.Word(text, probability, lift);
  }

  @Test
  void topicsAreATable() throws IOException {
    StringWriter text = new StringWriter();
    TABLES.csv(text);
    assertEquals(
        """
        topic,name,weight,peak_year,time_scale_years,words,probabilities,lifts
        1,"war \u00b7 army",0.2500,1917,3.25,"war army","0.020000 0.010000","8.000 4.500"
        2,"a ""new"" | deal",0.5000,1935,,"jobs","0.500000","1.000"
        """,
        text.toString());
  }

  @Test
  void yearsAreATable() throws IOException {
    StringWriter text = new StringWriter();
    TABLES.trajectories(text);
    assertEquals(
        """
        year,"war \u00b7 army","a ""new"" | deal"
        1917,1.0000,0.0000
        1935,0.5000,1.0000
        """,
        text.toString());
  }

  @Test
  void markdownEscapesWhatWouldEndACell() throws IOException {
    StringWriter text = new StringWriter();
    TABLES.markdown(text);
    assertEquals(
        """
        | topic | words | weight | peak | time scale |
        |---|---|---|---|---|
        | war \u00b7 army | war, army | 0.25 | 1917 | 3.3 years |
        | a "new" \\| deal | jobs | 0.50 | 1935 |  |
        """,
        text.toString());
  }

  @Test
  void upperTopicsSayWhatTheyAreMadeOf() throws IOException {
    List<TopicTables.Part> parts =
        List.of(new TopicTables.Part("bank | money", 1.5), new TopicTables.Part("war", -0.25));
    TopicTables upper =
        new TopicTables(
            List.of("trade"),
            List.of(new TopicTables.Row(1, 1917, 2, List.of(word("tax", 1, 1)), parts)),
            List.of(1917),
            new FMatrixRMaj(new float[][] {{1}}));
    StringWriter csv = new StringWriter();
    upper.csv(csv);
    assertEquals(
        """
        topic,name,weight,peak_year,time_scale_years,words,probabilities,lifts,made_of
        1,"trade",1.0000,1917,2.00,"tax","1.000000","1.000","+1.50 bank | money; -0.25 war"
        """,
        csv.toString());
    StringWriter markdown = new StringWriter();
    upper.markdown(markdown);
    assertEquals(
        """
        | topic | words | weight | peak | time scale | made of |
        |---|---|---|---|---|---|
        | trade | tax | 1.00 | 1917 | 2.0 years | +1.50 bank \\| money; -0.25 war |
        """,
        markdown.toString());
  }
}
