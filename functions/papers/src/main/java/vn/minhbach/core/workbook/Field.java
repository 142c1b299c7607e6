package vn.minhbach.core.workbook;

import java.util.List;

/**
 * One column of a sheet and where its value stands in the tree of a criteria set.
 *
 * @param path keys from the row's object inwards, as {@code [scoring, target]}
 * @param words the words of a column of {@link Type#WORD} and {@link Type#YES_NO}
 */
record Field(String heading, int width, Type type, List<String> path, Words words) {

  enum Type {
    TEXT,
    NUMBER,
    YES_NO,
    WORD
  }

  static Field text(String heading, int width, String... path) {
    return new Field(heading, width, Type.TEXT, List.of(path), Words.of());
  }

  static Field number(String heading, int width, String... path) {
    return new Field(heading, width, Type.NUMBER, List.of(path), Words.of());
  }

  static Field yesNo(String heading, int width, String... path) {
    return new Field(heading, width, Type.YES_NO, List.of(path), Words.YES_NO);
  }

  static Field word(String heading, int width, Words words, String... path) {
    return new Field(heading, width, Type.WORD, List.of(path), words);
  }

  Page.Column column() {
    return switch (type) {
      case TEXT -> Page.Column.text(heading, width);
      case NUMBER -> Page.Column.number(heading, width);
      case YES_NO, WORD -> Page.Column.choice(heading, width, words.words());
    };
  }
}
