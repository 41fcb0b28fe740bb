package tsbn.experiment;

/** The program's version, as files it writes state it. */
public final class Version {
  private Version() {}

  /** The version of the packaged program; {@code development} when run from classes. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
