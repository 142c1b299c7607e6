package vn.minhbach.function.http;

import java.util.Map;
import vn.minhbach.function.http.HttpFunction.Handler;

/** The routes of one capability; a Lambda function is a list of them. */
public interface Routes {

  /** Every route of the capability with its use. */
  Map<Route, Handler> handlers();
}
