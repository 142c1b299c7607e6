/**
 * The HTTP edge, once for all routes: an API Gateway event becomes a checked {@link
 * vn.minhbach.function.http.Exchange}, an outcome becomes a response. Events in, never body POJOs
 * (infra/decisions/0002).
 */
package vn.minhbach.function.http;
