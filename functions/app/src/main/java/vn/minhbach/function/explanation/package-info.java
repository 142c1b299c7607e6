/** Routes of explanations: asked by the team, answered by the unit. */
package vn.minhbach.function.explanation;
