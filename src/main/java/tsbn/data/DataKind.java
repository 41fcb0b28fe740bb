package tsbn.data;

/** What kind of numbers the frames hold; it decides which visible distribution fits them. */
public enum DataKind {
  /** Every value is 0 or 1. */
  BINARY,
  /** Values anywhere in [0, 1], such as grey pixels. */
  GREY,
  /** Any real values, such as joint angles. */
  REAL,
  /** Whole numbers from 0 on, such as word counts. */
  COUNTS
}
