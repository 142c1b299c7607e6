package vn.minhbach.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one catalogue of refusals: a stable name, a kind that decides the HTTP status, and for each
 * language what is wrong and how to mend it. Slots as {@code {unit}} are filled from the facts of a
 * {@link Refusal}.
 */
public enum Problem {
  // What was asked for does not exist.
  UNKNOWN_CAMPAIGN(
      Kind.NOT_FOUND,
      "Không có đợt đánh giá mã {campaign}. Xem danh sách tại GET /campaigns.",
      "There is no campaign {campaign}. GET /campaigns lists them."),
  UNKNOWN_TEMPLATE(
      Kind.UNPROCESSABLE,
      "Không có mẫu đợt đánh giá {template}. Mẫu hiện có: {known}.",
      "There is no campaign template {template}. Known templates: {known}."),
  UNKNOWN_UNIT(
      Kind.NOT_FOUND,
      "Đợt {campaign} không có đơn vị mã {unit}. Mã phải đúng từng ký tự, kể cả số 0 ở đầu.",
      "Campaign {campaign} has no unit {unit}. Codes must match to the letter, leading zeros"
          + " included."),
  UNKNOWN_CRITERION(
      Kind.NOT_FOUND,
      "Bộ tiêu chí của đơn vị này không có tiêu chí {criterion}. Xem các mã trong phiếu.",
      "This unit's criteria set has no criterion {criterion}. The form lists the ids."),
  UNKNOWN_GROUP(
      Kind.NOT_FOUND,
      "Không có nhóm {group}. Các nhóm là 1 (sở, ban, ngành), 2 (cấp huyện), 3 (cấp xã).",
      "There is no group {group}. Groups are 1 (departments), 2 (districts), 3 (communes)."),
  NO_CRITERIA_YET(
      Kind.NOT_FOUND,
      "Đợt {campaign} chưa có bộ tiêu chí của nhóm {group}. Nhập bộ tiêu chí trước (PUT"
          + " /campaigns/{campaign}/criteria/{group}).",
      "Campaign {campaign} has no criteria set for group {group} yet. Import one first (PUT"
          + " /campaigns/{campaign}/criteria/{group})."),
  UNKNOWN_EVIDENCE(
      Kind.NOT_FOUND,
      "Đơn vị {unit} không có tài liệu minh chứng {evidence}. Xem danh sách minh chứng của đơn vị.",
      "Unit {unit} has no evidence {evidence}. The unit's evidence list shows the ids."),
  NOT_PUBLISHED(
      Kind.NOT_FOUND,
      "Kết quả của đợt {campaign} chưa được công bố. Khi có quyết định công bố, trang này sẽ có số"
          + " liệu.",
      "The results of campaign {campaign} are not published yet. They appear here once they are."),
  UNKNOWN_QUESTION(
      Kind.NOT_FOUND,
      "Đơn vị {unit} không có câu hỏi {question}. Xem danh sách câu hỏi của đơn vị.",
      "Unit {unit} has no question {question}. The unit's list shows the ids."),
  NO_SUCH_ROUTE(
      Kind.NOT_FOUND,
      "Không có đường dẫn {path}. Xem openapi.yaml.",
      "There is no path {path}. See openapi.yaml."),
  EVIDENCE_NOT_OPEN(
      Kind.CONFLICT,
      "Tệp “{fileName}” {stateVi}. Chỉ mở được tệp đã được chấp nhận (ACCEPTED).",
      "File “{fileName}” {state}. Only ACCEPTED files can be opened."),

  // Who may not do it.
  NOT_ALLOWED(
      Kind.FORBIDDEN,
      "Tài khoản này không có vai trò cần cho việc này (cần một trong: {roles}).",
      "This account lacks the role that this needs (one of: {roles})."),
  OTHER_UNIT(
      Kind.FORBIDDEN,
      "Tài khoản này không hành động thay cho đơn vị {unit}. Hãy đăng nhập bằng tài khoản của đơn"
          + " vị.",
      "This account does not act for unit {unit}. Sign in with an account of that unit."),
  OWN_UNIT(
      Kind.FORBIDDEN,
      "Không ai xem hay xử lý phiếu của chính cơ quan mình dưới vai trò khác ({unit}). Việc này do"
          + " thành viên của cơ quan khác làm.",
      "Nobody sees or handles the form of the unit that employs them in another role ({unit})."
          + " A member from another body does this."),
  OWN_GROUP_DRAFT(
      Kind.FORBIDDEN,
      "Thứ hạng tạm của nhóm {group} không hiển thị cho người thuộc đơn vị trong nhóm ({unit})"
          + " trước khi kết quả được báo cáo. Sau đó chỉ người lập, kiểm tra và ký báo cáo xem"
          + " được; mọi người khác xem khi công bố.",
      "Draft ranks of group {group} are not shown to anyone employed by a unit of that group"
          + " ({unit}) before the result is reported. From then on those see them who write, check"
          + " and sign it; everybody else on publication."),
  DRAFT_NOT_FROZEN(
      Kind.FORBIDDEN,
      "Vai trò của bạn xem thứ hạng tạm của nhóm {group} khi kết quả đã được báo cáo, chưa phải bây"
          + " giờ.",
      "Your role sees draft ranks of group {group} once the result is reported, and not yet."),
  EMPLOYER_NOT_STATED(
      Kind.FORBIDDEN,
      "Tài khoản {account} chưa nêu đúng cơ quan công tác (custom:unit là “{value}”). Vai trò của"
          + " cơ quan thường trực, tổ thẩm định và cấp trên chỉ có hiệu lực khi tài khoản nêu đúng"
          + " một mã đơn vị (đúng từng ký tự, không dấu cách, không danh sách), hoặc {none} nếu"
          + " không thuộc đơn vị nào được xếp hạng. Đề nghị người quản trị sửa tài khoản rồi đăng"
          + " nhập lại.",
      "Account {account} does not state its employer (custom:unit is “{value}”). A role of the"
          + " office, the team or above acts only for an account that states exactly one unit code"
          + " (to the letter, no blanks, no list), or {none} for none of the ranked units. Ask the"
          + " administrator to mend the account, then sign in again."),
  EMPLOYER_NOT_IN_REGISTER(
      Kind.FORBIDDEN,
      "Tài khoản {account} nêu cơ quan công tác là {unit}, nhưng danh mục đơn vị của đợt {campaign}"
          + " không có mã này. Mã phải đúng từng ký tự, kể cả chữ hoa; nếu không thuộc đơn vị nào"
          + " được xếp hạng thì ghi {none}. Đề nghị người quản trị sửa tài khoản rồi đăng nhập"
          + " lại.",
      "Account {account} states {unit} as its employer, which the register of campaign {campaign}"
          + " does not have. Codes must match to the letter, capitals included; whom no ranked unit"
          + " employs states {none}. Ask the administrator to mend the account, then sign in"
          + " again."),
  OWN_BODY_NOT_IN_FILE(
      Kind.UNPROCESSABLE,
      "Danh mục gửi lên không có mã {unit}, cơ quan công tác của tài khoản nhập: nhập xong thì"
          + " chính tài khoản này không mở được đợt {campaign} nữa. Bổ sung đơn vị vào danh mục,"
          + " hoặc đề nghị người quản trị sửa custom:unit của tài khoản ({none} nếu không thuộc đơn"
          + " vị nào được xếp hạng).",
      "The register as sent lacks {unit}, the employer of the importing account, which would then"
          + " be shut out of campaign {campaign}. Add the unit to the register, or have the"
          + " account's custom:unit mended ({none} for none of the ranked units)."),
  ACCOUNT_WITHOUT_UNIT(
      Kind.FORBIDDEN,
      "Tài khoản chưa gắn với đơn vị nào. Đề nghị cơ quan thường trực gán đơn vị cho tài khoản.",
      "This account is bound to no unit. Ask the standing office to bind it."),

  ACCOUNT_NOT_IN_FORCE(
      Kind.FORBIDDEN,
      "Tài khoản này hiện không được phân công cho đơn vị {unit} trong đợt {campaign} (chưa có tên,"
          + " chưa đến ngày hoặc đã thôi). Đề nghị cơ quan thường trực cập nhật danh sách tài"
          + " khoản.",
      "This account is not appointed for unit {unit} in campaign {campaign} now (not listed, not"
          + " yet, or no longer). Ask the standing office to update the accounts."),
  SIGNER_NEEDED(
      Kind.FORBIDDEN,
      "Chỉ tài khoản có vai trò signer của đơn vị {unit} được ký và nộp phiếu.",
      "Only an account listed as signer of unit {unit} may sign and send the form."),
  TYPIST_NEEDED(
      Kind.FORBIDDEN,
      "Chỉ cán bộ nhập liệu (typist) của đơn vị {unit} được chốt phiếu; cán bộ phối hợp"
          + " (contributor) thì không.",
      "Only a typist of unit {unit} closes the form; a contributor does not."),

  CRITERION_NOT_GIVEN(
      Kind.FORBIDDEN,
      "Tài khoản này chỉ phụ trách các tiêu chí {criteria} của đơn vị {unit}, không có {criterion}."
          + " Người nhập liệu của đơn vị sửa được mọi tiêu chí.",
      "This account was given the criteria {criteria} of unit {unit}, not {criterion}. The unit's"
          + " typist can change every criterion."),

  ONLY_ITS_PAPER(
      Kind.FORBIDDEN,
      "Thay cho đơn vị {unit}, tài khoản này chỉ tải lên được phiếu giấy đã ký của đơn vị"
          + " (“purpose”: “{known}”).",
      "For unit {unit} this account may upload nothing but the unit's signed paper form"
          + " (“purpose”: “{known}”)."),

  // What came in cannot be read.
  MALFORMED_JSON(
      Kind.MALFORMED,
      "Nội dung gửi lên không phải JSON hợp lệ (dòng {line}, cột {column}): {reason}.",
      "The body is not valid JSON (line {line}, column {column}): {reason}."),
  JSON_OUT_OF_BOUNDS(
      Kind.MALFORMED,
      "JSON vượt giới hạn ở dòng {line}, cột {column}: lồng quá {depth} lớp, hoặc có tên trường hay"
          + " con số quá dài. Sửa chỗ đó rồi gửi lại.",
      "The JSON exceeds its bounds at line {line}, column {column}: more than {depth} levels, or a"
          + " name or a number that is too long. Mend it there and send it again."),
  MALFORMED_TEXT(
      Kind.MALFORMED,
      "Nội dung gửi lên không phải văn bản UTF-8. Hãy lưu tệp với mã UTF-8.",
      "The body is not UTF-8 text. Save the file as UTF-8."),
  MALFORMED_CSV(
      Kind.MALFORMED,
      "Tệp CSV có {count} lỗi; chưa dòng nào được ghi. Sửa các dòng nêu dưới đây rồi gửi lại.",
      "The CSV has {count} errors; nothing was written. Mend the lines named below and send it"
          + " again."),
  BODY_REQUIRED(
      Kind.MALFORMED,
      "Thiếu nội dung. Gửi một đối tượng JSON.",
      "The body is missing. Send a JSON object."),
  BODY_TOO_LARGE(
      Kind.TOO_LARGE,
      "Nội dung dài {bytes} byte, quá giới hạn {limit} byte. Tệp nhập số liệu lớn: tải lên trước"
          + " (POST …/uploads) rồi dùng ?upload.",
      "The body has {bytes} bytes, over the limit of {limit} bytes. A large file to import: upload"
          + " it first (POST …/uploads), then use ?upload."),
  BODY_OR_UPLOAD(
      Kind.MALFORMED,
      "Có cả nội dung và ?upload. Khi dùng tệp đã tải lên, để trống nội dung.",
      "There is a body and ?upload as well. Leave the body empty to use an uploaded file."),
  UNKNOWN_UPLOAD(
      Kind.NOT_FOUND,
      "Không có tệp đã tải lên mã {upload}, hoặc tệp đã quá 7 ngày. Xin đường tải lên (POST"
          + " …/uploads), tải tệp lên rồi gửi lại.",
      "No file was uploaded as {upload}, or it is older than 7 days. Ask for an upload (POST"
          + " …/uploads), put the file there and send this again."),
  UPLOAD_TOO_LARGE(
      Kind.TOO_LARGE,
      "Tệp dài {bytes} byte, quá giới hạn {limit}. Chia thành nhiều tệp, hoặc lưu bảng tính thành"
          + " CSV.",
      "The file has {bytes} bytes, over the limit of {limit}. Split it, or save a workbook as"
          + " CSV."),
  WORKBOOK_REQUIRED(
      Kind.MALFORMED,
      "Thiếu bảng tính. Gửi tệp .xlsx trong nội dung, hoặc tải lên rồi dùng ?upload.",
      "The workbook is missing. Send the .xlsx as the body, or upload it and use ?upload."),
  UNSUPPORTED_CONTENT_TYPE(
      Kind.UNSUPPORTED,
      "Kiểu nội dung {contentType} không được nhận ở đây; dùng {expected}.",
      "Content type {contentType} is not accepted here; use {expected}."),
  NOT_A_CSV(
      Kind.MALFORMED,
      "Tệp không phải CSV với mã UTF-8 ({actualVi}). Mở tệp trong Excel hoặc LibreOffice, chọn Lưu"
          + " thành kiểu “CSV UTF-8”, rồi gửi lại; bảng tính .xlsx thì đổi qua POST …/workbook.",
      "The file is no CSV in UTF-8 ({actual}). Open it in Excel or LibreOffice, save it as “CSV"
          + " UTF-8” and send it again; an .xlsx workbook goes through POST …/workbook."),
  WRONG_CELL_COUNT(
      Kind.MALFORMED,
      "{place}: có {value} ô, cần {expected} ô như dòng tiêu đề.",
      "{place}: {value} cells, the header has {expected}."),
  TOO_MANY_LINES(Kind.MALFORMED, "{place}: quá {limit} dòng.", "{place}: more than {limit} lines."),
  UNCLOSED_QUOTE(
      Kind.MALFORMED,
      "{place}: dấu ngoặc kép mở mà không đóng.",
      "{place}: a quotation mark is opened and never closed."),
  INVALID_BODY(
      Kind.MALFORMED,
      "Nội dung có {count} chỗ không đúng; chưa có gì được ghi. Sửa từng chỗ nêu dưới đây.",
      "The body has {count} faults; nothing was written. Mend each place named below."),
  INVALID_PARAMETER(
      Kind.MALFORMED,
      "Tham số {name} = “{value}” không hợp lệ: cần {expected}.",
      "Parameter {name} = “{value}” is not valid: {expected} is needed."),
  UNKNOWN_PARAMETER(
      Kind.MALFORMED,
      "Ở đây không có tham số {name}. Các tham số được nhận: {known}.",
      "There is no parameter {name} here. Accepted parameters: {known}."),
  INVALID_HEADER(
      Kind.MALFORMED,
      "Tiêu đề {name} không hợp lệ: cần {expected}.",
      "Header {name} is not valid: {expected} is needed."),
  UNKNOWN_FIELD(
      Kind.MALFORMED,
      "“{place}”: trường này không có trong mẫu. Các trường được nhận: {known}.",
      "“{place}”: no such field. Accepted fields: {known}."),
  MISSING_FIELD(
      Kind.MALFORMED,
      "“{place}”: thiếu trường bắt buộc.",
      "“{place}”: a required field is missing."),
  WRONG_TYPE(
      Kind.MALFORMED,
      "“{place}”: cần {expectedVi}, nhận được {actualVi}.",
      "“{place}”: {expected} is needed, {actual} was sent."),
  TOO_LONG(
      Kind.MALFORMED,
      "“{place}”: dài {length} ký tự, tối đa {limit}.",
      "“{place}”: {length} characters, at most {limit}."),
  BLANK(Kind.MALFORMED, "“{place}”: không được để trống.", "“{place}”: must not be blank."),
  NOT_A_WHOLE_NUMBER(
      Kind.MALFORMED,
      "“{place}”: cần số nguyên, nhận được {value}.",
      "“{place}”: a whole number is needed, {value} was sent."),
  TOO_MANY_DECIMALS(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} có quá {limit} chữ số thập phân. Làm tròn rồi gửi lại.",
      "“{place}”: {value} has more than {limit} decimals. Round it and send it again."),
  OUT_OF_RANGE(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} nằm ngoài khoảng cho phép ({min} đến {max}).",
      "“{place}”: {value} is out of range ({min} to {max})."),
  BAD_DATE(
      Kind.MALFORMED,
      "“{place}”: “{value}” không phải ngày hợp lệ; viết theo dạng 2020-09-30, năm 1900 đến"
          + " 2100.",
      "“{place}”: “{value}” is not a date; write it as 2020-09-30, years 1900 to 2100."),
  BAD_HOUR(
      Kind.MALFORMED,
      "“{place}”: “{value}” không phải giờ hợp lệ; viết theo dạng 08:00.",
      "“{place}”: “{value}” is not a time; write it as 08:00."),
  BAD_EMAIL(
      Kind.UNPROCESSABLE,
      "“{place}”: “{value}” không phải địa chỉ thư điện tử dùng được.",
      "“{place}”: “{value}” is not an e-mail address that can be written to."),
  BAD_PHONE(
      Kind.UNPROCESSABLE,
      "“{place}”: “{value}” không phải số điện thoại dùng được (8 đến 15 chữ số).",
      "“{place}”: “{value}” is not a telephone number that can be called (8 to 15 digits)."),
  ONE_LINE(
      Kind.UNPROCESSABLE,
      "“{place}”: chỉ được một dòng. Bỏ chỗ xuống dòng rồi gửi lại.",
      "“{place}”: one line only. Take out the line end and send it again."),
  CONTROL_CHARACTER(
      Kind.MALFORMED,
      "“{place}”: ký tự thứ {position} là ký tự điều khiển không hiện ra ({character}). Xóa ký tự"
          + " đó, hoặc gõ lại đoạn này thay vì dán, rồi gửi lại.",
      "“{place}”: character {position} is a control character that nobody sees ({character})."
          + " Delete it, or type the passage instead of pasting it, and send it again."),
  NUMBER_TOO_LONG(
      Kind.MALFORMED,
      "“{place}”: số {value} quá dài. Viết số không quá {limit} chữ số, phần mũ từ -{limit} đến"
          + " {limit}.",
      "“{place}”: the number {value} is too long. Write at most {limit} digits and an exponent from"
          + " -{limit} to {limit}."),
  MORE_FAULTS(
      Kind.MALFORMED,
      "Còn {count} chỗ sai nữa không kể ra ở đây. Sửa các chỗ trên rồi gửi lại.",
      "There are {count} more faults that are not listed. Mend those above and send it again."),
  ONE_LINK(
      Kind.UNPROCESSABLE,
      "“{place}”: thư phải có đúng một chỗ điền “link” (đang có {count}).",
      "“{place}”: the mail must hold the slot “link” once ({count} found)."),
  UNKNOWN_SLOT(
      Kind.UNPROCESSABLE,
      "“{place}”: không có chỗ điền “{value}”. Các chỗ điền: {known}.",
      "“{place}”: there is no slot “{value}”. Slots: {known}."),
  UNKNOWN_RUNG(
      Kind.UNPROCESSABLE,
      "“{place}”: thang nhắc việc không có bậc “{value}”.",
      "“{place}”: the ladder has no rung “{value}”."),
  BAD_CODE(
      Kind.MALFORMED,
      "“{place}”: “{value}” không phải mã hợp lệ (chữ, số, dấu gạch nối; 1 đến 40 ký tự).",
      "“{place}”: “{value}” is not a valid code (letters, digits, hyphens; 1 to 40 characters)."),
  RESERVED_CODE(
      Kind.UNPROCESSABLE,
      "“{place}”: hệ thống dùng mã “{value}” cho việc riêng (OFFICE-DIGEST, PERSON-…). Đặt mã khác"
          + " cho đơn vị.",
      "“{place}”: the system uses the code “{value}” itself (OFFICE-DIGEST, PERSON-…). Give the"
          + " unit another code."),
  BAD_SHA256(
      Kind.MALFORMED,
      "“{place}”: cần SHA-256 viết bằng 64 chữ số thập lục phân.",
      "“{place}”: a SHA-256 of 64 hexadecimal digits is needed."),
  BAD_FILE_NAME(
      Kind.UNPROCESSABLE,
      "“{place}”: tên tệp không dùng được (1 đến 255 ký tự, không có dấu / hay \\, không có ký"
          + " tự điều khiển hay ký tự ẩn). Gõ lại tên tệp rồi thử lại.",
      "“{place}”: this file name cannot be used (1 to 255 characters, no / or \\, no control"
          + " and no invisible characters). Type the name anew and try again."),

  // What an answer may not say.
  INVALID_ANSWER(
      Kind.UNPROCESSABLE,
      "Câu trả lời cho tiêu chí {criterion} có {count} chỗ không đúng; chưa có gì được ghi.",
      "The answer to criterion {criterion} has {count} faults; nothing was written."),
  NUMERATOR_OVER_DENOMINATOR(
      Kind.UNPROCESSABLE,
      "“{place}”: {numerator} lớn hơn {denominator}. Số đạt không thể lớn hơn tổng số.",
      "“{place}”: {numerator} is more than {denominator}. A part cannot exceed its whole."),
  NEGATIVE(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} là số âm; cần số từ {min} trở lên.",
      "“{place}”: {value} is negative; a number from {min} is needed."),
  UNKNOWN_OPTION(
      Kind.UNPROCESSABLE,
      "“{place}”: không có lựa chọn “{value}”. Các lựa chọn: {known}.",
      "“{place}”: there is no option “{value}”. Options: {known}."),
  UNKNOWN_ITEM(
      Kind.UNPROCESSABLE,
      "“{place}”: không có mục “{value}”. Các mục: {known}.",
      "“{place}”: there is no item “{value}”. Items: {known}."),
  REPEATED_ITEM(
      Kind.UNPROCESSABLE,
      "“{place}”: mục “{value}” được chọn hai lần.",
      "“{place}”: item “{value}” is ticked twice."),
  NOT_APPLICABLE_REFUSED(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion} áp dụng cho mọi đơn vị, không thể ghi “không áp dụng”.",
      "Criterion {criterion} applies to every unit; it cannot be answered “not applicable”."),
  ANSWER_EITHER_OR(
      Kind.UNPROCESSABLE,
      "Gửi đúng một trong ba: “inputs” (số liệu), “notApplicable” (lý do không áp dụng) hoặc"
          + " “confirm” (xác nhận số liệu của tỉnh).",
      "Send exactly one of “inputs”, “notApplicable” and “confirm”."),

  // What a workbook may not be, and what its cells may not hold.
  NOT_AN_XLSX(
      Kind.UNPROCESSABLE,
      "Tệp không phải bảng tính .xlsx ({actualVi}). Trong Excel hoặc LibreOffice, chọn Lưu thành,"
          + " kiểu “Excel (.xlsx)”, rồi gửi lại.",
      "The file is no .xlsx workbook ({actual}). In Excel or LibreOffice, save it as “Excel"
          + " (.xlsx)” and send it again."),
  WORKBOOK_DAMAGED(
      Kind.UNPROCESSABLE,
      "Bảng tính bị hỏng ({part}). Mở bằng Excel hoặc LibreOffice, lưu lại thành tệp .xlsx mới rồi"
          + " gửi.",
      "The workbook is damaged ({part}). Open it in Excel or LibreOffice, save it as a new .xlsx"
          + " and send that."),
  WORKBOOK_ENCRYPTED(
      Kind.UNPROCESSABLE,
      "Bảng tính được đặt mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi.",
      "The workbook is protected by a password. Remove the password, save it and send it again."),
  WORKBOOK_WITH_MACROS(
      Kind.UNPROCESSABLE,
      "Bảng tính có macro nên không được nhận. Lưu thành kiểu “Excel (.xlsx)”, không có macro, rồi"
          + " gửi lại.",
      "The workbook has macros and is not accepted. Save it as “Excel (.xlsx)”, without macros, and"
          + " send it again."),
  WORKBOOK_EXPLODES(
      Kind.TOO_LARGE,
      "Bảng tính giải nén ra quá lớn (trên {limit} MB, trên {ratio} lần tệp gửi, hoặc trên {parts}"
          + " phần). Chép riêng vùng số liệu sang một bảng tính mới rồi gửi.",
      "The workbook unfolds to too much (over {limit} MB, over {ratio} times the file, or over"
          + " {parts} parts). Copy the figures alone into a new workbook and send that."),
  WORKBOOK_HOLDS_TOO_MUCH(
      Kind.TOO_LARGE,
      "Bảng tính có quá {cells} ô hoặc quá {characters} ký tự. Xóa các trang và hàng không cần,"
          + " hoặc lưu thành CSV (UTF-8) rồi nhập tệp CSV.",
      "The workbook has more than {cells} cells or {characters} characters. Delete sheets and rows"
          + " that are not needed, or save it as CSV (UTF-8) and import that."),
  LIST_TOO_LONG(
      Kind.TOO_LARGE,
      "Danh sách quá dài để trả về dưới dạng CSV (trên {limit} ký tự). Trong Excel, lưu trang này"
          + " thành “CSV UTF-8”, tải lên rồi nhập bằng ?upload.",
      "The list is too long to come back as CSV (over {limit} characters). In Excel, save the sheet"
          + " as “CSV UTF-8”, upload it and import it by ?upload."),
  INVALID_WORKBOOK(
      Kind.UNPROCESSABLE,
      "Bảng tính có {count} lỗi; chưa có gì được ghi. Sửa từng ô nêu dưới đây rồi gửi lại.",
      "The workbook has {count} errors; nothing was written. Mend each cell named below and send it"
          + " again."),
  SHEET_MISSING(
      Kind.UNPROCESSABLE,
      "{place}: bảng tính không có trang này. Các trang hiện có: {known}. Trả lại tên trang như tệp"
          + " đã tải về.",
      "{place}: the workbook has no such sheet. Its sheets: {known}. Give the sheet the name that"
          + " it had in the downloaded file."),
  COLUMN_MISSING(
      Kind.UNPROCESSABLE,
      "{place}: thiếu cột “{value}” ở hàng tiêu đề. Thêm lại cột hoặc trả lại tên cột.",
      "{place}: column “{value}” is missing in the heading row. Add it or give it its name back."),
  COLUMN_TWICE(
      Kind.UNPROCESSABLE,
      "{place}: cột “{value}” có hai lần. Bỏ bớt một cột.",
      "{place}: column “{value}” stands twice. Remove one of the two."),
  CELL_IS_FORMULA(
      Kind.UNPROCESSABLE,
      "{place}: ô có công thức. Sao chép rồi dán giá trị, không dán công thức.",
      "{place}: the cell holds a formula. Copy it and paste the value, not the formula."),
  CELL_IS_ERROR(
      Kind.UNPROCESSABLE,
      "{place}: ô báo lỗi {value}. Gõ lại giá trị đúng.",
      "{place}: the cell shows the error {value}. Type the right value."),
  CELL_IS_DATE(
      Kind.UNPROCESSABLE,
      "{place}: Excel đã đổi ô này thành ngày ({value}). Định dạng ô là Văn bản rồi gõ lại.",
      "{place}: Excel turned this cell into a date ({value}). Format it as text and type it"
          + " again."),
  CELL_IS_NUMBER(
      Kind.UNPROCESSABLE,
      "{place}: ô là số {value}, cần văn bản; Excel có thể đã bỏ số 0. Định dạng ô là Văn bản rồi"
          + " gõ lại.",
      "{place}: the cell is the number {value} where text is needed; Excel may have dropped zeros."
          + " Format it as text and type it again."),
  CELL_IS_NO_NUMBER(
      Kind.UNPROCESSABLE,
      "{place}: “{value}” không phải là số. Định dạng ô là Số rồi gõ lại.",
      "{place}: “{value}” is not a number. Format the cell as a number and type it again."),
  CELL_SHOWS_OTHERWISE(
      Kind.UNPROCESSABLE,
      "{place}: ô hiển thị “{value}” nhưng bên trong là {stored} (do định dạng ô). Định dạng ô là"
          + " Số không tách hàng nghìn, không phần trăm, đủ chữ số thập phân, rồi gõ lại đúng con"
          + " số.",
      "{place}: the cell shows “{value}” but holds {stored}, because of its format. Format it as a"
          + " plain number with all its decimals (no percent, no scale, no words) and type the"
          + " right number again."),
  CELL_IS_MERGED(
      Kind.UNPROCESSABLE,
      "{place}: ô bị gộp với {first} nên không rõ giá trị là của hàng nào. Bỏ gộp ô rồi gõ giá trị"
          + " vào từng ô.",
      "{place}: the cell is merged with {first}, so it is not clear whose the value is. Unmerge"
          + " them and type the value into each cell."),
  ROW_HIDDEN(
      Kind.UNPROCESSABLE,
      "{place}: hàng này đang ẩn (ẩn hàng hoặc lọc) mà vẫn có giá trị. Hiện hàng (bỏ lọc) nếu cần"
          + " nhập, hoặc xóa hàng, rồi gửi lại.",
      "{place}: this row is hidden (by hand or by a filter) and holds values. Show it (clear the"
          + " filter) if it is meant, or delete it, and send the workbook again."),
  COLUMN_HIDDEN(
      Kind.UNPROCESSABLE,
      "{place}: cột “{value}” đang ẩn. Hiện cột để kiểm tra, hoặc xóa cột, rồi gửi lại.",
      "{place}: column “{value}” is hidden. Show it and check it, or delete it, and send the"
          + " workbook again."),
  CELL_NOT_IN_LIST(
      Kind.UNPROCESSABLE,
      "{place}: “{value}” không có trong danh sách. Chọn một trong: {known}.",
      "{place}: “{value}” is not in the list. Choose one of: {known}."),
  PAPER_NEEDED(
      Kind.UNPROCESSABLE,
      "Nhập thay cho đơn vị {unit} phải theo phiếu giấy đã ký: tải phiếu lên (“purpose”:"
          + " “paper-form”) rồi gửi kèm “paper” với mã của phiếu.",
      "Typing for unit {unit} needs its signed paper form: upload it (“purpose”: “paper-form”) and"
          + " send its id as “paper”."),
  PAPER_NOT_THERE(
      Kind.UNPROCESSABLE,
      "Đơn vị {unit} không có phiếu giấy {paper} đã tải lên và còn hiệu lực. Tải phiếu lên trước"
          + " khi nhập.",
      "Unit {unit} has no paper form {paper} that was uploaded and holds. Upload it before"
          + " typing."),
  PAPER_IS_FOR_OTHERS(
      Kind.UNPROCESSABLE,
      "Đơn vị {unit} tự trả lời thì không gửi “paper”; trường này dành cho người nhập thay.",
      "Unit {unit} answers for itself, without “paper”; that field is for who types on behalf."),
  OWN_WORD_STANDS(
      Kind.CONFLICT,
      "Tiêu chí {criterion}: đơn vị {unit} đã tự trả lời hoặc đã phản đối số liệu nhập thay. Chỉ"
          + " đơn vị sửa được.",
      "Criterion {criterion}: unit {unit} has answered it itself, or set aside what was typed for"
          + " it. Only the unit can change that."),
  NOT_TYPED_FOR_YOU(
      Kind.CONFLICT,
      "Tiêu chí {criterion} của đơn vị {unit} không có số liệu nhập thay. Sửa câu trả lời như"
          + " thường lệ.",
      "Nothing was typed on behalf of unit {unit} for criterion {criterion}. Change the answer as"
          + " usual."),
  CONTEST_TOO_LATE(
      Kind.CONFLICT,
      "Thời hạn phản đối số liệu nhập thay của tiêu chí {criterion} đã hết lúc {until}. Đề nghị"
          + " liên hệ cơ quan thường trực.",
      "What was typed for criterion {criterion} could be contested until {until}. Please turn to"
          + " the standing office."),
  PAPER_IN_USE(
      Kind.CONFLICT,
      "Phiếu giấy {evidence} là căn cứ của số liệu đã nhập thay nên không rút được. Nếu số liệu"
          + " sai, hãy phản đối hoặc tự trả lời.",
      "Paper form {evidence} is what answers were typed from and cannot be withdrawn. Contest what"
          + " is wrong, or answer it yourself."),

  // Questions on criteria.
  TOO_MANY_QUESTIONS(
      Kind.UNPROCESSABLE,
      "Đơn vị {unit} đã gửi {limit} câu hỏi, tối đa của đợt. Xem các câu đã trả lời hoặc gọi cơ"
          + " quan thường trực.",
      "Unit {unit} has asked {limit} questions, as many as the campaign takes. Read what was"
          + " answered or call the standing office."),
  NAMES_WHO_ASKED(
      Kind.UNPROCESSABLE,
      "Nội dung công khai còn nêu tên hoặc mã của {unit}. Gửi “question” với lời hỏi không nêu đơn"
          + " vị và sửa câu trả lời.",
      "What would be published names {unit}, by name or code. Send “question” with a wording that"
          + " names no unit, and mend the answer."),

  // What a criteria set or a list of units may not say.
  INVALID_CRITERIA(
      Kind.UNPROCESSABLE,
      "Bộ tiêu chí có {count} lỗi; chưa có gì được ghi. Sửa từng chỗ nêu dưới đây.",
      "The criteria set has {count} errors; nothing was written. Mend each place named below."),
  POINTS_DO_NOT_ADD_UP(
      Kind.UNPROCESSABLE,
      "“{place}”: tổng điểm các phần là {sum}, phải bằng {expected}.",
      "“{place}”: the parts sum up to {sum} points, {expected} is needed."),
  DUPLICATE_ID(
      Kind.UNPROCESSABLE,
      "“{place}”: mã “{value}” bị trùng (đã có tại {first}).",
      "“{place}”: id “{value}” is used twice (first at {first})."),
  TIERS_NOT_DESCENDING(
      Kind.UNPROCESSABLE,
      "“{place}”: ngưỡng và điểm phải giảm dần từ trên xuống ({value} không nhỏ hơn {previous}).",
      "“{place}”: thresholds and points must descend ({value} is not below {previous})."),
  POINTS_OVER_MAXIMUM(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} điểm vượt điểm tối đa {max}.",
      "“{place}”: {value} points exceed the maximum of {max}."),
  UNKNOWN_INPUT(
      Kind.UNPROCESSABLE,
      "“{place}”: không có dữ liệu đầu vào “{value}”. Các đầu vào: {known}.",
      "“{place}”: there is no input “{value}”. Inputs: {known}."),
  UNKNOWN_VALUE(
      Kind.UNPROCESSABLE,
      "“{place}”: “{value}” không phải giá trị được nhận. Các giá trị: {known}.",
      "“{place}”: “{value}” is not an accepted value. Values: {known}."),
  DATES_NOT_ASCENDING(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} sớm hơn {earlier}; các mốc phải theo thứ tự thời gian.",
      "“{place}”: {value} is before {earlier}; the dates must ascend."),
  UNUSED_INPUT(
      Kind.UNPROCESSABLE,
      "“{place}”: cách chấm không dùng đến dữ liệu đầu vào “{value}”. Bỏ đi hoặc sửa cách chấm.",
      "“{place}”: the rule makes no use of input “{value}”. Drop it or mend the rule."),
  WRONG_INPUT_KIND(
      Kind.UNPROCESSABLE,
      "“{place}”: dữ liệu đầu vào “{value}” có kiểu {kind}; ở đây cần kiểu {expected}.",
      "“{place}”: input “{value}” is of kind {kind}; {expected} is needed here."),
  TOO_MANY(
      Kind.UNPROCESSABLE,
      "“{place}”: có {count} mục, nhiều nhất là {max}. Bớt lại hoặc chia ra nhiều lần gửi.",
      "“{place}”: {count} entries, at most {max}. Take some out or send them in several parts."),
  TOO_FEW(
      Kind.UNPROCESSABLE,
      "“{place}”: cần ít nhất {min} mục, mới có {count}.",
      "“{place}”: at least {min} entries are needed, {count} given."),
  NOT_APPLICABLE_NOT_ALLOWED(
      Kind.UNPROCESSABLE,
      "“{place}”: “notApplicable” chỉ dùng được khi tiêu chí có naAllowed là true.",
      "“{place}”: “notApplicable” needs naAllowed to be true for this criterion."),
  LEVELS_WITHOUT_BOTTOM(
      Kind.UNPROCESSABLE,
      "“{place}”: mức cuối phải có minPercent 0 và minInclusive true, để chỉ số nào cũng có mức.",
      "“{place}”: the last level needs minPercent 0 and minInclusive true, so that every index has"
          + " a level."),
  WRONG_GROUP(
      Kind.UNPROCESSABLE,
      "“{place}”: bộ tiêu chí dành cho nhóm {value}, không phải nhóm {group}.",
      "“{place}”: this criteria set is for group {value}, not for group {group}."),
  MANGLED_CODE(
      Kind.UNPROCESSABLE,
      "{place}: mã “{value}” có vẻ đã bị Excel đổi thành số (mất số 0 ở đầu). Định dạng cột mã là"
          + " Văn bản rồi lưu lại.",
      "{place}: Excel seems to have turned code “{value}” into a number (leading zeros are lost)."
          + " Format the column as text and save again."),
  WRONG_KIND(
      Kind.UNPROCESSABLE,
      "{place}: loại “{value}” không thuộc nhóm {group}. Các loại của nhóm: {known}.",
      "{place}: kind “{value}” is not of group {group}. Kinds of that group: {known}."),
  PARENT_NOT_ALLOWED(
      Kind.UNPROCESSABLE,
      "{place}: chỉ đơn vị cấp xã (nhóm 3) có cấp huyện quản lý.",
      "{place}: only communes (group 3) have a district."),
  NO_UNITS(
      Kind.UNPROCESSABLE,
      "Tệp không có đơn vị nào; cần ít nhất một dòng sau dòng tiêu đề.",
      "The file has no unit; at least one line after the header is needed."),
  UNKNOWN_PARENT(
      Kind.UNPROCESSABLE,
      "{place}: không có đơn vị cấp huyện mã “{value}” trong tệp.",
      "{place}: the file has no district “{value}”."),

  ONE_OF_TWO(
      Kind.UNPROCESSABLE,
      "“{place}”: cần đúng một trong hai trường {first} và {second}.",
      "“{place}”: exactly one of {first} and {second} is needed."),
  ORIGIN_NEEDS_RULE(
      Kind.UNPROCESSABLE,
      "“{place}”: cách chấm {value} không nhận được số liệu do hệ thống điền; cần {known}.",
      "“{place}”: the system cannot fill in a rule of type {value}; {known} is needed."),

  // Who acts for whom.
  NO_ACCOUNTS(
      Kind.UNPROCESSABLE,
      "Tệp không có tài khoản nào; nhập tệp này sẽ khóa mọi đơn vị. Cần ít nhất một dòng.",
      "The file has no account; it would lock every unit out. At least one line is needed."),
  BAD_ACCOUNT(
      Kind.MALFORMED,
      "{place}: “{value}” không phải tên tài khoản (chữ không dấu, số, . _ @ -; 1 đến 100 ký tự).",
      "{place}: “{value}” is no account name (letters, digits, . _ @ -; 1 to 100 characters)."),
  BAD_DATE_OR_TIME(
      Kind.MALFORMED,
      "{place}: “{value}” không phải ngày (2020-09-30) hay thời điểm (2020-09-30T17:00:00+07:00).",
      "{place}: “{value}” is neither a day (2020-09-30) nor a time (2020-09-30T17:00:00+07:00)."),
  ONE_PERSON_AN_ACCOUNT(
      Kind.UNPROCESSABLE,
      "{place}: tài khoản {account} đã mang tên “{value}”. Mỗi tài khoản chỉ của một người.",
      "{place}: account {account} has the name “{value}” already. An account is one person's."),
  ONE_ADDRESS_AN_ACCOUNT(
      Kind.UNPROCESSABLE,
      "{place}: tài khoản {account} đã có địa chỉ thư “{value}”. Mỗi tài khoản chỉ một địa chỉ.",
      "{place}: account {account} has the address “{value}” already. An account has one."),

  CRITERIA_OF_CONTRIBUTORS(
      Kind.UNPROCESSABLE,
      "{place}: chỉ contributor mới được giao từng tiêu chí; vai trò {role} không có cột này.",
      "{place}: only a contributor is given criteria; the role {role} takes none."),

  // The province's own figures.
  INVALID_SOURCE(
      Kind.MALFORMED,
      "Thông tin về nguồn số liệu có {count} chỗ không đúng; chưa có gì được ghi. Các tham số"
          + " system, from, to, extractedAt, by đều bắt buộc.",
      "The description of the source has {count} faults; nothing was written. Required parameters:"
          + " system, from, to, extractedAt, by."),
  BAD_TIME(
      Kind.MALFORMED,
      "“{place}”: “{value}” không phải thời điểm hợp lệ; viết theo dạng 2020-09-01T08:00:00+07:00,"
          + " năm 1900 đến 2100 (trong tham số, dấu + viết là %2B).",
      "“{place}”: “{value}” is not a point in time; write it as 2020-09-01T08:00:00+07:00, years"
          + " 1900 to 2100 (in a parameter write + as %2B)."),
  IN_THE_FUTURE(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} còn ở tương lai (bây giờ là {now}).",
      "“{place}”: {value} is still to come (it is {now} now)."),
  UNKNOWN_SOURCE(
      Kind.NOT_FOUND,
      "Đợt {campaign} không có số liệu từ nguồn {source}. Các nguồn đã nhập: {known}.",
      "Campaign {campaign} has no figures from source {source}. Imported sources: {known}."),
  NOTHING_TO_CONFIRM(
      Kind.CONFLICT,
      "Nguồn {source} không có số liệu nào của đơn vị {unit} đang chờ xác nhận. Xem danh sách khác"
          + " biệt của nguồn.",
      "Source {source} has no figures of unit {unit} that await confirmation. The source's"
          + " differences show what does."),
  OTHER_IMPORT_IN_FORCE(
      Kind.CONFLICT,
      "Nguồn {source} nay ở phiên bản {inForce}, không còn là {version} mà bạn đã xem. Xem lại danh"
          + " sách khác biệt rồi xác nhận.",
      "Source {source} is at version {inForce} now, no longer at {version} that you saw. Read the"
          + " differences again, then confirm."),
  BAD_SOURCE_ID(
      Kind.MALFORMED,
      "“{source}” không dùng làm mã nguồn được (chữ thường, số, dấu gạch nối; 1 đến 40 ký tự).",
      "“{source}” cannot name a source (lower-case letters, digits, hyphens; 1 to 40 characters)."),
  BAD_FIGURES(
      Kind.MALFORMED,
      "{place}: không đọc được “{value}”. Viết a=187;b=193 (mỗi dữ liệu một lần) hoặc JSON.",
      "{place}: “{value}” cannot be read. Write a=187;b=193 (each input once) or JSON."),
  TWO_NUMBERS(
      Kind.UNPROCESSABLE,
      "{place}: “{value}” có thể là {whole} hoặc {fraction}. Viết liền, không dấu tách hàng nghìn,"
          + " dấu chấm trước phần thập phân: {whole} hoặc {fraction}.",
      "{place}: “{value}” can mean {whole} or {fraction}. Write it without a mark between thousands"
          + " and with a point before decimals: {whole} or {fraction}."),
  NOT_FROM_SHARED_SYSTEM(
      Kind.UNPROCESSABLE,
      "{place}: tiêu chí {criterion} không kiểm bằng hệ thống dùng chung (verifyBy là {value}) nên"
          + " không nhập số liệu của tỉnh.",
      "{place}: criterion {criterion} is not verified on a shared system (verifyBy is {value}), so"
          + " it takes no figure of the province."),
  FIGURE_OF_OTHER_SOURCE(
      Kind.UNPROCESSABLE,
      "{place}: nguồn {source} đã có số liệu của đơn vị {unit}, tiêu chí {criterion}. Mỗi số liệu"
          + " chỉ lấy từ một nguồn.",
      "{place}: source {source} gives unit {unit}, criterion {criterion} already. A figure has one"
          + " source."),
  NO_FIGURES(
      Kind.UNPROCESSABLE,
      "Tệp không có số liệu nào; cần ít nhất một dòng sau dòng tiêu đề.",
      "The file has no figure; at least one line after the header is needed."),
  NEEDS_UNITS(
      Kind.CONFLICT,
      "Đợt {campaign} chưa có danh sách đơn vị. Nhập danh sách trước.",
      "Campaign {campaign} has no units yet. Import them first."),
  NO_BASELINE(
      Kind.CONFLICT,
      "Tiêu chí {criterion} không có số liệu của tỉnh để xác nhận hay phản hồi. Gửi “inputs”.",
      "Criterion {criterion} has no figure of the province to confirm or contest. Send “inputs”."),
  STALE_BASELINE(
      Kind.STALE,
      "Số liệu của tỉnh cho tiêu chí {criterion} đã đổi sau khi bạn đọc (nay là bản {version}). Đọc"
          + " lại phiếu rồi xác nhận hoặc phản hồi.",
      "The province's figure for criterion {criterion} has changed since you read it (now version"
          + " {version}). Read the form again, then confirm or contest."),
  CONTEST_NEEDS_REASON(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion} đã có số liệu của tỉnh ({figure}, nguồn {source}). Số liệu khác phải"
          + " kèm lý do: gửi “contest” với “reason”; nếu số liệu của tỉnh đúng thì gửi “confirm”:"
          + " true.",
      "Criterion {criterion} has a figure of the province ({figure}, source {source}). Another"
          + " figure needs a reason: send “contest” with “reason”; if the province's is right,"
          + " “confirm”: true."),
  NOTHING_TO_CONTEST(
      Kind.UNPROCESSABLE,
      "Số liệu gửi lên cho tiêu chí {criterion} trùng với số liệu của tỉnh. Gửi “confirm”: true.",
      "The figure sent for criterion {criterion} equals the province's. Send “confirm”: true."),
  UNCONFIRMED(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: số liệu của tỉnh (nguồn {source}) chưa được xác nhận hay phản hồi.",
      "Criterion {criterion}: the province's figure (source {source}) is neither confirmed nor"
          + " contested."),

  NO_EARLIER_CAMPAIGN(
      Kind.UNPROCESSABLE,
      "“{place}”: không có đợt đánh giá trước mã {value}.",
      "“{place}”: there is no earlier campaign {value}."),

  // What the stage, the clock or the state forbids.
  CAMPAIGN_EXISTS(
      Kind.CONFLICT,
      "Đã có đợt đánh giá mã {campaign}. Chọn mã khác.",
      "Campaign {campaign} exists already. Choose another id."),
  WRONG_STAGE(
      Kind.CONFLICT,
      "Đợt {campaign} đang ở bước {stage}; việc này chỉ làm được ở bước {needed}.",
      "Campaign {campaign} is at stage {stage}; this can be done only at {needed}."),
  NOT_READY_TO_OPEN(
      Kind.CONFLICT,
      "Chưa phát phiếu được: đợt {campaign} còn thiếu {missingVi}.",
      "The forms cannot be sent yet: campaign {campaign} lacks {missing}."),
  DUE_DATE_PASSED(
      Kind.CONFLICT,
      "Hạn nộp của đợt {campaign} đã qua ({due}). Sửa hạn trước khi phát phiếu.",
      "The due date of campaign {campaign} has passed ({due}). Change it before opening."),
  SHORT_NOTICE(
      Kind.UNPROCESSABLE,
      "Phát phiếu lúc này thì {count} đơn vị không đủ số ngày trả lời, nêu dưới đây. Muốn phát, gửi"
          + " kèm “reason” (lý do).",
      "Sent now, the forms leave {count} units, named below, fewer days than promised. To send them"
          + " all the same, give a “reason”."),
  UNIT_AT_SHORT_NOTICE(
      Kind.UNPROCESSABLE,
      "{unit}: chỉ còn {days} ngày, quy định là {promised} ngày.",
      "{unit}: {days} days are left, {promised} are promised."),
  HOLIDAYS_BIND(
      Kind.CONFLICT,
      "Phiếu của đợt {campaign} đã phát nên {count} ngày nêu dưới đây không đổi được nữa, vì hạn"
          + " nộp đã tính theo bảng cũ. Đơn vị cần thêm thời gian thì gia hạn.",
      "The forms of campaign {campaign} are out, so {count} days named below can no longer change:"
          + " due dates were counted by the table. Give an extension where time is needed."),
  HOLIDAY_BINDS(
      Kind.CONFLICT,
      "Ngày {value} nằm trong thời hạn trả lời đang chạy.",
      "{value} lies within the terms that run."),
  WORKED_ANYWAY(
      Kind.UNPROCESSABLE,
      "{place}: {value} không phải thứ Bảy hay Chủ nhật; “work” (làm bù) chỉ dùng cho ngày cuối"
          + " tuần.",
      "{place}: {value} is no Saturday or Sunday; “work” is for weekend days that are worked."),
  ARRIVAL_OUT_OF_BOUNDS(
      Kind.UNPROCESSABLE,
      "“{place}”: ngày đến {value} phải từ ngày phát phiếu ({sent}) đến hôm nay ({today}).",
      "“{place}”: the day of arrival {value} must lie between the sending ({sent}) and today"
          + " ({today})."),
  ARRIVAL_TOO_LATE(
      Kind.CONFLICT,
      "Hạn nộp của đơn vị {unit} ({due}) đã qua; ngày đến chỉ còn cơ quan thường trực sửa được.",
      "The due date of unit {unit} ({due}) has passed; only the standing office can still correct"
          + " the day of arrival."),
  EXTENSION_OUT_OF_BOUNDS(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} không được; gia hạn đến một ngày từ {first} đến {last}.",
      "“{place}”: {value} will not do; an extension ends on a day from {first} to {last}."),
  EXTENSION_PENDING(
      Kind.CONFLICT,
      "Đơn vị {unit} đã có đề nghị gia hạn {request} đến {until} đang chờ trả lời.",
      "Unit {unit} has asked for an extension already ({request}, until {until}); it waits for an"
          + " answer."),
  EXTENSION_NOT_ASKED(
      Kind.CONFLICT,
      "Đơn vị {unit} không có đề nghị gia hạn {request} đang chờ (đang chờ: {open}). Đọc lại"
          + " phiếu.",
      "Unit {unit} has no request {request} that waits (waiting: {open}). Read the form again."),
  LATE_REFUSED(
      Kind.CONFLICT,
      "Hạn nộp của đơn vị {unit} là hết ngày {due}; đợt này không nhận phiếu nộp muộn. Hãy đề nghị"
          + " gia hạn.",
      "The form of unit {unit} was due by the end of {due}; this campaign takes no late forms. Ask"
          + " for an extension."),
  LATE_REASON_NEEDED(
      Kind.UNPROCESSABLE,
      "Hạn nộp của đơn vị {unit} là hết ngày {due}; nộp muộn phải nêu lý do trong “lateReason”.",
      "The form of unit {unit} was due by the end of {due}; a late form needs a “lateReason”."),
  FORM_LOCKED(
      Kind.CONFLICT,
      "Phiếu của đơn vị {unit} đã khóa lúc {closesAt}. Muốn sửa, đơn vị đề nghị gia hạn với cơ quan"
          + " thường trực.",
      "The form of unit {unit} was locked at {closesAt}. Ask the standing office for an"
          + " extension."),
  FORM_SUBMITTED(
      Kind.CONFLICT,
      "Phiếu của đơn vị {unit} đã nộp (trạng thái {state}) nên không sửa được.",
      "The form of unit {unit} has been submitted (state {state}) and cannot be changed."),
  INCOMPLETE_FORM(
      Kind.UNPROCESSABLE,
      "Phiếu của đơn vị {unit} chưa nộp được: {count} chỗ còn thiếu, nêu dưới đây.",
      "The form of unit {unit} cannot be submitted: {count} places are open, named below."),
  UNANSWERED(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion} chưa có câu trả lời.",
      "Criterion {criterion} has no answer."),
  CORRECTED_SINCE(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion} đã được đính chính theo công văn {letter} ngày {date} sau khi đơn vị"
          + " trả lời. Xem nội dung mới và trả lời lại.",
      "Criterion {criterion} was corrected by letter {letter} of {date} after the unit had answered"
          + " it. See what it asks now and answer again."),
  FILE_NOT_UPLOADED(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” của tiêu chí {criterion} chưa được tải lên. Tải lên hoặc rút tệp.",
      "File “{fileName}” of criterion {criterion} was never uploaded. Upload or withdraw it."),
  FILE_REFUSED(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” của tiêu chí {criterion} không được chấp nhận. Rút tệp và tải tệp khác.",
      "File “{fileName}” of criterion {criterion} was refused. Withdraw it and upload another."),
  BAD_CHECK_CODE(
      Kind.MALFORMED,
      "“{place}”: “{value}” không phải mã chốt. Mã có bốn nhóm bốn ký tự, ký tự cuối dùng để kiểm"
          + " tra; hãy đọc lại trên bản in.",
      "“{place}”: “{value}” is no check code. A code has four groups of four characters, the last"
          + " of which checks the others; read it again from the paper."),
  CODE_UNKNOWN(
      Kind.STALE,
      "Phiếu của đơn vị {unit} trong đợt này chưa từng có mã chốt {code}. Kiểm tra bản in: có thể"
          + " là phiếu của đơn vị khác hoặc đợt khác.",
      "The form of unit {unit} in this campaign never had the check code {code}. Look at the paper:"
          + " it may be another unit's, or another campaign's."),
  CODE_NOT_IN_FORCE(
      Kind.STALE,
      "Mã chốt {code} không còn đúng với phiếu của đơn vị {unit}: {count} chỗ đã đổi sau khi chốt,"
          + " nêu dưới đây. Chốt lại, in và ký bản mới.",
      "Check code {code} no longer says what the form of unit {unit} says: {count} places have"
          + " changed since, named below. Close it again, print and sign the new one."),
  ANSWER_CHANGED_SINCE(
      Kind.STALE,
      "Tiêu chí {criterion}: khi chốt là {old} ({oldPoints} điểm), nay là {new} ({newPoints}"
          + " điểm).",
      "Criterion {criterion}: {old} when it was closed ({oldPoints} points), {new} now ({newPoints}"
          + " points)."),
  WORDS_CHANGED_SINCE(
      Kind.STALE,
      "Tiêu chí {criterion}: số liệu vẫn vậy nhưng ghi chú, lý do hoặc xác nhận đã đổi sau khi"
          + " chốt.",
      "Criterion {criterion}: the figures are the same, but the note, the reason or the"
          + " confirmation has changed since it was closed."),
  FORM_HEAD_CHANGED_SINCE(
      Kind.STALE,
      "Phần thông tin chung của phiếu (địa chỉ, biên chế, dân số, doanh nghiệp) đã đổi sau khi"
          + " chốt.",
      "The head of the form (address, staff, residents, enterprises) has changed since closing."),
  FILE_ADDED_SINCE(
      Kind.STALE,
      "Tệp “{fileName}” được thêm sau khi chốt.",
      "File “{fileName}” was added after closing."),
  FILE_WITHDRAWN_SINCE(
      Kind.STALE,
      "Tệp “{fileName}” đã rút sau khi chốt.",
      "File “{fileName}” was withdrawn after closing."),
  FILE_DESCRIBED_SINCE(
      Kind.STALE,
      "Mô tả của tệp “{fileName}” đã đổi sau khi chốt.",
      "What is said of file “{fileName}” has changed since closing."),
  SIGNATURE_OVERDUE(
      Kind.CONFLICT,
      "Phiếu của đơn vị {unit} đã chốt nhưng chưa ký đến hết {signBy}, và phiếu đã khóa. Đề nghị cơ"
          + " quan thường trực gia hạn.",
      "The form of unit {unit} was closed but not signed by {signBy}, and is locked now. Ask the"
          + " standing office for an extension."),
  NOT_A_SIGNED_FORM(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” không phải bản phiếu đã ký mà là {whatVi}. Tải bản phiếu đã ký, đóng dấu"
          + " lên với “purpose”: “signed-form” rồi nêu mã của tệp đó.",
      "File “{fileName}” is not the signed form but {what}. Upload the signed and stamped form with"
          + " “purpose”: “signed-form” and name that file."),
  SIGNED_FORM_GONE(
      Kind.CONFLICT,
      "Bản phiếu đã ký “{fileName}” không dùng được: đã rút, hết hạn tải lên hoặc không được chấp"
          + " nhận ({state}). Tải bản khác.",
      "The signed form “{fileName}” cannot be used: withdrawn, never uploaded in time or refused"
          + " ({state}). Upload another."),
  SIGNED_FORM_NOT_UPLOADED(
      Kind.UNPROCESSABLE,
      "Bản phiếu đã ký “{fileName}” chưa được tải lên. Tải lên rồi gửi lại.",
      "The signed form “{fileName}” was never uploaded. Upload it and send this again."),
  CRITERION_NOT_REOPENED(
      Kind.CONFLICT,
      "Phiếu của đơn vị {unit} đã nộp; chỉ sửa được các tiêu chí đang mở lại: {criteria}.",
      "The form of unit {unit} is submitted; only the criteria that are open again can be changed:"
          + " {criteria}."),
  NOTHING_TO_CORRECT(
      Kind.CONFLICT,
      "Bộ tiêu chí gửi lên không khác bộ đang dùng của nhóm {group} (phiên bản {version}), nên"
          + " không có gì để đính chính.",
      "The set sent does not differ from the one in force for group {group} (version {version});"
          + " there is nothing to correct."),
  CORRECTION_TOO_SHORT(
      Kind.UNPROCESSABLE,
      "Đính chính phải dành cho đơn vị ít nhất {min} ngày làm việc để trả lời lại; số ngày gửi lên"
          + " là {days}.",
      "A correction must leave units at least {min} working days to answer again; {days} were"
          + " given."),
  CORRECTION_TOO_LATE(
      Kind.UNPROCESSABLE,
      "Hạn trả lời lại là hết ngày {until}, sau ngày {last} là ngày cuối trước khi phải xong thẩm"
          + " định. Giảm số ngày, hoặc giữ nguyên bộ tiêu chí.",
      "The time to answer again would end on {until}, after {last}, the last day before the"
          + " appraisal must be done. Give fewer days, or leave the criteria as they are."),
  UNKNOWN_CRITERIA_VERSION(
      Kind.NOT_FOUND,
      "Nhóm {group} của đợt {campaign} chưa từng dùng bộ tiêu chí phiên bản {version}. Bỏ tham số"
          + " version để xem bộ đang dùng.",
      "Group {group} of campaign {campaign} was never judged by criteria version {version}. Leave"
          + " the version out to see the set in force."),
  NO_CRITERIA(
      Kind.NOT_FOUND,
      "Đợt {campaign} chưa có bộ tiêu chí của nhóm {group}. Nhập bộ tiêu chí trước.",
      "Campaign {campaign} has no criteria for group {group} yet. Import them first."),
  NO_ANSWERS_TO_REPLAY(
      Kind.UNPROCESSABLE,
      "Đợt {campaign} chưa gửi phiếu nào cho nhóm {group} nên không có câu trả lời để chạy thử.",
      "Campaign {campaign} has sent no forms to group {group}, so there are no answers to replay."),
  NO_AUDIT(
      Kind.NOT_FOUND,
      "Đợt {campaign} chưa kiểm tra lại kho minh chứng lần nào. Gọi POST evidence-verification.",
      "The evidence of campaign {campaign} was never verified. POST evidence-verification does."),

  // What comes back of a copy that was filled in offline.
  COPY_CONFLICTS(
      Kind.CONFLICT,
      "Bản điền ngoại tuyến chưa được ghi: {conflicts} tiêu chí hai bên cùng sửa và {faults} chỗ"
          + " không ghi được, nêu dưới đây. Với mỗi tiêu chí hai bên cùng sửa, chọn số liệu rồi gửi"
          + " lại kèm etag mới.",
      "The offline copy was not saved: {conflicts} criteria were changed on both sides and {faults}"
          + " places cannot be saved, named below. Settle each criterion and send it again with the"
          + " newer etag."),
  COPY_FAULTY(
      Kind.UNPROCESSABLE,
      "Bản điền ngoại tuyến chưa được ghi: {faults} chỗ không ghi được, nêu dưới đây. Sửa rồi gửi"
          + " lại toàn bộ.",
      "The offline copy was not saved: {faults} places cannot be saved, named below. Mend them and"
          + " send the whole again."),
  CHANGED_ON_BOTH_SIDES(
      Kind.CONFLICT,
      "Tiêu chí {criterion}: bản gửi lên ghi {mine}; trong phiếu đã có {theirs} (etag {etag}); lúc"
          + " tải phiếu là {base}.",
      "Criterion {criterion}: the copy says {mine}; the form has {theirs} by now (etag {etag}); the"
          + " copy began from {base}."),
  CRITERION_CHANGED(
      Kind.CONFLICT,
      "Tiêu chí {criterion} đã được sửa sau khi bạn tải phiếu (bản {seen}, nay là bản {version})."
          + " Tải lại phiếu rồi điền lại tiêu chí này.",
      "Criterion {criterion} was corrected after you took your copy (version {seen}, now"
          + " {version}). Download the form again and answer it anew."),
  COMPUTED_CRITERION(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion} do hệ thống tự tính, không nhập được. Bỏ số liệu đã ghi ở tiêu chí"
          + " này.",
      "Criterion {criterion} is computed by the system and cannot be typed. Leave it out."),
  TOO_MANY_ANSWERS(
      Kind.UNPROCESSABLE,
      "“{place}”: {count} tiêu chí thay đổi, một lần ghi tối đa {limit}. Gửi làm nhiều lần.",
      "“{place}”: {count} criteria are changed, at most {limit} are saved at once. Send them in"
          + " parts."),

  // What comes back of a form's workbook.
  NOT_A_FORM_WORKBOOK(
      Kind.UNPROCESSABLE,
      "Tệp này không phải phiếu tải từ hệ thống (thiếu phần ẩn). Tải phiếu về, điền vào chính tệp"
          + " đó rồi gửi lại; không chép sang tệp khác.",
      "This is no form that was downloaded from here (its hidden part is missing). Download the"
          + " form, fill in that very file and send it; do not copy it into another."),
  FORM_WORKBOOK_DAMAGED(
      Kind.UNPROCESSABLE,
      "Phần ẩn của tệp đã bị sửa hoặc hỏng nên không biết phiếu bắt đầu từ đâu. Tải phiếu về lại và"
          + " chép các giá trị sang tệp mới.",
      "The hidden part of the file was changed or damaged, so what it began from is not known."
          + " Download the form again and copy the values into the new file."),
  WORKBOOK_OF_ANOTHER(
      Kind.UNPROCESSABLE,
      "Tệp này là phiếu của đơn vị {unit}, đợt {campaign}; ở đây cần phiếu của đơn vị {expected},"
          + " đợt {expectedCampaign}.",
      "This is the form of unit {unit}, campaign {campaign}; here the form of unit {expected},"
          + " campaign {expectedCampaign} is needed."),
  WORKBOOK_OF_OTHER_CRITERIA(
      Kind.UNPROCESSABLE,
      "Tệp này theo bộ tiêu chí bản {version}, không có trong đợt này. Tải phiếu về lại và chép các"
          + " giá trị sang tệp mới.",
      "This file follows version {version} of the criteria, which this campaign never had. Download"
          + " the form again and copy the values into the new file."),
  TICKED_AND_NONE(
      Kind.UNPROCESSABLE,
      "“{place}”: đã đánh dấu “không có mục nào” cùng với mục khác. Bỏ một trong hai.",
      "“{place}”: “none of these” is ticked together with others. Drop one of the two."),
  TWO_ANSWERS(
      Kind.UNPROCESSABLE,
      "“{place}”: tiêu chí {criterion} vừa có số liệu vừa ghi không áp dụng. Bỏ một trong hai.",
      "“{place}”: criterion {criterion} has figures and is said not to apply. Drop one of the"
          + " two."),
  NOTHING_SAID(
      Kind.UNPROCESSABLE,
      "“{place}”: tiêu chí {criterion} thiếu giá trị. Câu trả lời đã ghi thì sửa được nhưng không"
          + " xóa được; ghi chú và lý do phải đi kèm giá trị. Danh mục không có mục nào thì đánh"
          + " dấu dòng “-”.",
      "“{place}”: criterion {criterion} has no value. A saved answer can be changed, not erased;"
          + " notes and reasons go with a value. In a checklist where nothing holds, tick the line"
          + " “-”."),
  UNKNOWN_ROW(
      Kind.UNPROCESSABLE,
      "“{place}”: phiếu không có dòng {criterion} mục {key}. Mã và mục không được sửa; dòng thêm"
          + " vào thì xóa đi.",
      "“{place}”: the form has no row {criterion} {key}. Ids and keys must stay; delete rows that"
          + " were added."),
  MISSING_ROW(
      Kind.UNPROCESSABLE,
      "“{place}”: thiếu dòng {criterion} mục {key}. Khôi phục dòng đã xóa rồi gửi lại.",
      "“{place}”: row {criterion} {key} is missing. Restore it and send the file again."),
  NOT_A_DISTRICT(
      Kind.UNPROCESSABLE,
      "Đơn vị {unit} không phải UBND cấp huyện nên không tổng hợp phiếu cấp xã.",
      "Unit {unit} is no district, so it consolidates no communes."),
  NOTHING_READY(
      Kind.CONFLICT,
      "Chưa có phiếu cấp xã nào sẵn sàng để chuyển.",
      "No commune's form is ready to be forwarded."),
  COMMUNES_NOT_READY(
      Kind.CONFLICT,
      "Chưa chuyển được: {count} đơn vị nêu dưới đây chưa nộp phiếu cho cấp huyện.",
      "Not forwarded: {count} units named below have not submitted to the district."),
  COMMUNE_NOT_READY(
      Kind.CONFLICT,
      "{unit}: trạng thái {state}, chưa ở bước chờ cấp huyện.",
      "{unit}: state {state}, not waiting at the district."),
  NOT_A_COMMUNE_OF(
      Kind.UNPROCESSABLE,
      "“{place}”: {value} không thuộc {unit}.",
      "“{place}”: {value} does not belong to {unit}."),
  FORMS_STILL_OPEN(
      Kind.CONFLICT,
      "Chưa lập báo cáo được: {count} phiếu còn sửa hoặc ký được ({units}). Chờ nộp hoặc hết hạn.",
      "No report yet: {count} forms can still change or be signed ({units}). Wait for submission or"
          + " the end of their time."),

  EVIDENCE_LOCKED(
      Kind.CONFLICT,
      "Tài liệu {evidence} đã được ký nộp cùng phiếu nên không rút được nữa.",
      "Evidence {evidence} was signed for with the form; it can no longer be withdrawn."),

  // Files.
  FILE_TYPE_REFUSED(
      Kind.UNPROCESSABLE,
      "“{place}”: loại tệp {valueVi} không được nhận. Lưu hoặc xuất tệp thành loại được nhận rồi"
          + " tải lên: {knownVi}.",
      "“{place}”: file type {value} is not accepted. Save or export the file as an accepted type"
          + " and upload that: {known}."),
  FILE_TOO_LARGE(
      Kind.UNPROCESSABLE,
      "“{place}”: tệp dài {value} byte, tối đa {limit} mỗi tệp. Chia thành nhiều tệp, hoặc quét lại"
          + " với độ phân giải thấp hơn.",
      "“{place}”: {value} bytes, at most {limit} a file. Split it, or scan it again with a lower"
          + " resolution."),
  TOO_MUCH_EVIDENCE(
      Kind.UNPROCESSABLE,
      "Với tệp này đơn vị {unit} vượt {limit} dành cho tài liệu minh chứng. Rút bớt tệp không cần,"
          + " hoặc dùng tệp nhẹ hơn.",
      "With this file unit {unit} is over the {limit} for evidence. Withdraw files that are not"
          + " needed, or use a smaller file."),

  TOO_MANY_GRANTS(
      Kind.TOO_MANY,
      "Đơn vị {unit} xin tải lên quá nhanh (tối đa {limit} tệp mỗi phút). Chờ một phút rồi làm"
          + " tiếp; các tệp đã xin vẫn tải lên được.",
      "Unit {unit} asks for uploads too fast (at most {limit} files a minute). Wait a minute and go"
          + " on; what was granted can still be uploaded."),
  TOO_MANY_FILES(
      Kind.UNPROCESSABLE,
      "Đơn vị {unit} đã có {limit} bản ghi minh chứng, kể cả tệp đã rút; không thêm được nữa. Đề"
          + " nghị báo cơ quan thường trực.",
      "Unit {unit} has {limit} evidence records, withdrawn ones included; no more can be added."
          + " Please tell the standing office."),

  // Why an uploaded file is refused: shown at the file, with its name.
  FILE_SIZE_DIFFERS(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” tải lên có kích thước khác với khai báo. Có thể tệp đã bị sửa khi đang tải"
          + " lên; hãy tải lại.",
      "File “{fileName}” arrived with another size than declared. It may have been changed while it"
          + " was uploaded; upload it again."),
  FILE_HASH_DIFFERS(
      Kind.UNPROCESSABLE,
      "Nội dung tệp “{fileName}” tải lên khác với khai báo (mã SHA-256 không khớp). Hãy tải lại.",
      "File “{fileName}” arrived with other bytes than declared (SHA-256). Upload it again."),
  FILE_TYPE_DIFFERS(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” được khai là {declaredVi} nhưng nội dung là {detectedVi}. Mở tệp bằng phần"
          + " mềm đã tạo ra nó, lưu lại đúng định dạng rồi tải lên.",
      "File “{fileName}” is declared as {declared} but its content is {detected}. Open it with the"
          + " program that made it, save it in the declared format, upload it again."),
  FILE_IS_PROGRAM(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” là chương trình hoặc trang web, không phải tài liệu. Trang web thì in ra"
          + " PDF rồi tải lên. Nếu không rõ vì sao tệp như vậy, máy tính có thể đã nhiễm mã độc;"
          + " hãy báo bộ phận công nghệ thông tin.",
      "File “{fileName}” is a program or a web page, not a document. Print a web page to PDF and"
          + " upload that. If you do not know why it is one, the computer may be infected; please"
          + " tell your IT staff."),
  FILE_ENCRYPTED(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” được đặt mật khẩu nên người thẩm định không mở được. Bỏ mật khẩu (Lưu bản"
          + " mới không mật khẩu) rồi tải lên lại.",
      "File “{fileName}” is protected by a password, so appraisers cannot open it. Save it without"
          + " a password and upload it again."),
  FILE_WITH_MACROS(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” có chứa macro (mã lệnh). Lưu lại dạng .docx, .xlsx không macro hoặc PDF rồi"
          + " tải lên.",
      "File “{fileName}” carries macros (program code). Save it as .docx or .xlsx without macros,"
          + " or as PDF, and upload it again."),
  FILE_WITH_SCRIPT(
      Kind.UNPROCESSABLE,
      "Tệp PDF “{fileName}” có lệnh tự chạy (JavaScript, mở chương trình hoặc nội dung đa phương"
          + " tiện có mã lệnh). In lại tệp ra PDF (In → Microsoft Print to PDF) rồi tải bản in"
          + " lên.",
      "PDF “{fileName}” carries actions that run scripts or programs (JavaScript, Launch, media"
          + " with code). Print it to PDF (Print → Microsoft Print to PDF) and upload that print."),
  FILE_FETCHES_ANOTHER(
      Kind.UNPROCESSABLE,
      "Khi mở, tệp “{fileName}” lấy nội dung từ nơi khác hoặc chạy chương trình (mẫu trên mạng,"
          + " liên kết OLE, DDE). Ngắt liên kết (Tệp → Thông tin → Sửa liên kết → Ngắt) hoặc lưu"
          + " thành PDF, rồi tải lên.",
      "When it is opened, file “{fileName}” fetches another one or runs a program (a template on a"
          + " network, a linked OLE object, DDE). Break its links (File → Info → Edit Links) or"
          + " save it as PDF, and upload that."),
  FILE_EXPLODES(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” nén bất thường (giải nén ra quá lớn hoặc quá nhiều lớp). Mở tệp, lưu lại"
          + " dạng PDF rồi tải lên.",
      "File “{fileName}” is compressed in an unusual way (it unfolds to far too much, or in too"
          + " many layers). Open it, save it as PDF and upload that."),
  FILE_DAMAGED(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” bị hỏng, không đọc được. Mở thử trên máy, lưu lại rồi tải lên.",
      "File “{fileName}” is damaged and cannot be read. Try to open it, save it anew and upload it"
          + " again."),
  FILE_CHANGED(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” đã thay đổi hoặc mất trong lúc kiểm tra. Hãy tải lại.",
      "File “{fileName}” changed or went away while it was checked. Upload it again."),
  FILE_INFECTED(
      Kind.UNPROCESSABLE,
      "Tệp “{fileName}” có mã độc nên bị từ chối. Quét mã độc máy tính, lập lại tệp từ nguồn sạch"
          + " rồi tải lên.",
      "File “{fileName}” contains malware and was refused. Scan the computer, make the file anew"
          + " from a clean source and upload that."),
  FILE_NOT_SCANNABLE(
      Kind.UNPROCESSABLE,
      "Không quét được mã độc trong tệp “{fileName}” (có mật khẩu hoặc định dạng lạ). Lưu lại dạng"
          + " PDF rồi tải lên.",
      "File “{fileName}” cannot be scanned for malware (a password or an odd format). Save it as"
          + " PDF and upload that."),
  FILE_SCAN_FAILED(
      Kind.UNPROCESSABLE,
      "Bộ quét mã độc gặp lỗi với tệp “{fileName}”; lỗi ở phía hệ thống, cơ quan thường trực đã"
          + " được báo. Hãy tải lại tệp.",
      "The malware scanner failed on file “{fileName}”; the fault is on our side and the standing"
          + " office is told. Upload the file again."),

  // What a clerk should look at again; nothing is refused for it.
  FILE_HAS_ATTACHMENTS(
      Kind.UNPROCESSABLE,
      "Bên trong tệp “{fileName}” có tệp khác đính kèm (số lượng: {attachments}). Mở bằng phần mềm"
          + " đọc PDF, mục Tệp đính kèm, để xem; tệp quan trọng nên tải lên riêng.",
      "Other files are attached to “{fileName}” ({attachments}). A PDF reader lists them under"
          + " attachments; a file that matters is better uploaded by itself."),
  PERIOD_OUTSIDE(
      Kind.UNPROCESSABLE,
      "Kỳ số liệu “{period}” nằm ngoài kỳ đánh giá ({from} đến {to}). Kiểm tra lại tài" + " liệu.",
      "The period “{period}” is outside the data period ({from} to {to}). Please check the file."),
  PERIOD_NOT_READ(
      Kind.UNPROCESSABLE,
      "Không hiểu kỳ số liệu “{period}”. Viết như 2020, Quý III/2020, 7/2020 hoặc"
          + " 01/01/2020 - 30/9/2020.",
      "The period “{period}” cannot be read. Write 2020, 2020-Q3, 2020-07 or"
          + " 2020-01-01/2020-09-30."),

  REASON_TOO_SHORT(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: lý do không áp dụng “{reason}” quá ngắn (dưới {least} ký tự) và không"
          + " có ghi chú; tổ thẩm định có thể không chấp nhận.",
      "Criterion {criterion}: the reason “{reason}” for not applicable is short (under {least}"
          + " characters) and has no note; the team may not accept it."),
  ALL_WITHOUT_EVIDENCE(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: số đạt bằng đúng tổng số ({value}) nhưng chưa có minh chứng nào.",
      "Criterion {criterion}: the part equals its whole ({value}), and no evidence is cited."),
  FULL_POINTS_WITHOUT_EVIDENCE(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: tự chấm đủ {points} điểm nhưng chưa có minh chứng nào.",
      "Criterion {criterion}: scored with all {points} points, and no evidence is cited."),
  SHARE_JUMPED(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: tỷ lệ đổi từ {was}% năm trước thành {is}%, hơn {limit} điểm phần trăm."
          + " Kiểm tra lại số liệu.",
      "Criterion {criterion}: the share moved from {was}% last year to {is}%, by more than {limit}"
          + " percentage points. Please check."),
  FIGURE_JUMPED(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: “{label}” đổi từ {was} năm trước thành {is}, hơn {limit}%. Kiểm tra"
          + " lại số liệu.",
      "Criterion {criterion}: “{label}” moved from {was} last year to {is}, by more than {limit}"
          + " per cent. Please check."),
  WHOLES_DIFFER(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: “{label}” là {value}, còn ở tiêu chí {other} là {first}.",
      "Criterion {criterion}: “{label}” is {value}, and {first} in criterion {other}."),
  STAFF_DIFFERS(
      Kind.UNPROCESSABLE,
      "Tiêu chí {criterion}: “{label}” là {value}, còn phần thông tin chung của phiếu ghi {staff}"
          + " người.",
      "Criterion {criterion}: “{label}” is {value}, and the head of the form says {staff} people."),
  LAST_YEAR_MERGED(
      Kind.UNPROCESSABLE,
      "Không so được với năm trước: đơn vị được lập từ nhiều đơn vị ({units}).",
      "Not comparable with last year: the unit was made of several units ({units})."),
  LAST_YEAR_SPLIT(
      Kind.UNPROCESSABLE,
      "Không so được với năm trước: đơn vị tách từ {units}, nay thuộc nhiều đơn vị.",
      "Not comparable with last year: the unit is a part of {units}, which others share."),
  LAST_YEAR_NEW(
      Kind.UNPROCESSABLE,
      "Không so được với năm trước: đợt trước không có đơn vị này.",
      "Not comparable with last year: the earlier campaign does not know this unit."),
  LAST_YEAR_OTHER_GROUP(
      Kind.UNPROCESSABLE,
      "Không so được với năm trước: khi đó đơn vị ({units}) thuộc nhóm khác.",
      "Not comparable with last year: the unit ({units}) was in another group then."),

  // What we depend on.
  UNAVAILABLE(
      Kind.BUSY,
      "Hệ thống lưu trữ không trả lời kịp. Gửi lại đúng yêu cầu này; gửi hai lần cũng không ghi"
          + " hai lần.",
      "The storage did not answer in time. Send exactly this request again; sending it twice does"
          + " not write twice."),
  INTERNAL(
      Kind.INTERNAL,
      "Có lỗi ở phía hệ thống (mã tra cứu {id}). Đề nghị báo cơ quan thường trực.",
      "Something failed on our side (reference {id}). Please tell the standing office."),

  // Writing against what others wrote.
  IF_MATCH_REQUIRED(
      Kind.PRECONDITION_REQUIRED,
      "Ở đây đã có dữ liệu (etag {etag}). Gửi lại kèm If-Match với etag đã đọc để không ghi đè của"
          + " người khác.",
      "Something is stored here (etag {etag}). Send If-Match with the etag you have read, so that"
          + " nobody's work is overwritten."),
  IF_MATCH_ANY(
      Kind.PRECONDITION_REQUIRED,
      "If-Match: * không được nhận, vì sẽ ghi đè điều chưa ai đọc (nay là etag {etag}). Đọc lại rồi"
          + " gửi If-Match với etag đã đọc; nếu ở đây chưa có dữ liệu (etag -) thì bỏ If-Match.",
      "If-Match: * is not accepted, as it would overwrite what nobody has read (now etag {etag})."
          + " Read it, then send If-Match with that etag; where nothing is stored (etag -) send no"
          + " If-Match."),
  STALE(
      Kind.STALE,
      "Dữ liệu đã đổi sau khi bạn đọc (nay là etag {etag}). Đọc lại, so sánh rồi gửi lại.",
      "This has changed since you read it (now etag {etag}). Read it again, compare, send again."),
  KEY_REUSED(
      Kind.UNPROCESSABLE,
      "Idempotency-Key này đã dùng cho một nội dung khác. Dùng khóa mới cho yêu cầu mới.",
      "This Idempotency-Key was used with another body. Use a new key for a new request."),
  BUSY(
      Kind.BUSY,
      "Nhiều người đang ghi cùng lúc; chưa có gì được ghi. Thử lại sau vài giây.",
      "Many hands are writing at once; nothing was written. Try again in a few seconds."),

  // Rules of parts, and of a group of units.
  RULE_TOO_DEEP(
      Kind.UNPROCESSABLE,
      "“{place}”: cách chấm lồng nhau quá {max} tầng. Tách thành nhiều tiêu chí.",
      "“{place}”: the rule is nested more than {max} levels deep. Make several criteria of it."),
  PART_CANNOT_DROP(
      Kind.UNPROCESSABLE,
      "“{place}”: một phần của tiêu chí không thể rút khỏi điểm tối đa; chọn “zero”, hoặc tách phần"
          + " này thành tiêu chí riêng.",
      "“{place}”: a part of a criterion cannot leave its maximum; take “zero”, or make a criterion"
          + " of the part."),
  RELATIVE_NOT_HERE(
      Kind.UNPROCESSABLE,
      "“{place}”: chấm theo đơn vị tốt nhất không dùng được trong “best”, điểm thưởng và điểm trừ;"
          + " chỉ dùng cho cả tiêu chí hoặc cho một phần của “sum”.",
      "“{place}”: a rule relative to the best cannot stand in “best”, nor among bonus or penalty"
          + " points; only as a criterion's own rule or as a part of “sum”."),
  LEVELS_OF_EXTRA_POINTS(
      Kind.UNPROCESSABLE,
      "“{place}”: nhóm điểm thưởng, điểm trừ không có tỷ lệ nên không có mức. Bỏ trường này.",
      "“{place}”: a group of bonus or penalty points has no percentage, so it has no levels. Leave"
          + " the field out."),
  DERIVED_OF_ITSELF(
      Kind.UNPROCESSABLE,
      "“{place}”: chỉ bộ tiêu chí cấp huyện (nhóm 2) lấy được số liệu từ cấp xã; ở bộ này số liệu"
          + " sẽ được tính từ chính nó. Bỏ trường “origin”, hoặc dùng “computed”.",
      "“{place}”: only a set of districts (group 2) can derive figures from its communes; in this"
          + " set they would be derived from themselves. Leave “origin” out, or take “computed”."),
  UNIT_NOT_IN_GROUP(
      Kind.UNPROCESSABLE,
      "“{place}”: nhóm {group} không có đơn vị mã {unit}. Mã phải đúng từng ký tự.",
      "“{place}”: group {group} has no unit {unit}. Codes must match to the letter."),
  EXEMPT_ALREADY(
      Kind.UNPROCESSABLE,
      "“{place}”: đơn vị {unit} đã được miễn tiêu chí {criterion} theo {decision}.",
      "“{place}”: unit {unit} is exempt from criterion {criterion} already, by {decision}."),
  CRITERION_NOT_ASSIGNED(
      Kind.CONFLICT,
      "Tiêu chí {criterion} không giao cho đơn vị {unit} (theo {decision}, ngày {date}), nên không"
          + " cần trả lời.",
      "Criterion {criterion} is not assigned to unit {unit} (by {decision} of {date}): there is"
          + " nothing to answer."),
  NO_ALTERNATIVE_GIVEN(
      Kind.UNPROCESSABLE,
      "“{place}”: cần trả lời ít nhất một trong các cách: {known}.",
      "“{place}”: at least one of the alternatives is to be answered: {known}.");

  /** What sort of refusal: decides the HTTP status, once, in the function ring. */
  public enum Kind {
    MALFORMED,
    UNSUPPORTED,
    TOO_LARGE,
    UNPROCESSABLE,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    STALE,
    PRECONDITION_REQUIRED,
    TOO_MANY,
    BUSY,
    INTERNAL
  }

  private final Kind kind;
  private final String vietnamese;
  private final String english;

  Problem(Kind kind, String vietnamese, String english) {
    this.kind = kind;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  public Kind kind() {
    return kind;
  }

  /** The stable name under which clients know this problem, as {@code unknown-unit}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The problem of a slug that was stored; none for a name that is no problem here. */
  public static Optional<Problem> ofSlug(String slug) {
    return Arrays.stream(values()).filter(problem -> problem.slug().equals(slug)).findFirst();
  }

  /** The text as written, with its slots. */
  public String text(Language language) {
    return language == Language.EN ? english : vietnamese;
  }

  /**
   * The text with its slots filled; a slot without a fact shows as an ellipsis. Days and moments
   * are told as people read them, but for {@code value}, which is what was sent, as it came.
   */
  public String detail(Language language, Map<String, String> facts) {
    String text = text(language);
    var filled = new StringBuilder(text.length() + 32);
    int from = 0;
    while (true) {
      int open = text.indexOf('{', from);
      if (open < 0) {
        return filled.append(text, from, text.length()).toString();
      }
      int close = text.indexOf('}', open);
      String slot = text.substring(open + 1, close);
      String fact = facts.getOrDefault(slot, "…");
      filled
          .append(text, from, open)
          .append(slot.equals("value") ? fact : PlainTime.of(fact, language));
      from = close + 1;
    }
  }
}
