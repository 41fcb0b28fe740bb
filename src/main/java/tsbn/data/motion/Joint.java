package tsbn.data.motion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A joint of a skeleton: a place fixed to its parent, about which everything behind it turns.
 *
 * @param name unlike every other's
 * @param parent index of the joint it hangs on, smaller than its own; -1 for the root
 * @param offset where it is, seen from its parent
 * @param axes the axes that it turns about in Acclaim's notation; null for its parent's
 * @param channels the numbers of a frame that move it, in their order
 * @param end whether it is no joint but the free end of the last bone
 */
public record Joint(
    String name, int parent, Vector3 offset, Axes axes, List<Channel> channels, boolean end) {

  /**
   * Axes turned by angles in degrees, one axis after the other.
   *
   * @param order such as {@code XYZ}: first about x, then about y, then about z
   */
  public record Axes(Vector3 degrees, String order) {
    public Axes {
      if (degrees == null || order == null || !order.matches("[XYZ]{3}")) {
        throw new IllegalArgumentException("The axes of a joint need three angles and an order.");
      }
    }
  }

  public Joint {
    if (name == null || name.isBlank() || offset == null || channels == null) {
      throw new IllegalArgumentException("A joint needs a name, an offset and channels.");
    }
    channels = List.copyOf(channels);
    Set<Channel> different = new HashSet<>(channels);
    if (different.size() < channels.size() || (end && !channels.isEmpty())) {
      throw new IllegalArgumentException("The joint %s has a channel twice.".formatted(name));
    }
    long exponential = channels.stream().filter(c -> c.ordinal() >= Channel.EX.ordinal()).count();
    if (exponential != 0 && (exponential != 3 || channels.stream().anyMatch(Channel::rotates))) {
      throw new IllegalArgumentException(
          "The joint %s has a part of an exponential map.".formatted(name));
    }
  }

  /** A joint that turns about its parent's axes. */
  public static Joint of(String name, int parent, Vector3 offset, Channel... channels) {
    return new Joint(name, parent, offset, null, List.of(channels), false);
  }

  /** The free end of a joint's last bone. */
  public static Joint end(String of, int parent, Vector3 offset) {
    return new Joint(of + " end", parent, offset, null, List.of(), true);
  }
}
