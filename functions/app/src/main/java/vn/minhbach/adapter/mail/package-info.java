/** Mail over SMTP: the province's server, SES' SMTP endpoint in AWS, an embedded server locally. */
package vn.minhbach.adapter.mail;
