package vn.minhbach.function.view;

import java.time.LocalDate;
import vn.minhbach.core.assess.question.Referral;
import vn.minhbach.function.http.ReplyPart;

/** What the People's Committee said to a difficulty, by the number and date of its paper. */
public record ProvinceRulingReply(String number, LocalDate date, String text) implements ReplyPart {

  public static ProvinceRulingReply of(Referral.Ruling ruling) {
    return new ProvinceRulingReply(ruling.paper().number(), ruling.paper().date(), ruling.text());
  }
}
