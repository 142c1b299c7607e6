package vn.minhbach.function.http;

import java.net.URI;

/** A short link to what lies in S3, for a script: see {@link #to}. */
public record LinkReply(String url) implements ReplyPart {

  /**
   * Leads there, or tells the link where JSON is asked for: a script cannot follow, since a browser
   * that is sent on from one origin to another no longer names its page.
   */
  public static Reply to(URI content, Exchange on) {
    return on.request().asksForJson()
        ? Reply.ok(new LinkReply(content.toString()))
        : Reply.seeOther(content);
  }
}
