/**
 * A walk and a run made by rule, so that motion works with nothing downloaded.
 *
 * <p>Feet come first: a {@link tsbn.data.source.gait.GaitPath} says where the body is at each phase
 * of the stride, a {@link tsbn.data.source.gait.Footfalls} plants the feet along it, where they
 * stay while they bear the body, and a {@link tsbn.data.source.gait.GaitMotion} bends hip, knee and
 * ankle so that the foot is there. What the trunk and the arms do follows from the phase. A style
 * between walk and run is a {@link tsbn.data.source.gait.Gait} between the two.
 */
package tsbn.data.source.gait;
