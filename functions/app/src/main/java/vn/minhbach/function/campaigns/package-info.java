/** Routes of the standing office: campaigns from creation to publication. */
package vn.minhbach.function.campaigns;
