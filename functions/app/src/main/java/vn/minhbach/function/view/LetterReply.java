package vn.minhbach.function.view;

import java.time.LocalDate;
import vn.minhbach.function.http.ReplyPart;

/** A letter by its number and date. */
public record LetterReply(String number, LocalDate date) implements ReplyPart {}
