/**
 * Where the appraisal team looks first (<i>hàng đợi thẩm định theo rủi ro</i>): the cells that are
 * a member's to judge, riskiest first, each with its reasons in words. A reason is a hint and never
 * a verdict; it moves no point.
 *
 * <p>One hand judges one criterion across a group, so a page is of one criterion of one group, with
 * what was seen of each cell: a block of agreements can be sent from it as it is.
 *
 * <h2>States</h2>
 *
 * None of its own: all is derived from answers, files, marks, last year and the team's seed
 * whenever anybody asks.
 *
 * <h2>Order</h2>
 *
 * What the member has to do first; then by the sum of the weights of the kinds of {@link
 * vn.minhbach.core.appraise.queue.Reason}, each kind once; then by code of the unit. Files lie
 * under their unit and have no key by criterion, so they are read for the lines of a page alone, a
 * query each and {@value vn.minhbach.core.appraise.queue.RiskQueue#PAGE_MAX} at most. What they say
 * (no evidence, one file at several units) is told with each line and moves it within its page, not
 * from one page to another: in a group of more units than a page holds, whoever looks for those
 * turns the pages.
 *
 * <p>That a unit gave itself far more last year than was found weighs least ({@link
 * vn.minhbach.core.appraise.queue.OverScoring}): it orders what is otherwise alike, and is told as
 * a hint. The year before is asked for once a request and group, a batch a hundred units.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A unit that the member is recused from is neither listed, nor named as one that has the
 *       same file, nor measured by.
 *   <li>Of two blind readers neither learns anything of the other's mark, and who reads first is
 *       not told that a cell is in the sample.
 *   <li>A page costs as many batches as its group has hundreds of units, and no query a form but
 *       those of its own lines. {@link vn.minhbach.core.appraise.queue.RiskQueue} passes over a few
 *       criteria without work at most, then answers an empty page that leads on.
 *   <li>A member of a criterion that is through finds nothing there, unless asked for by name. New
 *       files alone do not bring a marked cell back by themselves; it shows as stale where it is
 *       listed.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code appraiser4} was given {@code II.12} of group 3. Of 177 communes, {@code 06652} reports 100
 * % where the median is 41 % (outlier, 2) and had 38 % last year (jump, 2): it stands first. {@code
 * 06649} contests the province's figure (3), and comes next.
 */
package vn.minhbach.core.appraise.queue;
