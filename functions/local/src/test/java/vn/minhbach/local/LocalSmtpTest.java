package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LocalSmtpTest {

  @Test
  void showsMailsAsTheyArrived() throws Exception {
    try (LocalSmtp smtp = LocalSmtp.start(0)) {
      Properties properties = new Properties();
      properties.put("mail.smtp.host", "localhost");
      properties.put("mail.smtp.port", String.valueOf(smtp.port()));
      MimeMessage message = new MimeMessage(Session.getInstance(properties));
      message.setFrom(new InternetAddress("stttt@example.vn", "Sở Thông tin", "UTF-8"));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress("unit@example.vn"));
      message.setSubject("Nhắc hạn tự đánh giá", "UTF-8");
      MimeBodyPart text = new MimeBodyPart();
      text.setText("Còn 3 ngày", "UTF-8");
      MimeBodyPart html = new MimeBodyPart();
      html.setText("<p>Còn 3 ngày</p>", "UTF-8", "html");
      message.setContent(new MimeMultipart("alternative", text, html));
      Transport.send(message);

      assertEquals(
          List.of(
              new LocalSmtp.Mail(
                  "stttt@example.vn",
                  List.of("unit@example.vn"),
                  "Nhắc hạn tự đánh giá",
                  "Còn 3 ngày",
                  "<p>Còn 3 ngày</p>")),
          smtp.received());
      smtp.clear();
      assertEquals(List.of(), smtp.received());
    }
  }
}
