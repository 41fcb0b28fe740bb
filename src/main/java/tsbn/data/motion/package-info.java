/**
 * Motion of skeletons: what a captured body is, where its joints are, and what a model sees of it.
 *
 * <p>A motion in true units is T x C: row t holds the C channels of frame t, joint by joint in the
 * order of the {@link tsbn.data.motion.Skeleton}, angles in degrees (exponential maps in radians),
 * lengths in the skeleton's own unit. {@link tsbn.data.motion.ForwardKinematics} turns a frame into
 * the places of the J joints: a joint's place is its parent's, plus its offset turned as the parent
 * is.
 *
 * <p>A model sees T' x M: a {@link tsbn.data.motion.MotionCoding} records each step between the two
 * (frame rate, the root as velocities of the body, columns dropped, shifted and scaled, pieces) and
 * a {@link tsbn.data.motion.MotionCodec} does and undoes them, so that what a model makes up comes
 * back as a motion. The coding is a part of a frame's meaning and is kept with every run. Section 5
 * of the paper standardises in this way; the body's velocities follow Taylor, Hinton and Roweis
 * 2007, whose treatment makes a walk the same walk wherever it leads.
 *
 * <p>Nothing here reads a file or needs a data set; {@link tsbn.data.motion.BvhText} and {@link
 * tsbn.data.motion.AcclaimText} write a motion as text.
 */
package tsbn.data.motion;
