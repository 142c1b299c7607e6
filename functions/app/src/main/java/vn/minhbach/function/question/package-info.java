/** Routes of questions on criteria. */
package vn.minhbach.function.question;
