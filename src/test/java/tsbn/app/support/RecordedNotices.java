package tsbn.app.support;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the user would have been told. */
public final class RecordedNotices implements Notices {
  private final List<String> errors = new ArrayList<>();
  private final List<String> infos = new ArrayList<>();

  @Override
  public void error(String sentence) {
    errors.add(sentence);
  }

  @Override
  public void info(String sentence) {
    infos.add(sentence);
  }

  public List<String> errors() {
    return errors;
  }

  public List<String> infos() {
    return infos;
  }
}
