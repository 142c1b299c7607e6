package vn.minhbach.local.dynamodb;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Takes what is for the table straight to it, and all else another client's way.
 *
 * @param table the way to the table
 * @param port where the table's requests would go
 * @param others the way to all else
 */
record DirectBeside(SdkHttpClient table, int port, SdkHttpClient others) implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return (request.httpRequest().port() == port ? table : others).prepareRequest(request);
  }

  @Override
  public String clientName() {
    return table.clientName();
  }

  @Override
  public void close() {
    others.close();
  }
}
