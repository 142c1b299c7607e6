package vn.minhbach.core.paper;

import java.util.List;
import java.util.Optional;

/**
 * An administrative paper (<i>văn bản hành chính</i>) as its parts in their order; a renderer draws
 * each as annex I of decree 30/2020/NĐ-CP lays it out. What a clerk has still to write, the number
 * first, is a place left open in the text.
 *
 * @param fileName with which it is saved, without an ending
 * @param wide whether its sheets lie on their long side, for tables of many columns
 */
public record Paper(String fileName, boolean wide, List<Part> parts) {

  public Paper {
    parts = List.copyOf(parts);
  }

  /** A part of a paper (<i>thành phần thể thức</i>). */
  public sealed interface Part {}

  /**
   * The two columns on top: who issues it, and the name of the state with its motto; under them
   * number and place with date.
   *
   * @param above the body over the issuing one; empty for a People's Committee
   * @param number with its symbol, as {@code Số: …/QĐ-UBND}
   * @param about what a letter is about (<i>V/v …</i>); a paper with a title has none
   */
  public record Letterhead(
      Optional<String> above,
      String agency,
      String number,
      Optional<String> about,
      String placeAndDate)
      implements Part {}

  /**
   * Name of the kind, and what the paper is about (<i>trích yếu</i>): the kind in capitals, as
   * {@code BÁO CÁO}, but of an annex its name.
   *
   * @param note in italics below, as <i>(Kèm theo Quyết định …)</i>
   */
  public record Title(String kind, String about, Optional<String> note) implements Part {}

  /** To whom a letter goes (<i>Kính gửi</i>). */
  public record Addressees(List<String> names) implements Part {

    public Addressees {
      names = List.copyOf(names);
    }
  }

  /** A paragraph of the text. */
  public record Paragraph(Style style, String text) implements Part {}

  /** How a paragraph is set. */
  public enum Style {
    /** Justified, its first line indented. */
    TEXT,
    /** An article (<i>điều</i>): the same, its word and number bold. */
    ARTICLE,
    /** A legal basis (<i>căn cứ</i>), in italics. */
    BASIS,
    /** The head of a section, bold. */
    HEAD,
    /** Bold in the middle: who issues a decision, and its word <i>QUYẾT ĐỊNH:</i>. */
    MIDDLE
  }

  /** A table; its head is repeated on every page. */
  public record Grid(List<Column> columns, List<List<String>> rows) implements Part {

    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row + " in a table of " + columns.size());
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param weight its share of the width
   */
  public record Column(String head, int weight, Align align) {}

  /** Where a cell's text stands. */
  public enum Align {
    LEFT,
    MIDDLE,
    RIGHT
  }

  /**
   * The end: who gets it (<i>Nơi nhận</i>), on the left, and who signs, on the right.
   *
   * @param kept who keeps it: {@code VT} and the unit that wrote it
   * @param signature empty where it stands elsewhere, as in minutes
   */
  public record Ending(List<String> recipients, String kept, Optional<Signature> signature)
      implements Part {

    public Ending {
      recipients = List.copyOf(recipients);
    }
  }

  /** What follows begins on a sheet of its own, and its pages are numbered from 1 again. */
  public record NewSheet() implements Part {}

  /** Signatures side by side, two in a row: of minutes. */
  public record Signatures(List<Signature> places) implements Part {

    public Signatures {
      places = List.copyOf(places);
    }
  }
}
