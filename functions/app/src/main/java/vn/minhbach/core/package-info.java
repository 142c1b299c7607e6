/**
 * The kernel: what every room shares and none owns. An {@link vn.minhbach.core.Act} is who acts and
 * when, a {@link vn.minhbach.core.Caller} with its {@link vn.minhbach.core.Role roles} who acts, an
 * {@link vn.minhbach.core.Outcome} what a use answers, a {@link vn.minhbach.core.Problem} why it
 * refused, {@link vn.minhbach.core.Points} what all of it is about. Pure Java; knows no room.
 *
 * <p>The rooms stand in the order of the plan 131/KH-UBND (<i>Kế hoạch</i>, 21/7/2020): the ground
 * ({@code ledger}, {@code file}, {@code job}, {@code unit}, {@code access}, {@code criteria},
 * {@code scoring}), then {@code prepare} (plan II, IV.1), {@code assess} (V.4, V.5), {@code
 * publish} (IV.3) and {@code keep}, which the clock drives. A later one may know an earlier one,
 * never the other way round.
 *
 * <h2>States</h2>
 *
 * None of its own. Time and chance come in as arguments: an {@code Instant now} with each act, and
 * {@link vn.minhbach.core.Chance} for ids, so that the same arguments always give the same answer.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A refusal is a value that names the place and the cure in Vietnamese and in English; an
 *       exception is a bug, or an {@link vn.minhbach.core.Outage}.
 *   <li>What can be refused stands in the catalogue of the room that raises it, a class of {@link
 *       vn.minhbach.core.Problem} constants; here only what is wrong with any text, body or list
 *       ({@link vn.minhbach.core.InputProblem}) and with any write ({@link
 *       vn.minhbach.core.WriteProblem}).
 *   <li>Points have two decimals and are no floating numbers.
 *   <li>What comes from outside is read once, by {@link vn.minhbach.core.Node}, which notes every
 *       fault and not only the first.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code 06649} answers {@code II.99}, which its form does not have. The use answers an Outcome
 * that is refused as {@code unknown-criterion}, with the criterion as its fact; {@code fold} is the
 * only way to look into it, and the edge makes of it a reply in the reader's language.
 */
package vn.minhbach.core;
