/**
 * What the bytes of a file are, whatever its name and declared type say: read as they go by, in
 * constant memory and bounded time, before anybody is offered the file. It refuses what no
 * appraiser shall open, and says which part and why.
 */
package vn.minhbach.adapter.s3.inspection;
