package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void signsOfMarkupAreWrittenOut() {
    assertEquals(
        "Sở &lt;b&gt; &amp; &quot;A&quot; &#39;B&#39;", Markup.escaped("Sở <b> & \"A\" 'B'"));
    assertEquals("&amp;lt;", Markup.escaped("&lt;"));
    assertEquals("Xã 𠀋 Cộng Hòa", Markup.escaped("Xã 𠀋 Cộng Hòa"));
  }

  @Test
  void whatXmlCannotHoldIsABlank() {
    assertEquals("a b c ", Markup.escaped("a\u0000b\uFFFEc\uD800"));
    assertEquals("a\tb\r\nc", Markup.escaped("a\tb\r\nc"));
  }

  @Property
  void nothingThatIsTypedIsMarkup(@ForAll String typed) {
    assertTrue(Markup.escaped(typed).chars().noneMatch(c -> "<>\"'".indexOf(c) >= 0));
  }
}
