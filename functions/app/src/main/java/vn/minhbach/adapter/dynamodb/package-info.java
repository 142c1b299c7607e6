/**
 * One DynamoDB table, keys {@code PK} and {@code SK}, no index. Every key begins with the campaign
 * ({@code C#<campaign>#…}); {@link vn.minhbach.adapter.dynamodb.Keys} makes them all.
 *
 * <h2>Items</h2>
 *
 * {@code PK}, {@code SK}, {@code type}, {@code schema}, {@code document}, {@code version} where the
 * record has one, and only those further attributes that a condition or the time to live reads:
 * {@code seq}, {@code state}, {@code closesAt} of a head, {@code sourceSeq} of a progress row,
 * {@code expiresAt} of a receipt and of a stray. What they say stands in the document too, and only
 * the document is read.
 *
 * <p>The document is JSON in one string, not a DynamoDB map: a map's numbers lose their scale
 * ({@code 1.50} becomes {@code 1.5}) and end at 38 digits, and each nested value costs extra bytes;
 * in a string everything comes back exactly as written, and no condition ever looks inside.
 *
 * <h2>Access patterns</h2>
 *
 * Cost in read units (RU; 4 KB, consistent) and write units (WU; 1 KB; twice that in a
 * transaction), for the plan's size: 220 units, 30 to 40 criteria, documents under 1 KB. {@code
 * AccessCostTest} meters them.
 *
 * <table>
 * <caption>Access patterns with their keys and cost</caption>
 * <tr><th>Use</th><th>PK</th><th>SK</th><th>Call</th><th>Cost</th></tr>
 * <tr><td>campaign</td><td>{@code C#<c>#CAMPAIGN}</td><td>{@code HEAD}</td><td>GetItem</td>
 *   <td>1 RU</td></tr>
 * <tr><td>list campaigns</td><td>{@code C#}</td><td>{@code <c>}</td><td>Query + BatchGetItem</td>
 *   <td>1 RU + 1 each</td></tr>
 * <tr><td>change a campaign</td><td colspan="2">its head, {@code LEDGER#<seq>}, receipt; at first
 *   the list's {@code <c>}</td><td>TransactWriteItems</td><td>4 WU, 6 at
 *       first, 2 more for a receipt; 4 more for the head once it holds two years of
 *       holidays</td></tr>
 * <tr><td>stage units</td><td>{@code C#<c>#UNITS#<v>}</td><td>{@code <unit>}</td>
 *   <td>BatchWriteItem, 25 each</td><td>1 WU each: 220</td></tr>
 * <tr><td>a unit; all units</td><td>{@code C#<c>#UNITS#<v>}</td><td>{@code <unit>}</td>
 *   <td>GetItem; Query</td><td>1 RU; 8 RU</td></tr>
 * <tr><td>criteria set</td><td>{@code C#<c>#CRITERIA#<group>}</td><td>{@code V#<v>}</td>
 *   <td>PutItem; GetItem</td><td>23 to 30 WU; 6 to 8 RU</td></tr>
 * <tr><td>corrections of a group</td><td>{@code C#<c>#CORRECTION#<group>}</td>
 *   <td>{@code <number, 10 digits>}</td><td>Query, once an instance and only where the campaign
 *   counts any</td><td>1 RU</td></tr>
 * <tr><td>correct criteria</td><td colspan="2">campaign, {@code LEDGER#<seq>}, the correction, its
 *   job, receipt</td><td>TransactWriteItems</td><td>2 WU an item and KB: 10 to 14; the staged set
 *   beside it</td></tr>
 * <tr><td>stage a source</td><td>{@code C#<c>#SOURCE#<source>#<v>}; its extraction {@code
 *   C#<c>#SOURCE#<source>}</td><td>{@code <unit>}; {@code V#<v>}</td><td>BatchWriteItem, 25 each;
 *   PutItem</td><td>1 to 2 WU a unit (all its figures in one item): 221 to 441</td></tr>
 * <tr><td>the province's figures for a form</td><td>{@code C#<c>#SOURCE#<source>#<v>}</td>
 *   <td>{@code <unit>}</td><td>BatchGetItem over all sources</td><td>1 RU a source</td></tr>
 * <tr><td>differences of a source</td><td>as above, both versions; {@code C#<c>#U#<unit>}</td>
 *   <td>{@code <unit>}; {@code ANSWER#<criterion>}</td><td>Query each; BatchGetItem, 100 each</td>
 *   <td>50 to 100 RU a version, 1 RU for each figure looked at</td></tr>
 * <tr><td>answers of a district's communes</td><td>{@code C#<c>#U#<unit>}</td><td>{@code
 *   ANSWER#<criterion>}</td><td>BatchGetItem, 100 each</td><td>1 RU each: 99 for 33 communes</td></tr>
 * <tr><td>stage accounts with their names</td><td>{@code C#<c>#ACCOUNTS#<v>}; {@code
 *   C#<c>#ACTOR}</td><td>{@code <account>}; {@code <actor>#<v>}</td><td>BatchWriteItem, 25 each</td>
 *   <td>2 WU an account</td></tr>
 * <tr><td>may this account act</td><td>{@code C#<c>#ACCOUNTS#<v>}</td><td>{@code <account>}</td>
 *   <td>GetItem, on each request of a unit's account once accounts are imported</td><td>1 RU</td></tr>
 * <tr><td>addresses of a register</td><td>{@code C#<c>#ACTOR}</td><td>{@code <actor>#<v>}</td>
 *   <td>BatchGetItem, 100 each, when the user pool is brought in line</td><td>1 RU each</td></tr>
 * <tr><td>report on the user pool</td><td>{@code C#<c>#POOL}</td><td>{@code LATEST}</td>
 *   <td>GetItem; PutItem</td><td>1 RU; 1 WU and more with accounts that are not in line</td></tr>
 * <tr><td>who an actor was</td><td>{@code C#<c>#ACTOR}</td><td>{@code <actor>#…}</td><td>Query</td>
 *   <td>1 RU each</td></tr>
 * <tr><td>stage the team's register; read it</td><td>{@code C#<c>#TEAM}; names in {@code
 *   C#<c>#ACTOR}</td><td>{@code V#<v>}; {@code <actor>#<v>}</td><td>PutItem and BatchWriteItem;
 *   GetItem, once an instance</td><td>1 to 12 WU; 1 to 3 RU</td></tr>
 * <tr><td>stage a group's assignment; read it</td><td>{@code C#<c>#ASSIGNMENT#<group>}</td>
 *   <td>{@code V#<v>}</td><td>PutItem; GetItem, once an instance</td><td>2 to 60 WU; 1 to 15
 *   RU</td></tr>
 * <tr><td>head</td><td>{@code C#<c>#U#<unit>}</td><td>{@code HEAD}</td><td>GetItem;
 *   BatchGetItem, 100 each</td><td>1 RU each</td></tr>
 * <tr><td>an answer, a file</td><td>{@code C#<c>#U#<unit>}</td><td>{@code ANSWER#<criterion>},
 *   {@code EVIDENCE#<id>}</td><td>GetItem</td><td>1 RU</td></tr>
 * <tr><td>head of the form (address, staff, contact)</td><td>{@code C#<c>#U#<unit>}</td>
 *   <td>{@code FORMHEAD}</td><td>GetItem; with the form</td><td>1 RU</td></tr>
 * <tr><td>whole form</td><td>{@code C#<c>#U#<unit>}</td><td>{@code ANSWER#} to {@code HEAD}</td>
 *   <td>Query, last key first</td><td>6 RU with 35 answers and 34 files</td></tr>
 * <tr><td>save an answer</td><td colspan="2">campaign, account, head, particulars, the province's
 *   figures, last year's campaign and answer; {@code ANSWER#…}; what changes of it</td>
 *   <td>BatchGetItem, Query, TransactWriteItems</td><td>1 RU each and 3 RU for 35 answers, 6 WU,
 *       however many files there are</td></tr>
 * <tr><td>a file, from its grant into the vault</td><td colspan="2">campaign, account, head; {@code
 *   EVIDENCE#…}; head and file, at arrival and at the scan</td><td>BatchGetItem thrice, Query,
 *   TransactWriteItems four times</td><td>one read more with an idempotency key; the Query grows by 1
 *       RU for 8 files</td></tr>
 * <tr><td>documents of older schemas</td><td>{@code C#<c>#MIGRATION}; {@code C#<c>#U#<unit>}</td>
 *   <td>{@code LATEST}; {@code HEAD}, {@code EVIDENCE#…}</td><td>GetItem with each run of the
 *   schedule; while there are old ones GetItem, Query, PutItem on condition of the document</td><td>1
 *       RU; 6 RU and 1 WU a unit with 40 files</td></tr>
 * <tr><td>a remark; remarks on a commune's form</td><td>{@code C#<c>#U#<unit>}</td>
 *   <td>{@code REMARK#<criterion>}</td><td>GetItem; Query, with the form of a commune that was ever
 *   sent</td><td>1 RU; 1 RU, more for long texts</td></tr>
 * <tr><td>what the team brought to a unit's inspection</td><td>{@code C#<c>#U#<unit>}</td>
 *   <td>{@code TEAMFILE#<id>}</td><td>GetItem; Query</td><td>1 RU; 1 RU for 8 files</td></tr>
 * <tr><td>what a file says of itself</td><td>{@code C#<c>#U#<unit>}</td><td>{@code
 *   SAYS#<sha256>}, behind the head</td><td>GetItem, with each opening; PutItem once</td><td>1 RU; 1
 *   WU, more with many signatures</td></tr>
 * <tr><td>findings and minutes at a unit</td><td>{@code C#<c>#U#<unit>}</td><td>{@code
 *   VISIT#FOUND#<id>}, {@code VISIT#MINUTES#<inspection>}</td><td>Query each, with a sheet of marks
 *   the first</td><td>1 RU each</td></tr>
 * <tr><td>note a finding; keep minutes</td><td colspan="2">head, the finding or the minutes, {@code
 *   LEDGER#<seq>}, receipt</td><td>TransactWriteItems</td><td>8 WU</td></tr>
 * <tr><td>a planned inspection; all</td><td>{@code C#<c>#INSPECTION}</td><td>{@code <number, 10
 *   digits>}</td><td>GetItem; Query</td><td>1 RU; 1 RU</td></tr>
 * <tr><td>minutes of the team's session</td><td>{@code C#<c>#SESSION}</td><td>{@code LATEST}</td>
 *   <td>GetItem</td><td>1 RU</td></tr>
 * <tr><td>explanation of a criterion; of a unit</td><td>{@code C#<c>#U#<unit>}</td>
 *   <td>{@code XPLAIN#<criterion>}</td><td>GetItem, with each mark; Query</td><td>1 RU; 1 RU, more
 *   for long texts</td></tr>
 * <tr><td>ask; answer; confirm</td><td colspan="2">head, {@code XPLAIN#…}, {@code MARK#…} of a cut
 *   that is shown, {@code LEDGER#<seq>}, receipt</td><td>TransactWriteItems</td><td>2 WU an item and
 *   KB: 8 to 10 for one criterion</td></tr>
 * <tr><td>petition on a criterion; of a unit</td><td>{@code C#<c>#U#<unit>}</td>
 *   <td>{@code PETITION#<criterion>}</td><td>GetItem, with each mark once the provisional result is
 *   shown; Query</td><td>1 RU; 1 RU, more for long texts</td></tr>
 * <tr><td>petition; sign; decide</td><td colspan="2">head, {@code PETITION#…}, {@code MARK#…} where
 *   a judgement is laid down, {@code LEDGER#<seq>}, receipt</td><td>TransactWriteItems</td><td>2 WU
 *   an item and KB: 6 to 10</td></tr>
 * <tr><td>show the provisional result</td><td colspan="2">all heads; of each delivered form that is
 *   not closed form, marks, explanations; one change of the campaign</td><td>BatchGetItem; Query
 *   each; TransactWriteItems</td><td>10 RU a unit; 4 to 6 WU</td></tr>
 * <tr><td>batches of a district</td><td>{@code C#<c>#U#<district>}</td>
 *   <td>{@code TRANSMITTAL#<number, 10 digits>}</td><td>Query, with its board and with each batch
 *   that is ordered or passed on</td><td>1 RU for a few, more for long statements</td></tr>
 * <tr><td>a mark; marks of a unit</td><td>{@code C#<c>#U#<unit>}</td><td>{@code
 *   MARK#<criterion>}, behind head and ledger</td><td>GetItem; Query</td><td>1 RU; 5 RU for
 *   35</td></tr>
 * <tr><td>a page of the risk queue: one criterion of a group</td><td>{@code C#<c>#U#<unit>}; {@code
 *   C#<c>#SHARED}</td><td>{@code HEAD}, {@code ANSWER#<criterion>}, {@code MARK#<criterion>}, last
 *   year's {@code ANSWER#<criterion>}; {@code EVIDENCE#…} of the lines shown</td><td>BatchGetItem,
 *   100 each; Query for each line, 50 at most, and for the shared files</td><td>3 RU a unit, 4 with
 *   last year: 531 for 177 communes; 5 RU a line with 40 files; 50 to 100 RU for a source, where the
 *   province holds the figure</td></tr>
 * <tr><td>mark a criterion</td><td colspan="2">the whole form, the mark; head,
 *   mark, {@code LEDGER#<seq>}</td><td>Query, GetItem twice, TransactWriteItems</td><td>8 RU with 35
 *       answers, 6 WU, in a group of any size</td></tr>
 * <tr><td>evidence of a unit</td><td>{@code C#<c>#U#<unit>}</td><td>{@code EVIDENCE#…}</td>
 *   <td>Query</td><td>5 RU for 40 files</td></tr>
 * <tr><td>change a form</td><td colspan="2">head, {@code ANSWER#…} and {@code EVIDENCE#…} as
 *   changed, {@code REMARK#…}, {@code LEDGER#<seq>}, job with {@code TRANSMITTAL#…}, receipt</td><td>TransactWriteItems</td><td>2 WU an item: a
 *   saved answer or a check of a file 6, with receipt (a grant) 8; an offline copy with 35 answers 74, at most 90 answers: 184
 *   </td></tr>
 * <tr><td>chain</td><td>as the head's</td><td>{@code LEDGER#<seq, 10 digits>}</td><td>Query</td>
 *   <td>3 RU for 20 entries</td></tr>
 * <tr><td>receipt</td><td>{@code C##IDEMPOTENCY#<scope>}</td><td>{@code IDEMPOTENCY}</td>
 *   <td>GetItem</td><td>1 RU</td></tr>
 * <tr><td>open jobs; how far; done</td><td>{@code C#<c>#JOB}</td><td>{@code <id>}</td><td>Query;
 *   PutItem on condition; DeleteItem</td><td>1 RU; 1 WU; 1 WU</td></tr>
 * <tr><td>open jobs; done</td><td>{@code C#<c>#JOB}</td><td>{@code <id>}</td><td>Query;
 *   DeleteItem</td><td>1 RU; 1 WU</td></tr>
 * <tr><td>a question; a unit's; all</td><td>{@code C#<c>#QUESTION}</td>
 *   <td>{@code <unit>#<id>}</td><td>GetItem; Query; Query (may lag)</td><td>1 RU; 1 to 5 RU; 30 RU for
 *       500 questions</td></tr>
 * <tr><td>what is published to a group</td><td>{@code C#<c>#ANSWERED#<group>}</td>
 *   <td>{@code <criterion>#<id>}</td><td>Query (may lag), with each form</td><td>0.5 to 3 RU</td></tr>
 * <tr><td>ask; answer</td><td>the question; {@code C#<c>#ASKED#<unit>#<id>}; the published copy;
 *   receipt</td><td>{@code LEDGER#<seq>}</td><td>TransactWriteItems</td><td>2 WU an item: 6 to ask, 4
 *       or 6 to answer; more for long texts</td></tr>
 * <tr><td>takedown of a file; of bytes; all</td><td>{@code C#<c>#TAKEDOWN}</td>
 *   <td>{@code <sha256>#<unit>}</td><td>GetItem, with each link; Query, with each grant; Query, by
 *   the schedule</td><td>1 RU</td></tr>
 * <tr><td>ask; decide; note as removed</td><td colspan="2">head, the takedown, {@code
 *   LEDGER#<seq>}, receipt</td><td>TransactWriteItems</td><td>8 WU</td></tr>
 * <tr><td>how far files of before were read</td><td>{@code C#<c>#BACKLOG}</td><td>{@code
 *   LATEST}</td><td>GetItem; PutItem</td><td>1 RU; 1 WU</td></tr>
 * <tr><td>stray; strays</td><td>{@code C#<c>#STRAY}</td><td>{@code <kind>#<hash of the key>}</td>
 *   <td>PutItem; Query</td><td>1 WU; 1 RU</td></tr>
 * <tr><td>an opening; openings of a file</td><td>{@code C#<c>#OPENED#<unit>}</td>
 *   <td>{@code <evidence>#<millis>#<id>}</td><td>PutItem; Query</td><td>1 WU; 1 RU</td></tr>
 * <tr><td>who cites a hash</td><td>{@code C#<c>#HASH#<sha256>}</td>
 *   <td>{@code <unit>#<evidence>}</td><td>PutItem; Query</td><td>1 WU; 1 RU</td></tr>
 * <tr><td>shared files of a unit; of all</td><td>{@code C#<c>#SHARED}</td>
 *   <td>{@code <unit>#<sha256>}</td><td>PutItem; Query (may lag)</td><td>1 WU; 1.5 RU for 40 hashes, 3 RU for 80</td></tr>
 * <tr><td>latest audit</td><td>{@code C#<c>#AUDIT}</td><td>{@code LATEST}</td><td>GetItem; PutItem
 *   on condition</td><td>1 RU; 1 WU and more with differences</td></tr>
 * <tr><td>progress row; board</td><td>{@code C#<c>#PROGRESS}</td><td>{@code <unit>}</td>
 *   <td>PutItem; Query (may lag)</td><td>1 WU; 15 RU</td></tr>
 * <tr><td>reminders' settings</td><td>{@code C#<c>#REMINDERS}</td><td>{@code SETTINGS}</td>
 *   <td>GetItem; PutItem on condition</td><td>1 RU; 1 to 30 WU with texts</td></tr>
 * <tr><td>contacts of a unit; of all</td><td>{@code C#<c>#CONTACTS}</td><td>{@code <unit>}</td>
 *   <td>GetItem; PutItem on condition; Query (may lag)</td><td>1 RU; 1 WU; 6 RU</td></tr>
 * <tr><td>claim a reminder; all claims</td><td>{@code C#<c>#REMINDED}</td>
 *   <td>{@code <unit>}, one card for all claims of an addressee</td><td>PutItem on condition of its
 *       version; Query (may lag)</td><td>1 to 3 WU; 15 to 30 RU</td></tr>
 * <tr><td>confirm a reminder; what was sent to a unit</td><td>the card; {@code C#<c>#SENT#<unit>}
 *   </td><td>{@code <version of the card>}</td><td>TransactWriteItems; Query</td><td>4 to 8 WU; 1
 *       RU</td></tr>
 * <tr><td>note who opened a frozen result; the log</td><td>{@code C#<c>#DRAFT-OPENED}</td><td>{@code
 *   <epoch milliseconds>-<id>}</td><td>PutItem; Query</td><td>1 WU; 1 RU for about 12</td></tr>
 * <tr><td>stage a ranking</td><td>{@code C#<c>#RANKING#<group>#<v>}</td><td>{@code PAGE#<nnn>},
 *   {@code BY-NAME#<nnn>}, {@code UNIT#<unit>}, {@code TABLE} last</td><td>BatchWriteItem,
 *       PutItem</td><td>256 WU for 177 rows</td></tr>
 * <tr><td>50 rows; a unit's row; header</td><td>{@code C#<c>#RANKING#<group>#<v>}</td><td>as
 *   above</td><td>Query; GetItem; GetItem</td><td>3 RU a page; 1 RU; 1 RU</td></tr>
 * <tr><td>stage what the report says of a group; read it</td><td>{@code
 *   C#<c>#RANKING#<group>#<v>}</td><td>{@code REPORT}</td><td>PutItem; GetItem</td><td>4 WU; 2
 *       RU</td></tr>
 * <tr><td>stage what a report freezes criterion by criterion; a unit's; a group's</td><td>{@code
 *   C#<c>#RANKING#<group>#<v>}</td><td>{@code REACHED#<unit>}</td><td>BatchWriteItem, 25 each;
 *   GetItem; Query</td><td>2 WU each; 1 RU; 12 RU for 30</td></tr>
 * <tr><td>mapping to the PAR index; one of its versions</td><td>{@code C#<c>#PAR}</td><td>{@code
 *   LATEST}; {@code V#<v>}</td><td>GetItem</td><td>1 RU for some 20 lines</td></tr>
 * <tr><td>map the PAR index</td><td colspan="2">campaign, {@code LEDGER#<seq>}, both
 *   mappings</td><td>TransactWriteItems</td><td>8 WU and more with lines</td></tr>
 * <tr><td>improvement plan of a unit; of all</td><td>{@code C#<c>#PLAN}</td><td>{@code
 *   <unit>}</td><td>GetItem; Query, while plans are chased</td><td>1 RU; 1 RU for 4 KB</td></tr>
 * <tr><td>what became of the earlier plan</td><td>{@code C#<c>#U#<unit>}</td><td>{@code
 *   PLANREVIEW}</td><td>GetItem, with each form whose unit planned before</td><td>1 RU</td></tr>
 * <tr><td>write a plan; mark a measure</td><td colspan="2">head, the plan or the marks, {@code
 *   LEDGER#<seq>}</td><td>TransactWriteItems</td><td>6 WU, more for long texts</td></tr>
 * <tr><td>a unit's reviews, one of them; of all units</td><td>{@code C#<c>#REVIEW}</td><td>{@code
 *   <unit>#<issue>-<criterion>}</td><td>Query; GetItem; Query, with the list and with a report after
 *   a publication</td><td>1 RU; 1 RU for 4 KB</td></tr>
 * <tr><td>ask for a review; decide it</td><td colspan="2">head, the review, {@code LEDGER#<seq>}, and
 *   the mark where it changes</td><td>TransactWriteItems</td><td>6 WU, 8 with a mark</td></tr>
 * <tr><td>stage the scorecards of a group; read one</td><td>{@code
 *   C#<c>#RANKING#<group>#<v>}</td><td>{@code CARD#<unit>}</td><td>BatchWriteItem; GetItem</td>
 *   <td>20 WU a unit of 99 criteria; 5 RU</td></tr>
 * <tr><td>draft in force</td><td>{@code C#<c>#RANKING#<group>}</td><td>{@code DRAFT}</td>
 *   <td>GetItem; PutItem on condition</td><td>1 RU; 1 WU</td></tr>
 * </table>
 *
 * <h2>Two keys that need a reason</h2>
 *
 * <ul>
 *   <li>Receipts do not hang on a campaign. A receipt is looked up by its scope alone, and {@code
 *       POST /campaigns} has no campaign yet. The scope is a SHA-256 over user, route, path (with
 *       the campaign in it) and key, so it is unique without the campaign, and spreads over
 *       partitions by itself. No campaign has an empty id, so {@code C##} is nobody else's.
 *   <li>A form's head sorts after its answers and evidence and is read before them, see {@link
 *       vn.minhbach.adapter.dynamodb.DynamoSubmissions#form}.
 * </ul>
 *
 * <h2>What can be erased</h2>
 *
 * Names and addresses of persons stand in the items of {@code C#<c>#ACTOR}, names in the
 * extractions of sources ({@code by}), in the signature of a head and in {@code FORMHEAD} (whom to
 * call), and nowhere in a ledger: an item of {@code ACTOR} may be deleted by hand and every chain
 * stays whole. No function may do so.
 *
 * <h2>What a failed call means</h2>
 *
 * A condition that does not hold is {@code false}; so is a transaction that met another one, since
 * it is decided anew on a fresh read anyway. A single write that met a transaction, and what the
 * SDK gives up on after its own retries, is an {@link vn.minhbach.core.Outage}. The rest flies.
 */
package vn.minhbach.adapter.dynamodb;
