package vn.minhbach.core.workbook;

import static vn.minhbach.core.Problem.problem;
import static vn.minhbach.core.Slot.both;
import static vn.minhbach.core.Slot.campaign;
import static vn.minhbach.core.Slot.criterion;
import static vn.minhbach.core.Slot.number;
import static vn.minhbach.core.Slot.text;
import static vn.minhbach.core.Slot.texts;
import static vn.minhbach.core.Slot.unit;

import java.util.Collection;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem.Kind;
import vn.minhbach.core.Problem.Of0;
import vn.minhbach.core.Problem.Of1;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Problem.Of3;
import vn.minhbach.core.Problem.Of4;
import vn.minhbach.core.UnitCode;

/** Why a workbook cannot be read, sheet by sheet and cell by cell. */
public final class WorkbookProblem {

  public static final Of1<Bilingual> NOT_AN_XLSX =
      problem(
          Kind.UNPROCESSABLE,
          "not-an-xlsx",
          "Tệp không phải bảng tính .xlsx ({actualVi}). Trong Excel hoặc LibreOffice, chọn Lưu"
              + " thành, kiểu “Excel (.xlsx)”, rồi gửi lại.",
          "The file is no .xlsx workbook ({actual}). In Excel or LibreOffice, save it as “Excel"
              + " (.xlsx)” and send it again.",
          both("actual"));

  public static final Of1<String> WORKBOOK_DAMAGED =
      problem(
          Kind.UNPROCESSABLE,
          "workbook-damaged",
          "Bảng tính bị hỏng ({part}). Mở bằng Excel hoặc LibreOffice, lưu lại thành tệp .xlsx mới"
              + " rồi gửi.",
          "The workbook is damaged ({part}). Open it in Excel or LibreOffice, save it as a new"
              + " .xlsx and send that.",
          text("part"));

  public static final Of0 WORKBOOK_ENCRYPTED =
      problem(
          Kind.UNPROCESSABLE,
          "workbook-encrypted",
          "Bảng tính được đặt mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi.",
          "The workbook is protected by a password. Remove the password, save it and send it"
              + " again.");

  public static final Of0 WORKBOOK_WITH_MACROS =
      problem(
          Kind.UNPROCESSABLE,
          "workbook-with-macros",
          "Bảng tính có macro nên không được nhận. Lưu thành kiểu “Excel (.xlsx)”, không có macro,"
              + " rồi gửi lại.",
          "The workbook has macros and is not accepted. Save it as “Excel (.xlsx)”, without macros,"
              + " and send it again.");

  public static final Of3<Number, Number, Number> WORKBOOK_EXPLODES =
      problem(
          Kind.TOO_LARGE,
          "workbook-explodes",
          "Bảng tính giải nén ra quá lớn (trên {limit} MB, trên {ratio} lần tệp gửi, hoặc trên"
              + " {parts} phần). Chép riêng vùng số liệu sang một bảng tính mới rồi gửi.",
          "The workbook unfolds to too much (over {limit} MB, over {ratio} times the file, or over"
              + " {parts} parts). Copy the figures alone into a new workbook and send that.",
          number("limit"),
          number("ratio"),
          number("parts"));

  public static final Of2<Number, Number> WORKBOOK_HOLDS_TOO_MUCH =
      problem(
          Kind.TOO_LARGE,
          "workbook-holds-too-much",
          "Bảng tính có quá {cells} ô hoặc quá {characters} ký tự. Xóa các trang và hàng không cần,"
              + " hoặc lưu thành CSV (UTF-8) rồi nhập tệp CSV.",
          "The workbook has more than {cells} cells or {characters} characters. Delete sheets and"
              + " rows that are not needed, or save it as CSV (UTF-8) and import that.",
          number("cells"),
          number("characters"));

  public static final Of1<Number> LIST_TOO_LONG =
      problem(
          Kind.TOO_LARGE,
          "list-too-long",
          "Danh sách quá dài để trả về dưới dạng CSV (trên {limit} ký tự). Trong Excel, lưu trang"
              + " này thành “CSV UTF-8”, tải lên rồi nhập bằng ?upload.",
          "The list is too long to come back as CSV (over {limit} characters). In Excel, save the"
              + " sheet as “CSV UTF-8”, upload it and import it by ?upload.",
          number("limit"));

  public static final Of1<Number> INVALID_WORKBOOK =
      problem(
          Kind.UNPROCESSABLE,
          "invalid-workbook",
          "Bảng tính có {count} lỗi; chưa có gì được ghi. Sửa từng ô nêu dưới đây rồi gửi lại.",
          "The workbook has {count} errors; nothing was written. Mend each cell named below and"
              + " send it again.",
          number("count"));

  public static final Of1<Collection<String>> SHEET_MISSING =
      problem(
          Kind.UNPROCESSABLE,
          "sheet-missing",
          "{place}: bảng tính không có trang này. Các trang hiện có: {known}. Trả lại tên trang như"
              + " tệp đã tải về.",
          "{place}: the workbook has no such sheet. Its sheets: {known}. Give the sheet the name"
              + " that it had in the downloaded file.",
          texts("known"));

  public static final Of1<String> COLUMN_MISSING =
      problem(
          Kind.UNPROCESSABLE,
          "column-missing",
          "{place}: thiếu cột “{value}” ở hàng tiêu đề. Thêm lại cột hoặc trả lại tên cột.",
          "{place}: column “{value}” is missing in the heading row. Add it or give it its name"
              + " back.",
          text("value"));

  public static final Of1<String> COLUMN_TWICE =
      problem(
          Kind.UNPROCESSABLE,
          "column-twice",
          "{place}: cột “{value}” có hai lần. Bỏ bớt một cột.",
          "{place}: column “{value}” stands twice. Remove one of the two.",
          text("value"));

  public static final Of0 CELL_IS_FORMULA =
      problem(
          Kind.UNPROCESSABLE,
          "cell-is-formula",
          "{place}: ô có công thức. Sao chép rồi dán giá trị, không dán công thức.",
          "{place}: the cell holds a formula. Copy it and paste the value, not the formula.");

  public static final Of1<String> CELL_IS_ERROR =
      problem(
          Kind.UNPROCESSABLE,
          "cell-is-error",
          "{place}: ô báo lỗi {value}. Gõ lại giá trị đúng.",
          "{place}: the cell shows the error {value}. Type the right value.",
          text("value"));

  public static final Of1<String> CELL_IS_DATE =
      problem(
          Kind.UNPROCESSABLE,
          "cell-is-date",
          "{place}: Excel đã đổi ô này thành ngày ({value}). Định dạng ô là Văn bản rồi gõ lại.",
          "{place}: Excel turned this cell into a date ({value}). Format it as text and type it"
              + " again.",
          text("value"));

  public static final Of1<String> CELL_IS_NUMBER =
      problem(
          Kind.UNPROCESSABLE,
          "cell-is-number",
          "{place}: ô là số {value}, cần văn bản; Excel có thể đã bỏ số 0. Định dạng ô là Văn bản"
              + " rồi gõ lại.",
          "{place}: the cell is the number {value} where text is needed; Excel may have dropped"
              + " zeros. Format it as text and type it again.",
          text("value"));

  public static final Of1<String> CELL_IS_NO_NUMBER =
      problem(
          Kind.UNPROCESSABLE,
          "cell-is-no-number",
          "{place}: “{value}” không phải là số. Định dạng ô là Số rồi gõ lại.",
          "{place}: “{value}” is not a number. Format the cell as a number and type it again.",
          text("value"));

  public static final Of2<String, String> CELL_SHOWS_OTHERWISE =
      problem(
          Kind.UNPROCESSABLE,
          "cell-shows-otherwise",
          "{place}: ô hiển thị “{value}” nhưng bên trong là {stored} (do định dạng ô). Định dạng ô"
              + " là Số không tách hàng nghìn, không phần trăm, đủ chữ số thập phân, rồi gõ lại"
              + " đúng con số.",
          "{place}: the cell shows “{value}” but holds {stored}, because of its format. Format it"
              + " as a plain number with all its decimals (no percent, no scale, no words) and type"
              + " the right number again.",
          text("value"),
          text("stored"));

  public static final Of1<String> CELL_IS_MERGED =
      problem(
          Kind.UNPROCESSABLE,
          "cell-is-merged",
          "{place}: ô bị gộp với {first} nên không rõ giá trị là của hàng nào. Bỏ gộp ô rồi gõ giá"
              + " trị vào từng ô.",
          "{place}: the cell is merged with {first}, so it is not clear whose the value is. Unmerge"
              + " them and type the value into each cell.",
          text("first"));

  public static final Of0 ROW_HIDDEN =
      problem(
          Kind.UNPROCESSABLE,
          "row-hidden",
          "{place}: hàng này đang ẩn (ẩn hàng hoặc lọc) mà vẫn có giá trị. Hiện hàng (bỏ lọc) nếu"
              + " cần nhập, hoặc xóa hàng, rồi gửi lại.",
          "{place}: this row is hidden (by hand or by a filter) and holds values. Show it (clear"
              + " the filter) if it is meant, or delete it, and send the workbook again.");

  public static final Of1<String> COLUMN_HIDDEN =
      problem(
          Kind.UNPROCESSABLE,
          "column-hidden",
          "{place}: cột “{value}” đang ẩn. Hiện cột để kiểm tra, hoặc xóa cột, rồi gửi lại.",
          "{place}: column “{value}” is hidden. Show it and check it, or delete it, and send the"
              + " workbook again.",
          text("value"));

  public static final Of2<String, String> CELL_NOT_IN_LIST =
      problem(
          Kind.UNPROCESSABLE,
          "cell-not-in-list",
          "{place}: “{value}” không có trong danh sách. Chọn một trong: {known}.",
          "{place}: “{value}” is not in the list. Choose one of: {known}.",
          text("value"),
          text("known"));

  public static final Of0 NOT_A_FORM_WORKBOOK =
      problem(
          Kind.UNPROCESSABLE,
          "not-a-form-workbook",
          "Tệp này không phải phiếu tải từ hệ thống (thiếu phần ẩn). Tải phiếu về, điền vào chính"
              + " tệp đó rồi gửi lại; không chép sang tệp khác.",
          "This is no form that was downloaded from here (its hidden part is missing). Download the"
              + " form, fill in that very file and send it; do not copy it into another.");

  public static final Of0 FORM_WORKBOOK_DAMAGED =
      problem(
          Kind.UNPROCESSABLE,
          "form-workbook-damaged",
          "Phần ẩn của tệp đã bị sửa hoặc hỏng nên không biết phiếu bắt đầu từ đâu. Tải phiếu về"
              + " lại và chép các giá trị sang tệp mới.",
          "The hidden part of the file was changed or damaged, so what it began from is not known."
              + " Download the form again and copy the values into the new file.");

  public static final Of4<String, String, UnitCode, CampaignId> WORKBOOK_OF_ANOTHER =
      problem(
          Kind.UNPROCESSABLE,
          "workbook-of-another",
          "Tệp này là phiếu của đơn vị {unit}, đợt {campaign}; ở đây cần phiếu của đơn vị"
              + " {expected}, đợt {expectedCampaign}.",
          "This is the form of unit {unit}, campaign {campaign}; here the form of unit {expected},"
              + " campaign {expectedCampaign} is needed.",
          text("unit"),
          text("campaign"),
          unit("expected"),
          campaign("expectedCampaign"));

  public static final Of1<Number> WORKBOOK_OF_OTHER_CRITERIA =
      problem(
          Kind.UNPROCESSABLE,
          "workbook-of-other-criteria",
          "Tệp này theo bộ tiêu chí bản {version}, không có trong đợt này. Tải phiếu về lại và chép"
              + " các giá trị sang tệp mới.",
          "This file follows version {version} of the criteria, which this campaign never had."
              + " Download the form again and copy the values into the new file.",
          number("version"));

  public static final Of0 TICKED_AND_NONE =
      problem(
          Kind.UNPROCESSABLE,
          "ticked-and-none",
          "“{place}”: đã đánh dấu “không có mục nào” cùng với mục khác. Bỏ một trong hai.",
          "“{place}”: “none of these” is ticked together with others. Drop one of the two.");

  public static final Of1<CriterionId> TWO_ANSWERS =
      problem(
          Kind.UNPROCESSABLE,
          "two-answers",
          "“{place}”: tiêu chí {criterion} vừa có số liệu vừa ghi không áp dụng. Bỏ một trong hai.",
          "“{place}”: criterion {criterion} has figures and is said not to apply. Drop one of the"
              + " two.",
          criterion("criterion"));

  public static final Of1<CriterionId> NOTHING_SAID =
      problem(
          Kind.UNPROCESSABLE,
          "nothing-said",
          "“{place}”: tiêu chí {criterion} thiếu giá trị. Câu trả lời đã ghi thì sửa được nhưng"
              + " không xóa được; ghi chú và lý do phải đi kèm giá trị. Danh mục không có mục nào"
              + " thì đánh dấu dòng “-”.",
          "“{place}”: criterion {criterion} has no value. A saved answer can be changed, not"
              + " erased; notes and reasons go with a value. In a checklist where nothing holds,"
              + " tick the line “-”.",
          criterion("criterion"));

  public static final Of2<String, String> UNKNOWN_ROW =
      problem(
          Kind.UNPROCESSABLE,
          "unknown-row",
          "“{place}”: phiếu không có dòng {criterion} mục {key}. Mã và mục không được sửa; dòng"
              + " thêm vào thì xóa đi.",
          "“{place}”: the form has no row {criterion} {key}. Ids and keys must stay; delete rows"
              + " that were added.",
          text("criterion"),
          text("key"));

  public static final Of2<String, String> MISSING_ROW =
      problem(
          Kind.UNPROCESSABLE,
          "missing-row",
          "“{place}”: thiếu dòng {criterion} mục {key}. Khôi phục dòng đã xóa rồi gửi lại.",
          "“{place}”: row {criterion} {key} is missing. Restore it and send the file again.",
          text("criterion"),
          text("key"));

  private WorkbookProblem() {}
}
