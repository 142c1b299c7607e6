/**
 * The bundle of a published result (<i>gói dữ liệu công khai</i>): all that is needed to compute it
 * again, sealed, and the computing again. Its files and the steps: infra/verify/README.md.
 *
 * <h2>States</h2>
 *
 * Being built, piece by piece ({@link vn.minhbach.core.publish.bundle.MakeBundle}), then there for
 * ever ({@link vn.minhbach.core.publish.bundle.Bundles}).
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A piece, once kept, stays; so does the bundle. Killed anywhere, the next run goes on.
 *   <li>No name of a person and no free text goes out. A cell whose criterion is {@code public:
 *       total} goes out as a salted commitment; the total of its group of criteria is public, and
 *       so is what follows from it by subtraction.
 *   <li>What is verified ({@link vn.minhbach.core.publish.bundle.VerifyBundle}) is computed by the
 *       rules that made it, from files alone, and each difference is named with its place.
 *   <li>The seal is a technical mark (<i>dấu kỹ thuật</i>), not the authority's signature.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * Five minutes after the publication of {@code 131-2020} the schedule has made {@code bundle.zip}:
 * 220 units, 9,000 cells, 221 ledgers. A journalist runs the verifier; somebody has changed 06649's
 * {@code I.1} from 3.88 to 4.00, and step 2 names the file, step 6 {@code 06649/I.1}, steps 7 and 8
 * what follows.
 */
package vn.minhbach.core.publish.bundle;
