package tsbn.experiment;

import java.io.IOException;
import java.nio.file.Path;

/** Another program, or another part of this one, trains a run; the message is a sentence. */
public final class RunInUseException extends IOException {
  private static final long serialVersionUID = 1;

  RunInUseException(Path folder) {
    super(
        "%s is a run that is being trained at this moment; stop that first, or take another folder."
            .formatted(folder));
  }
}
