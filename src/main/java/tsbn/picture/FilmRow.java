package tsbn.picture;

import java.util.List;

/** Films of one length, shown together: moving side by side, standing below each other. */
public final class FilmRow {
  private static final int GAP = 8;

  private final List<Film> films;
  private final Palette palette;

  /** A row of at least one film. */
  public FilmRow(List<Film> films, Palette palette) {
    this.films = List.copyOf(films);
    this.palette = palette;
  }

  /** Number of frames T. */
  public int length() {
    return films.get(0).length();
  }

  /** Frame t of every film, side by side; all such pictures are of one size. */
  public Raster frame(int t) {
    return together(films.stream().map(film -> film.frame(t)).toList(), films.size());
  }

  /** Every frame of every film in one picture. */
  public Raster still() {
    return together(films.stream().map(Film::still).toList(), 1);
  }

  private Raster together(List<Raster> pictures, int columns) {
    return pictures.size() == 1
        ? pictures.get(0)
        : Raster.grid(pictures, columns, GAP, palette.background());
  }
}
