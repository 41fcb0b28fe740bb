/**
 * Pictures as plain pixels: frames, piano rolls, dictionaries and curves painted into a {@link
 * tsbn.picture.Raster}, and the GIF and PNG files they go into. Nothing here needs a screen, a font
 * or JavaFX, so the command line and the workbench show the same pictures from the same code.
 *
 * <p>Values and weights come as rows of a frame, M units each; what a unit stands for is its {@link
 * tsbn.data.FrameMeaning}. Frames are T x M, a dictionary is J x M (row j = what hidden unit j
 * draws, the paper's W2 and its figure 2). Colours are ARGB, opaque unless said otherwise, and come
 * from one {@link tsbn.picture.Palette} in a light and a dark variant that colour-blind readers can
 * tell apart too.
 *
 * <p>Reading order: {@code Raster}, {@code Palette}, then one class per picture ({@code
 * FramePicture}, {@code PianoRollPicture}, {@code DictionaryPicture}, {@code CurvePicture}), then
 * {@code Film} and the files {@code Gif} and {@code Png}.
 */
package tsbn.picture;
