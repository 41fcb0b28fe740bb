package tsbn;

/** The program's entry: no arguments open the workbench, anything else is the command line. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    throw new UnsupportedOperationException();
  }
}
