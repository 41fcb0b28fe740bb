package tsbn.picture;

import java.util.ArrayList;
import java.util.List;

/** Films that are shown together: moving side by side, standing below each other. */
public final class FilmRow {
  private static final int GAP = 8;
  private static final int TITLE = 24;
  private static final double LETTER = 10;

  private final List<Film> films;
  private final List<String> titles;
  private final Palette palette;

  /** A row of at least one film, without titles. */
  public FilmRow(List<Film> films, Palette palette) {
    this(films, List.of(), palette);
  }

  /**
   * A row of at least one film.
   *
   * @param titles what stands above each film; empty for nothing
   */
  public FilmRow(List<Film> films, List<String> titles, Palette palette) {
    this.films = List.copyOf(films);
    this.titles = List.copyOf(titles);
    this.palette = palette;
  }

  /** Number of frames of the longest film. */
  public int length() {
    return films.stream().mapToInt(Film::length).max().orElseThrow();
  }

  /**
   * Frame t of every film, side by side; all such pictures are of one size. Of a film that has
   * ended it is the last frame.
   */
  public Raster frame(int t) {
    List<Raster> frames =
        films.stream().map(film -> film.frame(Math.min(t, film.length() - 1))).toList();
    return together(frames, films.size());
  }

  /** Every frame of every film in one picture. */
  public Raster still() {
    return together(films.stream().map(Film::still).toList(), 1);
  }

  private Raster together(List<Raster> pictures, int columns) {
    if (pictures.size() == 1 && titles.isEmpty()) {
      return pictures.get(0);
    }
    List<Raster> titled = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      titled.add(titles.isEmpty() ? pictures.get(i) : titled(titles.get(i), pictures.get(i)));
    }
    return Raster.grid(titled, columns, GAP, palette.background());
  }

  private Raster titled(String title, Raster picture) {
    Raster heading = new Raster(picture.width(), TITLE);
    heading.fill(palette.background());
    new StrokeFont(heading.width(), TITLE)
        .write(title, 1, TITLE - LETTER + 2, LETTER, 1.4, palette.text(), heading);
    Raster out = new Raster(picture.width(), TITLE + picture.height());
    out.draw(heading, 0, 0);
    out.draw(picture, 0, TITLE);
    return out;
  }
}
