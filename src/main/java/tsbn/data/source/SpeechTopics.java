package tsbn.data.source;

import java.util.List;

/**
 * What the made-up speeches are about: the words of each topic, its most frequent first, and when
 * in the course of all years, from 0 to 1, it is taken up and dropped.
 */
enum SpeechTopics {
  FARMING(
      "Farming",
      "farm wheat cattle harvest soil corn prices drought crops seed barn plough grain orchard"
          + " irrigation pasture farmers milk cotton acres",
      new double[] {0, 0.3}),
  RAILWAYS(
      "Railways",
      "railway line steel station bridge freight coal engine track passengers rails timber canal"
          + " harbour tunnel wagons telegraph port mines depot",
      new double[] {0.1, 0.42}),
  WAR(
      "War",
      "war army navy enemy soldiers victory troops battle fleet invasion allies guns front"
          + " sacrifice regiment courage aircraft submarine defeat armistice",
      new double[] {0.13, 0.2, 0.36, 0.43}),
  WORK(
      "Work and wages",
      "jobs wages unemployment factory workers overtime relief hours banks strike depression pensions"
          + " credit savings industry hardship recovery employers contract poverty",
      new double[] {0.24, 0.38, 0.66, 0.75}),
  RIGHTS(
      "Rights and votes",
      "rights vote equality liberty freedom justice women court law discrimination ballot dignity"
          + " march segregation constitution minority amendment housing conscience protest",
      new double[] {0.48, 0.68}),
  SPACE(
      "Space and science",
      "space moon rocket science satellite research astronauts orbit laboratory physics atom reactor"
          + " discovery engineers computer launch planets telescope laser missile",
      new double[] {0.45, 0.6}),
  HEALTH(
      "Health and care",
      "health hospital doctors medicine insurance patients disease nurses vaccine care clinics"
          + " cancer treatment elderly drugs mothers nutrition infants surgery epidemic",
      new double[] {0.72, 1.05}),
  CLIMATE(
      "Energy and climate",
      "climate energy solar oil wind emissions carbon forests rivers pollution warming oceans fuel"
          + " efficiency wildlife batteries storms recycling coast species",
      new double[] {0.56, 0.63, 0.82, 1.05});

  /** What stands in any speech, function words before all. */
  static final List<String> ANY_SPEECH =
      List.of(
          ("the of and to in a our we that for is this have be us not with will it by are must"
                  + " people year nation government country congress American world America new time"
                  + " great State public good national work years future today citizens made part"
                  + " power hope duty order progress strong life common members cause million"
                  + " honor report purpose policy need present spirit children ask union support"
                  + " best system help large means right free trust plan together session measures"
                  + " believe program action history know home land general past build service"
                  + " interest community difficult answer moment begin generation 100 1,000 25")
              .split(" "));

  private final String title;
  private final List<String> words;
  private final double[] times;

  SpeechTopics(String title, String words, double[] times) {
    this.title = title;
    this.words = List.of(words.split(" "));
    this.times = times;
  }

  /** What it is about, for people. */
  String title() {
    return title;
  }

  /** Its words, the most frequent first. */
  List<String> words() {
    return words;
  }

  /** How much of it there is at a time: 0 while it is dropped, 1 while it is taken up. */
  double strength(double course, double edge) {
    double strength = 0;
    for (int i = 0; i < times.length; i += 2) {
      strength +=
          sigmoid(4 * (course - times[i]) / edge) * sigmoid(4 * (times[i + 1] - course) / edge);
    }
    return Math.min(1, strength);
  }

  private static double sigmoid(double a) {
    return 1 / (1 + Math.exp(-a));
  }
}
