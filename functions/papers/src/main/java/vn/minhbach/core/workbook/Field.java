package vn.minhbach.core.workbook;

import java.util.List;

/**
 * One column of a sheet and where its value stands in the tree of a criteria set.
 *
 * @param path keys from the row's object inwards, as {@code [scoring, target]}
 * @param words the words of a column of {@link Type#WORD} and {@link Type#YES_NO}
 * @param needed whether a workbook must have the column: one from before there was such a column is
 *     read as ever
 */
record Field(String heading, int width, Type type, List<String> path, Words words, boolean needed) {

  enum Type {
    TEXT,
    NUMBER,
    YES_NO,
    WORD
  }

  static Field text(String heading, int width, String... path) {
    return new Field(heading, width, Type.TEXT, List.of(path), Words.of(), true);
  }

  static Field number(String heading, int width, String... path) {
    return new Field(heading, width, Type.NUMBER, List.of(path), Words.of(), true);
  }

  static Field yesNo(String heading, int width, String... path) {
    return new Field(heading, width, Type.YES_NO, List.of(path), Words.YES_NO, true);
  }

  static Field word(String heading, int width, Words words, String... path) {
    return new Field(heading, width, Type.WORD, List.of(path), words, true);
  }

  /** The same as a column that came later. */
  Field later() {
    return new Field(heading, width, type, path, words, false);
  }

  Page.Column column() {
    return switch (type) {
      case TEXT -> Page.Column.text(heading, width);
      case NUMBER -> Page.Column.number(heading, width);
      case YES_NO, WORD -> Page.Column.choice(heading, width, words.words());
    };
  }
}
