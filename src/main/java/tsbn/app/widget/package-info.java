/**
 * The drawings of the workbench: curves, frames, piano rolls, dictionaries, the graphical model and
 * the player that moves them. Every widget can stand in FXML, knows no page and no model, and shows
 * plain values: a {@link tsbn.picture.Curve}, a frame of M values, a T x M matrix.
 *
 * <p>What has many parts is painted into a pixel buffer by {@link tsbn.picture} (the same pictures
 * the command line writes), what is read or clicked is a node. A change only marks a {@link
 * tsbn.app.widget.PixelView} as outdated; it paints at most once per pulse, no faster than its
 * rate, and never while it is off the screen. Measured here: 100,000 points as pixels take 1.7 ms,
 * as a chart of nodes 189 ms.
 *
 * <p>Colours of nodes are AtlantaFX's looked-up ones; painted parts take {@link
 * tsbn.picture.Palette#DARK} when the page's colour is dark, which they learn from css, so that a
 * change of theme needs no wiring.
 */
package tsbn.app.widget;
